import type {Finding} from '../../model/finding.js'
import type {BaselineEntry} from './baseline.js'
import type {CheckedReview} from './check.js'

/** What a check tells: what is open, with what a baseline knows left out, and what is waived. */
export interface CheckReport {
  readonly open: readonly Finding[]
  readonly waived: readonly Finding[]
  readonly reviews: readonly CheckedReview[]
  /** Where findings were compared with a baseline: how many it knows, and what of it is gone. */
  readonly baseline?: {readonly known: number; readonly gone: readonly BaselineEntry[]}
  /** Whether text tells what is waived; data always do. */
  readonly showWaived: boolean
  /** The project’s folder as the working directory sees it, ending with `/`; empty where it is that. */
  readonly prefix: string
}
