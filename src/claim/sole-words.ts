/**
 * How a language says a thing of the one trial of a clause, wherever in the clause the trial stands. `{R}` is a drug that
 * the evidence knows, `{S}` one that it does not, `{C}` a number of people, `{x}` a word.
 */
export interface SoleWords {
  /** Where a clause ends for good. */
  readonly clause: string
  /** Who comes from another trial: `who completed PHOENIX`. */
  readonly elsewhere: readonly string[]
  /** What speaks of other studies, other times or other drugs, before what is said. */
  readonly other: string
  /** The same, after it. */
  readonly apart: string
  readonly intervention: readonly string[]
  /** The same of drugs that no record tests, and that a few participants may well have been given beside. */
  readonly unheld: readonly string[]
  /** What leads to a trial from what is said before it. */
  readonly into: string
  /** The whole of the participants. */
  readonly everyone: readonly string[]
  /** Participants, be they all or not. */
  readonly someone: readonly string[]
}
