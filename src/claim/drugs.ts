import type {Evidence} from '../model/evidence.js'
import type {Study} from '../model/study.js'
import {Pattern} from './pattern.js'

/** A drug by all names that the evidence has for it, and the trials that test it. */
export interface Drug {
  readonly names: readonly string[]
  /** Those whose records name it. */
  readonly trials: readonly string[]
  /** Those of which nothing is known against it. */
  readonly possible: readonly string[]
}

/**
 * The drugs of an evidence by each of their names: what interventions are called, what stands beside such a name in
 * brackets, and what titles of a trial’s publications call the one thing it tests. Words of a class (`stem cells`) name none.
 */
export function readDrugs({studies, references}: Evidence): Map<string, Drug> {
  const groups = new Groups()
  const tests = new Map<string, Set<string>>()
  const all = [...studies.values()].map((study) => ({study, texts: textsOf(study, references)}))
  const known = new Set<string>()
  for (const {study} of all) {
    for (const name of [...study.interventions, ...study.otherNames]) {
      const terms = partsOf(name)
      for (const term of terms) known.add(term)
      groups.join(terms)
    }
  }
  for (const {study, texts} of all) {
    const titles = texts.join(' | ')
    for (const [, long = '', short = ''] of bracketed.all(titles)) {
      const pair = [nameIn(long.split(/[\s(]/).at(-1) ?? ''), nameIn(short)].flatMap((each) => each ?? [])
      if (pair.some((each) => known.has(each))) groups.join(pair)
    }
    for (const [, name = ''] of marked.all(titles)) groups.join([nameIn(name) ?? []].flat())
    const own = new Set(study.interventions.flatMap(partsOf).map((term) => groups.rootOf(term)))
    const [only] = own
    if (own.size === 1 && only !== undefined)
      for (const [, name = ''] of studied.all(titles)) groups.join([only, nameIn(name) ?? []].flat())
  }
  const names = groups.all()
  for (const {study, texts} of all) {
    const said = ` ${toTerm([...study.interventions, ...study.otherNames, ...study.arms, ...texts].join(' | ').replace(/[()®|:;]/g, ' '))} `
    for (const [root, terms] of names)
      if (terms.some((term) => said.includes(` ${term} `)))
        tests.set(root, (tests.get(root) ?? new Set()).add(study.id))
  }
  const drugs = new Map<string, Drug>()
  for (const [root, terms] of names) {
    const trials = [...(tests.get(root) ?? [])]
    const drug: Drug = {names: terms, trials, possible: trials.length > 0 ? trials : [...studies.keys()]}
    for (const term of terms) drugs.set(term, drug)
  }
  return drugs
}

/** `BIIB067 (Tofersen)` */
const bracketed = new Pattern('([\\p{L}\\p{N}][^()|]{2,80}?)®?\\s\\(([^()|]{3,40})\\)', undefined, 'gu')
const marked = new Pattern('([\\p{L}\\p{N}-]+)®', undefined, 'gu')
/** `Trial of Sodium Phenylbutyrate–Taurursodiol for …` */
const studied = new Pattern(
  '\\b(?:trial|study|efficacy|safety) of ((?:[\\p{L}\\d–/®-]+ ){0,3}[\\p{L}\\d–/®-]+) (?:for|in)\\b',
  undefined,
  'giu'
)

function textsOf(study: Study, references: Evidence['references']): string[] {
  const works = references.filter(({item}) =>
    study.publications.some(
      ({doi, pmid}) =>
        (doi && doi.toLowerCase() === item.DOI?.toLowerCase()) || (pmid !== undefined && pmid === item.PMID)
    )
  )
  return [study.title, study.officialTitle, ...works.map(({item}) => item.title)].flatMap(
    (each) => each ?? []
  )
}

/** The names that an intervention goes by: `NurOwn® (MSC-NTF cells)`. */
function partsOf(intervention: string): string[] {
  return intervention
    .replace(/^[A-Z][a-z]+: /, '')
    .split(/[()]|\s[-–]\s/)
    .flatMap((part) => nameIn(part) ?? [])
}

/** A name without words of its class; undefined where nothing is left that tells it from others. */
function nameIn(text: string): string | undefined {
  const words = toTerm(text)
    .split(' ')
    .filter((word) => word !== '')
  while (ordinary.has(words[0] ?? '-')) words.shift()
  while (ordinary.has(words.at(-1) ?? '-')) words.pop()
  const name = words.join(' ')
  const isName = 4 <= name.length && words.length <= 4 && !words.every((word) => ordinary.has(word))
  return isName && !words.some((word) => grammar.has(word)) ? name : undefined
}

/** A name as it is compared: `msc ntf`. */
export function toTerm(name: string): string {
  return name
    .replace(/[®™.,]/g, '')
    .toLowerCase()
    .replace(/[\s–—/-]+(?:(?:and|et)\s)?/g, ' ')
    .trim()
}

const grammar = new Set('of in with for and to the a an by from'.split(' '))
const ordinary = new Set(
  `placebo comparator control group riluzole cell cells stem based therapy therapeutic therapeutics treatment symptomatic
implantation implant transplantation surgical stereotactic device procedure sham bone marrow aspiration biological
injection injections inj infusion oral iv intrathecal intravenous intramuscular capsule capsules tablet tablets solution
matching vehicle saline standard care usual background dose low high autologous allogeneic mesenchymal neural progenitor
human umbilical cord wharton's wharton’s jelly adipose derived mscs wj antisense oligonucleotide aso fixed combination
exercise questionnaire observation natural history open label extension drug treated active initiated gene phase trial
study best supportive physical rehabilitation behavioral behavioural education radiation surgery biospecimen blood
sample collection other no intervention arm cohort long term repeated repeat multiple single`.split(/\s+/)
)

/** Names that mean the same, joined one pair after another. */
class Groups {
  readonly #parents = new Map<string, string>()

  join(terms: readonly string[]): void {
    const [first] = terms
    for (const term of terms) {
      if (!this.#parents.has(term)) this.#parents.set(term, term)
      if (first !== undefined) this.#parents.set(this.rootOf(term), this.rootOf(first))
    }
  }

  rootOf(term: string): string {
    let root = term
    for (
      let parent = this.#parents.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parents.get(root)
    )
      root = parent
    return root
  }

  all(): Map<string, string[]> {
    const groups = new Map<string, string[]>()
    for (const term of this.#parents.keys()) {
      const root = this.rootOf(term)
      groups.set(root, [...(groups.get(root) ?? []), term])
    }
    return groups
  }
}
