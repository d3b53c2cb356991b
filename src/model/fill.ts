import type {Root} from 'hast'

/** Fills a template by name (`table/trials`) with data and gives the tree; all values are escaped. */
export interface Fill {
  (template: string, data: object): Root
  /** The templates there are, the project’s own among them. */
  readonly names: readonly string[]
}
