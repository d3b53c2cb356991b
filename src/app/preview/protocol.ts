import type {Finding} from '../../model/finding.js'

/** The outputs that a preview shows, in the order of its tabs. */
export const shownOutputs = ['web', 'report', 'briefing', 'slides', 'handout'] as const
export type ShownOutput = (typeof shownOutputs)[number]

/** The outputs that are pages for a browser; the others are PDFs. */
export type PageOutput = Extract<ShownOutput, 'web' | 'slides'>

/** Where a finding is to be seen: how the text there begins, and in which block of the report on the web it stands. */
export interface Spot {
  readonly text: string
  readonly block?: number
}

/** A finding as the preview tells it. */
export interface ShownFinding extends Pick<Finding, 'file' | 'place' | 'severity' | 'message' | 'rule'> {
  /** Why it is waived, where it is. */
  readonly waived?: string
  readonly spot?: Spot
}

/** One output of a review as it stands. Versions count up; the same bytes keep theirs. */
export interface Standing {
  readonly output: ShownOutput
  readonly version: number
  /** Pages of a PDF, slides of a deck. */
  readonly pages?: number
  /** When it was made, in milliseconds since 1970. */
  readonly at: number
}

/**
 * How a review stands: `shown` where it would be published; `refused` where it is shown, but would not be, and why;
 * `broken` where what is shown is the last that could be made.
 */
export type Condition = 'reading' | 'shown' | 'refused' | 'broken'

/** The event `state`: all there is to know of a review but its pages. */
export interface State {
  readonly review: string
  readonly title: string
  readonly condition: Condition
  readonly reason?: string
  /** Whether something is being made right now. */
  readonly busy: boolean
  readonly outputs: readonly Standing[]
  readonly findings: readonly ShownFinding[]
  readonly reviews: readonly {readonly name: string; readonly title: string}[]
}

/** The event `output`: an output was made again, after something changed that it may depend on. */
export interface Renewed extends Standing {
  readonly review: string
  /** Whether it is another than before; otherwise its version is the same. */
  readonly changed: boolean
}

/** What turns one version of a page into another. */
export interface Patch {
  readonly version: number
  /** Another than before where the page must be loaded anew. */
  readonly frame: string
  /** The digests of the blocks of each container, in order. */
  readonly lists: readonly (readonly string[])[]
  /** The blocks that were not there before, by digest. */
  readonly blocks: Readonly<Record<string, string>>
}
