import type {SaidStatus} from '../model/claim.js'
import type {Column, Lexicon} from './lexicon.js'
import {signs} from './sketch.js'

/** How something is said of a trial: a pattern whose groups are `trials`, `said` and, of two in a row, `next`. */
export interface Construction {
  readonly about:
    | 'phase'
    | 'status'
    | 'enrolment'
    | 'sponsor'
    | 'runs'
    | 'intervention'
    | 'start'
    | 'completion'
  readonly pattern: RegExp
  /** What a sentence must hold for the pattern to be worth trying. */
  readonly needs: readonly RegExp[]
  /** What is said is that this is not so. */
  readonly denies?: boolean
  /** The status it comes to, whatever the words. */
  readonly status?: SaidStatus
}

/** A fact that stands alone. */
export type Fact = readonly [about: Construction['about'], pattern: RegExp]

/** A language’s constructions, ready to match; those that are surest come first. */
export interface Grammar {
  readonly constructions: readonly Construction[]
  /** What the words of a status come to. */
  status(words: string): SaidStatus | undefined
  /** A status that stands alone: in a cell, between commas. */
  bareStatus(words: string): SaidStatus | undefined
  readonly doubt: RegExp
  readonly clause: RegExp
  readonly verb: RegExp
  /** What may not follow a number or a phase that is the whole trial’s. */
  readonly part: {readonly people: RegExp; readonly phase: RegExp}
  readonly latter: readonly [RegExp, RegExp]
  readonly refers: {readonly noun: RegExp; readonly pronoun: RegExp}
  /** A trial that is named for itself, and not as what some participants are of. */
  readonly whole: RegExp
  /** What stands alone between commas: the whole of it. */
  readonly facts: readonly Fact[]
  /** What a column’s head says of its cells. */
  column(head: string): Column | undefined
  readonly macros: Macros
  readonly sole: Sole
}

/** How a language says a thing of the one trial of a clause, ready to match. */
export interface Sole {
  readonly clause: RegExp
  readonly elsewhere: readonly RegExp[]
  readonly other: RegExp
  readonly apart: RegExp
  readonly into: RegExp
  readonly intervention: readonly RegExp[]
  readonly everyone: readonly RegExp[]
  readonly someone: readonly RegExp[]
}

/** How a language names trials. */
export interface Macros {
  readonly noun: string
  readonly follows: string
  /** Words that a sentence is read without. */
  readonly drop: RegExp
  /** `NCT02881476 is the ALSUMMIT study`. */
  readonly same: readonly RegExp[]
}

/** Makes a grammar of a lexicon. */
export function toGrammar(lexicon: Lexicon): Grammar {
  const {phrases, adjectives, predicates} = lexicon
  const adjective = `(?<said>${adjectives.map(([, words]) => words).join('|')})`
  const statuses = [...adjectives, ...predicates].map(
    ([status, words]) =>
      [status, new RegExp(`^(?:${unlooked(inner(expand(words, lexicon)))})$`, 'u')] as const
  )
  const bare = adjectives.map(
    ([status, words]) => [status, new RegExp(`^(?:${unlooked(expand(words, lexicon))})$`, 'u')] as const
  )
  const columns = (Object.entries(lexicon.columns) as [Column, string][]).map(
    ([column, heads]) => [column, new RegExp(`^(?:${heads})$`, 'u')] as const
  )
  const make = (about: Construction['about'], patterns: readonly string[], words?: string) => {
    const wanted = words === undefined ? [] : [new RegExp(unnamed(expand(words, lexicon)), 'u')]
    return patterns.flatMap((pattern) =>
      variants(pattern, lexicon).map((each): Construction => {
        const whole = expand(each, lexicon)
        return {about, pattern: new RegExp(whole, 'gdu'), needs: [...wanted, ...signsIn(whole, each)]}
      })
    )
  }
  const word = (pattern: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${expand(pattern, lexicon)})(?![\\p{L}\\p{N}])`, 'gu')
  return {
    constructions: [
      ...make(
        'phase',
        phrases.map((each) => filled(each, '{P}'))
      ),
      ...make('phase', lexicon.phase),
      ...make(
        'status',
        phrases.map((each) => filled(each, adjective)),
        adjective
      ),
      ...predicates.flatMap(([, words]) =>
        make(
          'status',
          lexicon.status.map((each) => each.replaceAll('{S}', `(?:${words})`)),
          words
        )
      ),
      ...make(
        'status',
        lexicon.apposed.map((each) => filled(each, adjective)),
        adjective
      ),
      ...make('status', lexicon.recruiting).map((each): Construction => ({...each, status: 'recruiting'})),
      ...make('phase', lexicon.denied).map((each): Construction => ({...each, denies: true})),
      ...make('enrolment', lexicon.enrolment),
      ...make('sponsor', lexicon.sponsor),
      ...make('runs', lexicon.runs),
      ...make('intervention', lexicon.intervention),
      ...make('start', lexicon.start),
      ...make('completion', lexicon.completion)
    ],
    status: (words) => statuses.find(([, pattern]) => pattern.test(words))?.[0],
    bareStatus: (words) => bare.find(([, pattern]) => pattern.test(words))?.[0],
    doubt: word(lexicon.doubt),
    clause: new RegExp(expand(lexicon.clause, lexicon), 'gu'),
    verb: word(lexicon.verb),
    part: {
      people: new RegExp(`^(?:${expand(lexicon.part, lexicon)})`, 'u'),
      phase: new RegExp(`^(?:${expand(lexicon.partOfPhase, lexicon)})`, 'u')
    },
    refers: {noun: word(lexicon.refers.noun), pronoun: word(lexicon.refers.pronoun)},
    whole: new RegExp(expand('{whole}{t}', lexicon), 'uy'),
    latter: [word(lexicon.latter[0]), word(lexicon.latter[1])],
    facts: lexicon.facts.map(
      ([about, pattern]) => [about, new RegExp(`^(?:${expand(pattern, lexicon)})$`, 'du')] as const
    ),
    column: (head) => columns.find(([, pattern]) => pattern.test(plainly(head)))?.[0],
    macros: {
      noun: expand('{noun}', lexicon),
      follows: expand('{follows}', lexicon),
      drop: new RegExp(expand('{drop}', lexicon), 'gdu'),
      same: [
        '(?={t}){free}{T}(?: (?:study|trial))?{same}(?<next>{t})(?=[,.;)]|$| \\(| (?:study|trial)(?![a-z]))',
        '(?={t}){free}{T}(?: (?:study|trial))?{alias}(?<next>{t})(?=[,.;)]|$| \\(| (?:study|trial)(?![a-z]))',
        "(?:acronyme?|short name|sigle|nom) (?:of|de) (?:the |l')?(?:(?:study|trial|essai|etude) )?{T} (?:is|est) (?<next>{t})(?=[,.;)]|$)"
      ].map((pattern) => new RegExp(expand(pattern, lexicon), 'gdu'))
    },
    sole: toSole(lexicon, word)
  }
}

function toSole(lexicon: Lexicon, word: (pattern: string) => RegExp): Sole {
  const {clause, elsewhere, other, apart, into, intervention, unheld, everyone, someone} = lexicon.sole
  const plain = {x: `[^\\s,;:()${trial}]+`, S: `(?<said>${substance})`}
  const make = (patterns: readonly string[]) =>
    patterns.map((pattern) => {
      const filled = pattern.replaceAll('{x}', plain.x).replaceAll('{S}', plain.S)
      return new RegExp(`(?<![a-z])(?:${expand(filled, lexicon)})`, 'gdu')
    })
  return {
    clause: new RegExp(clause, 'gu'),
    elsewhere: make(elsewhere),
    other: word(other),
    apart: word(apart),
    into: new RegExp(`(?<![a-z])${into.replaceAll('{x}', plain.x)}`, 'u'),
    intervention: make([...intervention, ...unheld]),
    everyone: make(everyone),
    someone: make(someone)
  }
}

/** Small letters without accents, marks or a unit in brackets at the end. */
function plainly(head: string): string {
  return head
    .normalize('NFD')
    .replace(/[\p{M}*_:“”"]/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .trim()
    .replace(qualifier, '')
}

const qualifier =
  / \((?:estimated|planned|actual|expected|est\.?|anticipated|registered|prevue?s?|estimee?s?|reel(?:le)?s?|total|date)\)$/

/** The part of a predicate that is quoted. */
function inner(pattern: string): string {
  const start = pattern.indexOf('(?<said>')
  if (start < 0) return pattern
  let depth = 0
  for (let index = start; index < pattern.length; index++) {
    if (pattern[index] === '\\') index++
    else if (pattern[index] === '(') depth++
    else if (pattern[index] === ')' && --depth === 0) return `(?:${pattern.slice(start + 8, index)})`
  }
  return pattern
}

/** A pattern without what it asks of the words around. */
function unlooked(pattern: string): string {
  return pattern.replace(/\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
}

/** A phrase with what is said put in; what only looks for it does not capture it. */
function filled(phrase: string, said: string): string {
  const bare = said === '{P}' ? '{p}' : unnamed(said)
  return phrase.replaceAll('(?={F})', `(?=${bare})`).replaceAll('{F}', said)
}

function unnamed(pattern: string): string {
  return pattern.replaceAll('(?<said>', '(?:')
}

/** What is said by a sign needs that sign; a trial in brackets as the subject needs the brackets. */
function signsIn(whole: string, pattern: string): RegExp[] {
  const said = /\(\?<said>(\[?[\uE000-\uE009]+\]?)\)/.exec(whole)?.[1]
  const isBracketed = pattern.startsWith('{head} ')
  return [said === undefined ? undefined : new RegExp(said), isBracketed ? bracketed : undefined].filter(
    (each) => each !== undefined
  )
}

/** A subject is a trial that no preposition governs, or one named in brackets after the noun that is the subject. */
function variants(pattern: string, {macros}: Lexicon): string[] {
  const whole = pattern.replace('{subj}', macros.subj ?? '')
  return whole.includes('{subject}')
    ? ['(?={t}){free}{T}', '{head} \\({T}\\)', '{headof}{T}', apposed].map((subject) =>
        whole.replace('{subject}', subject)
      )
    : [whole]
}

/** `The extension that followed, CENTAUR-OLE, ended …` */
const apposed =
  "(?<=^|[;:] )(?:(?:the|this|its|an?|cette|cet|la|le|une?|son|sa) |l')(?:{w} ){0,5}{noun}(?: [^,;:(){t}]{1,60})?, (?:l')?{T},"

const bracketed = new RegExp(`\\(${signs.trial}\\)`)
const {trial, phase, people, size, number, date, organisation, drug, substance} = signs
const captured: Readonly<Record<string, string>> = {
  T: `(?<trials>${trial})`,
  P: `(?<said>${phase})`,
  C: `(?<said>${people})`,
  N: `(?<said>${size})`,
  B: `(?<said>${number})`,
  CB: `(?<said>[${people}${number}])`,
  CNB: `(?<said>[${people}${number}${size}])`,
  Y: `(?<said>${date})`,
  O: `(?<said>${organisation})`,
  R: `(?<said>${drug})`,
  t: trial,
  p: phase,
  c: people,
  n: size,
  b: number,
  y: date,
  o: organisation,
  r: drug,
  /** A word that may stand before a noun. */
  w: `(?!(?:{stop}|{finite})(?![a-z]))[^\\s${trial}(),;:]+`,
  m: '(?:{w},? ){0,6}',
  /** The same, and no phase. */
  v: `(?!(?:{stop}|{finite})(?![a-z]))[^\\s${trial}${phase}(),;:]+`,
  /** A word of what follows a noun and belongs to it. */
  x: `(?!(?:{break}|{noun})(?![a-z]))[^\\s${trial}(),;:]+`,
  z: `(?!(?:{break})(?![a-z]))[^\\s${trial}${phase}(),;:]+`,
  aside: `(?: \\([^()]{0,160}\\))`,
  /** Trials in a row. */
  Ts: `(?<trials>${trial}{aside}?(?:(?:(?:,|/)(?: {the})? ?|,? {and}(?: {the})?(?: {v}){0,3} )${trial}{aside}?){1,8})`,
  appositive: `(?:, [^,;:]{1,100},)`,
  also: `(?: [^,;:()]{1,90}?,? {and}| {be} [^,;:()]{1,80}? {that})`
}

/** A pattern with its macros put in: those of the language, then what all languages share. */
function expand(pattern: string, lexicon: Lexicon): string {
  let expanded = pattern
  for (let round = 0; round < 8 && /\{[A-Za-z]+\}/.test(expanded); round++)
    expanded = expanded.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
      const macro = lexicon.macros[name] ?? captured[name]
      if (macro === undefined) throw new Error(`No macro ${whole} in ${lexicon.macros.language}`)
      return macro
    })
  return expanded
}
