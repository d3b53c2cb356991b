import type {Element} from 'hast'
import {z} from 'zod'

/** The figures that can be drawn from the evidence. */
export const FigureName = z.enum(['trials-timeline', 'pipeline'])
export type FigureName = z.infer<typeof FigureName>

/** A figure, drawn: exactly the trials it was given, each once. */
export interface Drawing {
  /** One `svg` or, where there are many trials, several, none taller than half a page. */
  readonly panels: readonly Element[]
  /** What the picture says, in words: each trial, or, where there are many, their counts. */
  readonly alternative: string
  /** The ids of the trials held, in the picture’s order. */
  readonly trials: readonly string[]
  /** As of when the records are that it was drawn from. */
  readonly asOf: RecordDates
}

/** The earliest and the latest date of some records, absent where none is known, and how many of them have none. */
export interface RecordDates {
  readonly from?: string
  readonly to?: string
  readonly unknown: number
  readonly of: number
}
