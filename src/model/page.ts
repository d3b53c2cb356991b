import type {Root} from 'hast'

/** A whole page before it is text. */
export interface Page {
  readonly tree: Root
  /** Style sheets of `styles/` that go into its head, in order: `tokens`, `report`. */
  readonly sheets: readonly string[]
  /** What of its style depends on the review: paper, margin boxes. */
  readonly style: string
  /** Scripts that the page carries; none in anything that is printed. */
  readonly scripts: readonly string[]
}

/** Where an id landed in print: its page, from 1, and how far below the top of the page’s text it begins, in points. */
export interface Spot {
  readonly page: number
  readonly top: number
}

/** Where each id of a printed page landed that the page links to. */
export interface Landing {
  readonly spots: ReadonlyMap<string, Spot>
  readonly pages: number
  /** How high the text of each page may be, in points. */
  readonly heights: readonly number[]
}

/** How wide a table is, in CSS pixels: with room in each column, with columns of whole words, with words that break. */
export interface TableMeasure {
  readonly comfortable: number
  readonly least: number
  readonly broken: number
}

/** What a PDF says about itself. An absent date is printed nowhere and stands in no metadata. */
export interface Description {
  readonly title: string
  readonly authors: readonly string[]
  readonly language: string
  readonly date?: string
  readonly keywords: readonly string[]
  readonly subject?: string
  /** The page’s headings in order, as its bookmarks are to read. */
  readonly headings: readonly string[]
  /** The page’s links in order, as a reader hears them. */
  readonly links: readonly LinkText[]
}

/** What a link says, and where it leads. */
export interface LinkText {
  readonly address: string
  readonly text: string
}
