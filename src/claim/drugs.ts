import type {Evidence} from '../model/evidence.js'
import type {Study} from '../model/study.js'
import {Groups} from './groups.js'
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
  const titlesOf = publishedTitles(references)
  const all = [...studies.values()].map((study) => ({study, texts: textsOf(study, titlesOf)}))
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
    for (const [long, short] of bracketedIn(titles)) {
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
  const begins = new Set([...names.values()].flat().map((term) => term.split(' ', 1)[0] ?? ''))
  for (const {study, texts} of all) {
    const said = [...study.interventions, ...study.otherNames, ...study.arms, ...texts].join(' | ')
    for (const run of runsOf(toTerm(said.replace(/[()®|:;]/g, ' ')), begins)) {
      const root = groups.find(run)
      if (root !== undefined) tests.set(root, (tests.get(root) ?? new Set()).add(study.id))
    }
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

/** What `bracketed` finds in a text; looked for where a bracket is alone, not from each letter on. */
function bracketedIn(text: string): [string, string][] {
  const found: [string, string][] = []
  let end = 0
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', Math.max(at + 1, end))) {
    const near = text.slice(Math.max(end, at - reach), at)
    const start = /[\ud800-\udfff]/.test(near) ? Math.max(end, at - 2 * reach) : at - near.length
    const match = bracketed.exec(text.slice(start, at + 2 * reach), 0)
    if (!match) continue
    found.push([match[1] ?? '', match[2] ?? ''])
    end = start + match.index + match[0].length
  }
  return found
}

/** As many characters as `bracketed` may see before its bracket. */
const reach = 84

/** The titles of the works that a trial’s record names, in the order of the works. */
function publishedTitles(references: Evidence['references']): (study: Study) => string[] {
  const byKey = new Map<string, number[]>()
  for (const [index, {item}] of references.entries())
    for (const key of keysOf(item.DOI, item.PMID)) {
      const known = byKey.get(key)
      if (known) known.push(index)
      else byKey.set(key, [index])
    }
  return ({publications}) => {
    const keys = publications.flatMap(({doi, pmid}) => keysOf(doi, pmid))
    const own = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    return [...own].sort((one, other) => one - other).flatMap((index) => references[index]?.item.title ?? [])
  }
}

function keysOf(doi: string | undefined, pmid: string | undefined): string[] {
  return [doi ? [`doi:${doi.toLowerCase()}`] : [], pmid === undefined ? [] : [`pmid:${pmid}`]].flat()
}

function textsOf(study: Study, titlesOf: (study: Study) => string[]): string[] {
  const titles = [study.title, study.officialTitle, ...titlesOf(study)]
  return [...new Set(titles.flatMap((each) => each ?? []))]
}

/** All runs of as many words as a name has at most, of those that a name begins with their first. */
function runsOf(text: string, begins: ReadonlySet<string>): Set<string> {
  const words = text.split(' ')
  const runs = new Set<string>()
  for (const [index, word] of words.entries()) {
    if (!begins.has(word)) continue
    for (let end = index + 1; end <= Math.min(index + mostWords, words.length); end++)
      runs.add(words.slice(index, end).join(' '))
  }
  return runs
}

const mostWords = 4

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
  const isName = 4 <= name.length && words.length <= mostWords && !words.every((word) => ordinary.has(word))
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
