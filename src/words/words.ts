import type {OutputName} from '../model/matter.js'
import type {AuditWords} from './audit-words.js'
import type {DeckWords} from './deck-words.js'
import type {FigureWords} from './figure-words.js'

/** Everything Lectern itself says on a page, in one language. A language is one file of this shape. */
export interface Words {
  /** BCP 47, `en`. */
  readonly language: string
  readonly contents: string
  readonly keyPoints: string
  readonly introduction: string
  readonly trials: string
  readonly agenda: string
  readonly references: string
  readonly notes: string
  /** What leads from a footnote back to its mark. */
  readonly backToText: string
  readonly table: string
  readonly figure: string
  /** What heads the lists of tables and of figures. */
  readonly lists: {readonly table: string; readonly figure: string}
  /** `(continued)`, after a table’s name on its further pages. */
  readonly continued: string
  /** `page 4`, where a reference leads on paper. */
  onPage(page: number): string
  /** What the cover calls the report. */
  readonly kind: string
  readonly briefing: string
  readonly slides: string
  readonly handout: string
  readonly version: string
  readonly draft: string
  readonly abstract: string
  readonly howToCite: string
  readonly funding: string
  readonly competingInterests: string
  readonly licence: string
  readonly searchDate: string
  readonly shortForms: string
  readonly keywords: string
  readonly slide: string
  /** What a reader of the briefing is told of the report. */
  readonly fullReport: string
  readonly notReported: string
  readonly noRecord: string
  readonly recordDateUnknown: string
  readonly trialsCaption: string
  readonly worksCaption: string
  readonly trialsSource: string
  readonly worksSource: string
  /** What stands before and after the author’s own words for a work, where they differ from its reference. */
  readonly givenByAuthor: readonly [before: string, after: string]
  readonly columns: {
    readonly trial: string
    readonly intervention: string
    readonly phase: string
    readonly status: string
    readonly enrolment: string
    readonly sponsor: string
    readonly start: string
    readonly completion: string
    readonly asOf: string
    readonly authors: string
    readonly title: string
    readonly source: string
    readonly year: string
    readonly identifier: string
  }
  /** How a formula is said: signs, letters and constructs by what they are written as. */
  readonly math: {
    readonly over: string
    /** Around what is more than one term above or below a line. */
    readonly begin: string
    readonly end: string
    readonly squareRoot: string
    root(index: string): string
    readonly sub: string
    readonly power: string
    readonly powers: Readonly<Record<string, string>>
    readonly from: string
    readonly to: string
    readonly of: string
    readonly under: string
    readonly accents: Readonly<Record<string, string>>
    readonly letters: Readonly<Record<string, string>>
    readonly signs: Readonly<Record<string, string>>
  }
  readonly outputs: Readonly<Record<OutputName, string>>
  readonly reviews: string
  readonly audit: AuditWords
  readonly deck: DeckWords
  readonly figures: FigureWords
  /** `Phase 2/3` of `['PHASE2', 'PHASE3']`; undefined where none is reported. */
  phase(phases: readonly string[]): string | undefined
  /**
   * `Active, not recruiting` of `ACTIVE_NOT_RECRUITING`; a word not known here is given back readable.
   * With what the status was when the registry last heard of the study, where it says so.
   */
  status(status: string, last: string | undefined): string
  /** `28 July 2023`, `May 2023`, `2023` of an ISO date of that precision. */
  date(iso: string): string
  /** `actual` or `estimated`, of `ACTUAL` and `ESTIMATED`. */
  kindOfFact(type: string): string
  number(value: number): string
  /** The folio: what stands before, between and after the page’s number and the number of pages. */
  readonly folio: readonly [string, string, string]
  /** `and 12 more trials, listed in the report` */
  moreTrials(count: number): string
  /** `Miller, Cudkowicz, Shaw et al.` of a list that the record calls incomplete or that is long. */
  readonly etAl: string
  /** The title of the second of three slides: `(2/3)`. */
  part(index: number, of: number): string
  /** How authors of reviews head their reference lists, whole headings in lower case. */
  readonly referenceHeadings: RegExp
  /** How they head works that the text need not cite. */
  readonly furtherReadingHeadings: RegExp
  /** How they head what they conclude. */
  readonly conclusionHeadings: RegExp
  /** Words that end with a full stop without ending a sentence, in lower case. */
  readonly abbreviations: readonly string[]
}
