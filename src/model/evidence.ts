import type {Reference} from './reference.js'
import type {Study} from './study.js'

/** What the project holds about the world: trials by id, and works in the order of their file. */
export interface Evidence {
  readonly studies: ReadonlyMap<string, Study>
  readonly references: readonly Reference[]
}
