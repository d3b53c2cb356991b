import type {SaidStatus} from '../model/claim.js'
import type {SoleWords} from './sole-words.js'

/**
 * How a language speaks of trials. Patterns are matched against a sketch of the sentence: lower case, without accents
 * (but for `à`), quotation marks and markup, in which what is known stands as one sign: `{T}` a trial, `{Ts}` several in
 * a row, `{P}` a phase, `{C}` a number of people, `{N}` `n = 12`, `{B}` a bare number, `{Y}` a date, `{O}` an
 * organisation, `{R}` a drug. `{name}` stands for a macro of the language.
 */
export interface Lexicon {
  /** The months’ names, each a pattern that takes short forms. */
  readonly months: readonly string[]
  /** What may stand before a year: `mid-`, `fin `. */
  readonly seasons: string
  /** Numbers in words, where they count people. */
  readonly numbers: Readonly<Record<string, number>>
  /** Rounded numbers in words, `une cinquantaine`. */
  readonly rounds: Readonly<Record<string, number>>
  /** Those who take part in a trial. */
  readonly people: string
  /** Words before a number that make it less than exact. */
  readonly bounds: Readonly<Record<'about' | 'least' | 'most', string>>
  /** What joins two phases that are both meant, beside `/`. */
  readonly and: string
  /** `late-stage`, `early-phase`: phases without a number. */
  readonly stages: readonly (readonly [pattern: string, phases: readonly string[]])[]
  /** What leads the name of a sponsor, right before a name in capitals. */
  readonly sponsorLeads: string
  /** What follows the name of a sponsor, where it says that it is one. */
  readonly sponsorTails: string
  readonly macros: Readonly<Record<string, string>>
  /** What makes a statement none, when it stands before it in the same clause. */
  readonly doubt: string
  /** Where a clause ends. */
  readonly clause: string
  /** Words that show a sentence is one, and not a list of facts. */
  readonly verb: string
  /** How noun phrases say something of a trial: `{F}` is what is said. */
  readonly phrases: readonly string[]
  /** Statuses beside a trial: `CENTAUR, terminated early for futility, …`; `{F}` is the status. */
  readonly apposed: readonly string[]
  /** What is said of recruitment rather than the trial, and means that it recruits. */
  readonly recruiting: readonly string[]
  /** Phases that a trial is said not to be of. */
  readonly denied: readonly string[]
  /** What stands for the first, and for the last, of two trials. */
  readonly latter: readonly [string, string]
  /** What refers to the one trial of a sentence: a noun, or a pronoun at a clause’s beginning. */
  readonly refers: {readonly noun: string; readonly pronoun: string}
  /** Statuses before a noun, and alone between commas. */
  readonly adjectives: readonly (readonly [SaidStatus, string])[]
  /** Statuses as a predicate: `{S}`, after the trial; what is quoted is in `(?<said>…)`. */
  readonly predicates: readonly (readonly [SaidStatus, string])[]
  readonly status: readonly string[]
  readonly phase: readonly string[]
  readonly enrolment: readonly string[]
  /** What may not follow a number of people that is the trial’s. */
  readonly part: string
  /** What may not follow a phase that is the trial’s: `phase 2 of the study`. */
  readonly partOfPhase: string
  /** What is said alone, between commas. */
  readonly facts: readonly (readonly [
    'phase' | 'intervention' | 'enrolment' | 'sponsor' | 'start' | 'completion',
    string
  ])[]
  readonly sponsor: readonly string[]
  readonly runs: readonly string[]
  readonly intervention: readonly string[]
  readonly start: readonly string[]
  readonly completion: readonly string[]
  /** What is said of the one trial of a clause. */
  readonly sole: SoleWords
  /** What a column’s head says its cells are. */
  readonly columns: Readonly<Record<Column, string>>
}

export type Column =
  | 'phase'
  | 'status'
  | 'enrolment'
  | 'sponsor'
  | 'intervention'
  | 'start'
  | 'completion'
  | 'trial'
