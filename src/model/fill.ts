import type {Root} from 'hast'

/** Fills a template by name (`table/trials`) with data and gives the tree; all values are escaped. */
export type Fill = (template: string, data: object) => Root
