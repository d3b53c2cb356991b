import type {SaidStatus} from '../model/claim.js'
import type {Column, Lexicon} from './lexicon.js'
import {Macros} from './macros.js'
import {Pattern} from './pattern.js'
import {signs} from './signs.js'

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
  readonly pattern: Pattern
  /** What is said is that this is not so. */
  readonly denies?: boolean
  /** The status it comes to, whatever the words. */
  readonly status?: SaidStatus
}

/** A fact that stands alone. */
export type Fact = readonly [about: Construction['about'], pattern: Pattern]

/** A language’s constructions, ready to match; those that are surest come first. */
export interface Grammar {
  readonly constructions: readonly Construction[]
  /** What the words of a status come to. */
  status(words: string): SaidStatus | undefined
  /** A status that stands alone: in a cell, between commas. */
  bareStatus(words: string): SaidStatus | undefined
  readonly doubt: Pattern
  readonly clause: Pattern
  readonly verb: Pattern
  /** What may not follow a number or a phase that is the whole trial’s. */
  readonly part: {readonly people: Pattern; readonly phase: Pattern}
  readonly latter: readonly [Pattern, Pattern]
  readonly refers: {readonly noun: Pattern; readonly pronoun: Pattern}
  /** A trial that is named for itself, and not as what some participants are of. */
  readonly whole: Pattern
  /** What stands alone between commas: the whole of it. */
  readonly facts: readonly Fact[]
  /** What a column’s head says of its cells. */
  column(head: string): Column | undefined
  readonly names: Names
  readonly sole: Sole
}

/** How a language says a thing of the one trial of a clause, ready to match. */
export interface Sole {
  readonly clause: Pattern
  readonly elsewhere: readonly Pattern[]
  readonly other: Pattern
  readonly apart: Pattern
  readonly into: Pattern
  readonly intervention: readonly Pattern[]
  readonly everyone: readonly Pattern[]
  readonly someone: readonly Pattern[]
}

/** How a language names trials. */
export interface Names {
  /** Words that a sentence is read without. */
  readonly drop: Pattern
  /** What a trial follows on, before an id of its own: `the extension of CENTAUR (NCT03488524)`. */
  readonly follows: Pattern
  /** Two namings with little between, which is the first group: `VALOR (NCT02623699)`. */
  readonly pair: Pattern
  /** `NCT02881476 is the ALSUMMIT study`. */
  readonly same: readonly Pattern[]
}

/** Makes a grammar of a lexicon. */
export function toGrammar(lexicon: Lexicon): Grammar {
  const {phrases, adjectives, predicates} = lexicon
  const macros = new Macros(lexicon.macros)
  const adjective = `(?<said>${adjectives.map(([, words]) => words).join('|')})`
  const statuses = [...adjectives, ...predicates].map(
    ([status, words]) => [status, new Pattern(`^(?:${unlooked(inner(words))})$`, macros, 'u')] as const
  )
  const bare = adjectives.map(
    ([status, words]) => [status, new Pattern(`^(?:${unlooked(words)})$`, macros, 'u')] as const
  )
  const columns = (Object.entries(lexicon.columns) as [Column, string][]).map(
    ([column, heads]) => [column, new Pattern(`^(?:${heads})$`, macros, 'u')] as const
  )
  const make = (about: Construction['about'], patterns: readonly string[], said = '') =>
    patterns.flatMap((pattern) =>
      variants(filled(pattern, said), lexicon).map(
        (pieces): Construction => ({about, pattern: new Pattern(pieces, macros)})
      )
    )
  const word = (pattern: string) =>
    new Pattern(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, macros, 'gu')
  return {
    constructions: [
      ...make('phase', phrases, '{P}'),
      ...make('phase', lexicon.phase),
      ...make('status', phrases, adjective),
      ...predicates.flatMap(([, words]) => make('status', lexicon.status, `(?:${words})`)),
      ...make('status', lexicon.apposed, adjective),
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
    clause: new Pattern(lexicon.clause, macros, 'gu'),
    verb: word(lexicon.verb),
    part: {
      people: new Pattern(`^(?:${lexicon.part})`, macros, 'u'),
      phase: new Pattern(`^(?:${lexicon.partOfPhase})`, macros, 'u')
    },
    refers: {noun: word(lexicon.refers.noun), pronoun: word(lexicon.refers.pronoun)},
    whole: new Pattern('{whole}{t}', macros, 'uy'),
    latter: [word(lexicon.latter[0]), word(lexicon.latter[1])],
    facts: lexicon.facts.map(([about, pattern]) => [about, new Pattern(`^(?:${pattern})$`, macros, 'du')]),
    column: (head) => columns.find(([, pattern]) => pattern.test(plainly(head)))?.[0],
    names: toNames(macros),
    sole: toSole(lexicon, macros, word)
  }
}

function toNames(macros: Macros): Names {
  const between =
    "(?:,? (?:{noun}))?(?: (?:de )?{p})?(?:,? (?:{noun}))?(?: (?:of|du|de|d'|on) (?:the )?{r})?(?: ?[(–:,]+ ?| )(?:(?:{noun}) )?(?:registered (?:as|under|with)(?: the)?(?: number)? |enregistree? (?:sous|comme)(?: le)?(?: numero)? )?(?:nct (?:no\\.? |number )?|clinicaltrials\\.gov (?:id(?:entifier)?:? )?)?"
  return {
    drop: new Pattern('{drop}', macros),
    follows: new Pattern(
      '(?:{follows})[^(),;:]{0,40}?({t})(?:,? (?:{noun}))?(?= ?\\([^()]{0,40}{t})',
      macros,
      'gu'
    ),
    pair: new Pattern(`{t}(?=(${between}){t})`, macros, 'gu'),
    same: [
      '(?={t}){free}{T}(?: (?:study|trial))?{same}(?<next>{t})(?=[,.;)]|$| \\(| (?:study|trial)(?![a-z]))',
      '(?={t}){free}{T}(?: (?:study|trial))?{alias}(?<next>{t})(?=[,.;)]|$| \\(| (?:study|trial)(?![a-z]))',
      "(?:acronyme?|short name|sigle|nom) (?:of|de) (?:the |l')?(?:(?:study|trial|essai|etude) )?{T} (?:is|est) (?<next>{t})(?=[,.;)]|$)"
    ].map((pattern) => new Pattern(pattern, macros))
  }
}

function toSole(lexicon: Lexicon, macros: Macros, word: (pattern: string) => Pattern): Sole {
  const {clause, elsewhere, other, apart, into, intervention, unheld, everyone, someone} = lexicon.sole
  const plain = {x: `[^\\s,;:()${signs.trial}]+`, S: `(?<said>${signs.substance})`}
  const make = (patterns: readonly string[]) =>
    patterns.map((pattern) => {
      const filled = pattern.replaceAll('{x}', plain.x).replaceAll('{S}', plain.S)
      return new Pattern(`(?<![a-z])(?:${filled})`, macros)
    })
  return {
    clause: new Pattern(clause, macros, 'gu'),
    elsewhere: make(elsewhere),
    other: word(other),
    apart: word(apart),
    into: new Pattern(`(?<![a-z])${into.replaceAll('{x}', plain.x)}`, macros, 'u'),
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

/** A pattern in pieces, with what is said put in; what only looks for it does not capture it. */
function filled(pattern: string, said: string): string[] {
  const bare = said === '{P}' ? '{p}' : unnamed(said)
  return pattern
    .replaceAll('(?={F})', `(?=${bare})`)
    .split(/(\{[FS]\})/)
    .map((piece) => (/^\{[FS]\}$/.test(piece) ? said : piece))
}

function unnamed(pattern: string): string {
  return pattern.replaceAll('(?<said>', '(?:')
}

/** A subject is a trial that no preposition governs, or one named in brackets after the noun that is the subject. */
function variants([first = '', ...others]: readonly string[], {macros}: Lexicon): string[][] {
  const [before = '', after] = first.replace('{subj}', macros.subj ?? '').split('{subject}')
  if (after === undefined) return [[before, ...others]]
  return subjects.map((subject) => [before + subject, after, ...others])
}

/** `The extension that followed, CENTAUR-OLE, ended …` */
const apposed =
  "(?<=^|[;:] )(?:(?:the|this|its|an?|cette|cet|la|le|une?|son|sa) |l')(?:{w} ){0,5}{noun}(?: [^,;:(){t}]{1,60})?, (?:l')?{T},"

const subjects = ['(?={t}){free}{T}', '{head} \\({T}\\)', '{headof}{T}', apposed]
