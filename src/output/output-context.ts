import type {ElementContent, Root} from 'hast'
import type {Fill} from '../model/fill.js'
import type {Paper} from '../model/matter.js'
import type {Words} from '../words/index.js'

/** What an output is made with. */
export interface OutputContext {
  readonly words: Words
  readonly fill: Fill
  /** Puts trees where a template has slots. */
  fillSlots(tree: Root, contents: Readonly<Record<string, readonly ElementContent[]>>): Root
  readonly paper: Paper
  /** The theme’s logo as a `data:` address; undefined where it has none. */
  readonly logo: string | undefined
}
