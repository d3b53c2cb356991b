import type {Evidence} from '../../model/evidence.js'
import type {Study} from '../../model/study.js'
import {isSlip} from '../trials/near-trial.js'
import {tokensOf} from '../works/tokens.js'

/** An organisation that runs a trial of the evidence: the registry’s name, its words, and the latest record that has it. */
export interface Organisation {
  readonly name: string
  readonly words: readonly string[]
  readonly study: Study
}

/**
 * The organisations of the evidence by their first word; without those whose first word another has too, and which it
 * cannot tell apart.
 */
export function organisationsOf({studies}: Evidence): Map<string, Organisation> {
  const known = new Map<string, Organisation | undefined>()
  for (const study of studies.values())
    for (const name of [study.sponsor, ...study.collaborators]) {
      const words = wordsOfName(name ?? '')
      const [first] = words
      if (name === undefined || first === undefined || general.has(first) || !words.some(isNoun)) continue
      const held = known.get(first)
      if (known.has(first) && held?.words.join(' ') !== words.join(' ')) known.set(first, undefined)
      else if (!held || (held.study.origin.asOf ?? '') < (study.origin.asOf ?? ''))
        known.set(first, {name, words, study})
    }
  return new Map([...known].flatMap(([first, held]) => (held ? [[first, held]] : [])))
}

/** The words of a name without what says its legal form: `Inc.` */
export function wordsOfName(name: string): string[] {
  const words = tokensOf(name.replace(/\([^)]*\)/g, ' ')).map(({word}) =>
    word === 'centre' ? 'center' : word
  )
  while (words.length > 1 && forms.has(words.at(-1) ?? '')) words.pop()
  return words[0] === 'the' ? words.slice(1) : words
}

/** Whether a word says what kind of organisation it is. */
export function isNoun(word: string): boolean {
  return companies.has(word) || institutions.has(word)
}

/** Whether two different spellings are meant as one organisation. */
export function isOneOrganisation(a: readonly string[], b: readonly string[]): boolean {
  const [noun, other] = [a.at(-1) ?? '', b.at(-1) ?? '']
  const [first = '', second = ''] = [a[0], b[0]]
  if (first === second) {
    // “Pharma” is short for “Pharmaceuticals”.
    if (noun !== other)
      return isCompany(noun) && isCompany(other) && !isShort(noun, other) && !isShort(other, noun)
    return isWithin(a, b) || isWithin(b, a) || isCompany(noun)
  }
  const isTypo = first.length > 5 && isSlip(first, second)
  return isTypo && a.slice(1).join(' ') === b.slice(1).join(' ') && isCompany(noun)
}

const forms = new Set(
  'inc incorporated ltd limited llc corp corporation co company plc gmbh ag sa sas nv bv'.split(' ')
)
const companies = new Set(
  `biologics biopharma biopharmaceutical biopharmaceuticals bioscience biosciences biotech biotechnology biotherapeutics
  pharma pharmaceutical pharmaceuticals therapeutics`.split(/\s+/)
)
/** Universities, hospitals and institutes are not told apart by a word: Washington State University is another. */
const institutions = new Set('association center clinic consortium fondation foundation'.split(' '))
/** First words that say where or what, and not who. */
const general = new Set(
  `american asian california central center chinese clinical college east eastern european federal fondation foundation
  french general german hopital hospital institut institute international italian japanese korean medical national
  neurological new north northeast northern northwest northwestern royal saint scientific south southern southwest state
  universite university west western world`.split(/\s+/)
)

function isCompany(word: string): boolean {
  return companies.has(word)
}

function isShort(short: string, long: string): boolean {
  return long.startsWith(short.replace(/s$/, ''))
}

function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
