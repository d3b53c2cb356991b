import type {Drug} from './drugs.js'
import type {Lexicon} from './lexicon.js'
import {Pattern} from './pattern.js'
import {substances} from './substances.js'
import type {Vocabulary} from './vocabulary.js'

/** What a sentence holds that can be known by itself, and where in its passage. */
export type Atom = {readonly from: number; readonly to: number} & (
  | {readonly kind: 'trial'; readonly trial: string; readonly by: 'id' | 'acronym'; readonly name: string}
  | {readonly kind: 'phase'; readonly phases: readonly string[]; readonly every: boolean}
  | {readonly kind: 'people' | 'size' | 'number'; readonly count: number; readonly bound: Bound}
  | {readonly kind: 'date'; readonly date: string}
  | {readonly kind: 'organisation'; readonly name: string}
  | {readonly kind: 'drug' | 'substance'; readonly name: string; readonly drug: Drug}
  | {readonly kind: 'quotation'}
)
export type Bound = 'exact' | 'about' | 'least' | 'most'

/** All that a language can find by itself, in the order in which one thing is preferred to another. */
export function findAtoms(text: string, finders: Finders, vocabulary: Vocabulary): Atom[] {
  const found: Atom[] = []
  const taken = new Uint8Array(text.length)
  // With a wide letter at the end, which no pattern matches: for a text without one V8 compiles all of them again.
  const wide = `${text}\uF8FF`
  const take = (pattern: Pick<Pattern, 'all'>, read: (match: RegExpExecArray) => Read | undefined) => {
    for (const match of pattern.all(wide)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.subarray(from, to).includes(1)) continue
      const atom = read(match)
      if (!atom) continue
      found.push({...atom, from, to} as Atom)
      taken.fill(1, from, to)
    }
  }
  take(ids, ([, id = '']) => ({kind: 'trial', trial: id.toUpperCase(), by: 'id', name: id}))
  take(vocabulary.names, ([name]) => {
    const trial = vocabulary.bearer(name)
    return trial === undefined
      ? undefined
      : {kind: 'trial', trial, by: 'acronym', name: name.replace(/ .*/s, '')}
  })
  take(quotations, () => ({kind: 'quotation'}))
  take(finders.stages, (match) => ({kind: 'phase', phases: finders.stage(match), every: false}))
  take(finders.phases, phaseOf)
  take(finders.dates, (match) => ({kind: 'date', date: finders.date(match)}))
  take(finders.people, (match) => ({kind: 'people', ...finders.count(match)}))
  take(sizes, (match) => ({kind: 'size', ...finders.count(match)}))
  take(vocabulary.drugs, ([name]) => {
    const drug = vocabulary.drug(name)
    return drug && {kind: 'drug', name, drug}
  })
  take(vocabulary.routes, ([name]) => {
    const drug = vocabulary.route(name)
    return drug && {kind: 'drug', name, drug}
  })
  take(substances, ([name]) => ({kind: 'substance', name, drug: vocabulary.substance(name)}))
  take(vocabulary.organisations, ([name]) => ({kind: 'organisation', name}))
  take(finders.sponsors, ([name]) => ({kind: 'organisation', name}))
  take(years, (match) => ({kind: 'date', date: match[1] ?? ''}))
  take(finders.numbers, (match) => ({kind: 'number', ...finders.count(match)}))
  return found.sort((one, other) => one.from - other.from)
}

type Read = Atom extends infer Each ? (Each extends Atom ? Omit<Each, 'from' | 'to'> : never) : never

/** What finds atoms in one language. */
export interface Finders {
  readonly stages: Pattern
  stage(match: RegExpExecArray): readonly string[]
  readonly phases: Pattern
  readonly dates: Pattern
  date(match: RegExpExecArray): string
  readonly people: Pattern
  readonly numbers: Pattern
  count(match: RegExpExecArray): {count: number; bound: Bound}
  readonly sponsors: {all(text: string): RegExpExecArray[]}
}

const ids = inAnyCase('(?<![\\p{L}\\p{N}])(?:@nct:)?(NCT\\d{8})(?![\\p{L}\\p{N}])')
/** A quotation of some length speaks for itself. */
const quotations = new Pattern('[“«][^“”«»]{25,400}[”»]', undefined, 'gu')
const digits = '\\d{1,3}(?:[,.\u00A0\u202F ]\\d{3})+|\\d+'
const sizes = inAnyCase(`(?<![\\p{L}\\p{N}])n\\s?(?:=|≈|~|:)\\s?(?<digits>${digits})(?![\\p{L}\\p{N}%])`)
const years = new Pattern(
  '(?<![\\p{L}\\p{N}.,/–-])((?:19|20)\\d{2})(?![\\p{L}\\p{N}%]|[.,/:]\\d)',
  undefined,
  'gu'
)

function inAnyCase(source: string): Pattern {
  return new Pattern(source, undefined, 'giu')
}

/** How a language’s atoms are found. */
export function findersOf(lexicon: Lexicon): Finders {
  const {months, bounds, numbers: words, people, stages} = lexicon
  const numeral = `(?<digits>${digits})`
  const spelt = `(?<word>${Object.keys(words).join('|')})`
  const round = `(?:(?:une?|an?|some|quelques) )?(?<round>${Object.keys(lexicon.rounds).join('|')})(?:\\s(?:de|of)|\\sd[’'])?`
  const bound = Object.entries(bounds)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join('|')
  const before = `(?:(?:${bound})\\s?)?`
  const month = months.map((each, index) => `(?<m${index + 1}>${each})`).join('|')
  const one = '(?:[0-4]|I{1,3}V?|IV)[abc]?'
  const within = `(?:(?!(?:${notPeople})\\s|\\d)[\\p{L}\\p{N}’'/-]+\\s){0,3}?`
  const {sponsorLeads: leads, sponsorTails: tails} = lexicon
  // To look for names in capitals takes long, and few texts tell of a sponsor.
  const told = new Pattern(`(?:${leads})|(?:${tails})`, undefined, 'u')
  const sponsors = new Pattern(
    `(?<=(?<![\\p{L}])(?:${leads})[\\s:]{0,3})(?<![\\p{L}])${named}|(?<![\\p{L}’'-])(?!(?:Every|Each|No|One|The|Its|Both|It|He|She|They|This|Le|La|Les|Il|Elle|Cette|Cet|Ce|Un|Une)\\s)${named}(?=${tails})`,
    undefined,
    'gu'
  )
  return {
    stages: inAnyCase(
      `${start}(?:${stages.map(([pattern], index) => `(?<s${index}>${pattern})`).join('|')})${end}`
    ),
    stage: ({groups = {}}) => stages.find((_, index) => groups[`s${index}`] !== undefined)?.[1] ?? [],
    phases: inAnyCase(
      `${start}(?<early>early )?(?:phases?|ph\\.?)[\\s-]?(?<first>${one})(?:\\s?(?<join>[/–-]|${lexicon.and})\\s?(?:phase\\s)?(?<second>${one}))?(?![\\p{L}\\p{N}%]|[.,]\\d|[-–]\\d)`
    ),
    dates: inAnyCase(
      `${start}(?:(?:(?<d1>\\d{1,2})(?:st|nd|rd|th|er)?\\s)?(?:${month})\\.?\\s(?:(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?\\s)?(?<year>(?:19|20)\\d{2})|(?<iso>(?:19|20)\\d{2}-\\d{2}(?:-\\d{2})?)|(?:${lexicon.seasons})(?<season>(?:19|20)\\d{2}))${end}`
    ),
    date: ({groups = {}}) => {
      const {iso, season, year = '', d1, d2} = groups
      if (iso ?? season) return iso ?? season ?? ''
      const index = months.findIndex((_, each) => groups[`m${each + 1}`] !== undefined)
      const day = d1 ?? d2
      return [year, index + 1, day]
        .filter((part) => part !== undefined)
        .map((part) => String(part).padStart(2, '0'))
        .join('-')
    },
    people: inAnyCase(
      `${start}${before}(?:${numeral}|${spelt}|${round})\\s?(?<=\\s|[’'])${within}(?:${people})${end}`
    ),
    numbers: inAnyCase(
      `${start}${before}${numeral}(?![\\p{L}\\p{N}%°]|[-–/:]\\p{L}?\\d|[-–]\\p{L}|\\s?%|[.,]\\d)`
    ),
    count: ({groups = {}}) => ({
      count: groups.digits
        ? Number(groups.digits.replace(/\D/g, ''))
        : (words[(groups.word ?? '').toLowerCase()] ??
          lexicon.rounds[(groups.round ?? '').toLowerCase()] ??
          0),
      bound:
        (['least', 'most', 'about'] as const).find((each) => groups[each] !== undefined) ??
        (groups.round ? 'about' : 'exact')
    }),
    sponsors: {all: (text) => (told.test(text) ? sponsors.all(text) : [])}
  }
}

const start = '(?<![\\p{L}\\p{N}.,/–-])'
const end = '(?![\\p{L}\\p{N}])'
/** A number before these counts something else. */
const notPeople =
  'weeks?|days?|months?|years?|sites?|cent(?:er|re)s?|hours?|semaines?|jours?|mois|ans|sites|of|de|des|in|to|or|ou|and|et|à|points?|mg|ml|countries|pays'
/** A name in capitals of one word or more: `University of Warmia and Mazury`. */
const named =
  "(?:(?:université|hôpital|institut|laboratoire|société|groupe|centre|fondation)\\s(?:de\\s(?:la\\s)?|du\\s|d[’'])?)?(?:[\\p{Lu}][\\p{L}\\p{N}’'&.-]*)(?:\\s(?:médicale?|catholique|libre|hospitalier|universitaire|nationale?|technique))?(?:\\s(?:(?:of|for|and|de|du|des|la|le|et|&|the|in)\\s){0,2}(?:d[’'])?[\\p{Lu}][\\p{L}\\p{N}’'&.-]*){0,6}"

function phaseOf({groups = {}}: RegExpExecArray): Read {
  const {first = '', second, join = ''} = groups
  const phases = [first, second].flatMap((each) => (each === undefined ? [] : numberOf(each)))
  const names = phases.map((each) => (each === 0 ? 'EARLY_PHASE1' : `PHASE${each}`))
  if (groups.early && names[0] === 'PHASE1') names[0] = 'EARLY_PHASE1'
  return {kind: 'phase', phases: [...new Set(names)], every: !/\p{L}/u.test(join)}
}

function numberOf(phase: string): number {
  const bare = phase.replace(/[abc]$/i, '').toUpperCase()
  return /^\d$/.test(bare) ? Number(bare) : ['', 'I', 'II', 'III', 'IV'].indexOf(bare)
}
