import type {FigureName, RecordDates} from '../model/drawing.js'
import type {Progress} from '../model/progress.js'

/** What figures say, in one language. */
export interface FigureWords {
  /** `Timeline of the 17 trials …`: of all held with the review, or of those it names. */
  readonly captions: Readonly<Record<FigureName, (count: number, isNamed: boolean) => string>>
  /** `Timeline of 17 trials`: what a figure is to one who does not see it. */
  readonly headlines: Readonly<Record<FigureName, (count: number) => string>>
  /** Where the facts come from, and as of when. */
  source(dates: RecordDates): string
  /** The same in a slide’s footer. */
  records(dates: RecordDates): string
  /** What each mark of a status stands for. */
  readonly progress: Readonly<Record<Progress, string>>
  readonly startReported: string
  readonly completionReported: string
  readonly neitherReported: string
  readonly actual: string
  readonly estimated: string
  readonly unstated: string
  readonly partial: string
  /** `Biological` of `BIOLOGICAL`; a word not known here is given back readable. */
  kind(type: string): string
  readonly kindNotReported: string
  readonly phaseNotReported: string
  readonly otherPhase: string
  /** Which row a trial of several kinds stands in. */
  readonly severalKinds: string
  /** A row that goes on from the picture before. */
  continued(kind: string): string
  /** `NCT02623699 VALOR: completed; start 2016.` */
  sentence(of: string, facts: readonly string[]): string
  /** `Under way (12)` */
  count(what: string, count: number): string
}
