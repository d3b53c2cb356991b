import type {Changed} from '../../registry/summary.js'
import type {LockRecord} from '../../registry/to-study-record.js'

/** What became of the records of one file of the lock. */
export interface Refreshed {
  readonly records: readonly LockRecord[]
  readonly changed: Changed
  /** What could not be had, with the reason. */
  readonly missing: readonly string[]
  /** What a person should look at. */
  readonly notices: readonly string[]
  readonly isWhole: boolean
}
