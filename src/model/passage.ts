import type {Place} from './origin.js'

/**
 * One block of the author’s prose as it is read: a paragraph, a list item’s own words, a table row, a heading. White
 * space is single spaces; marks of footnotes, code and formulas are left out. `at` tells where in the source a
 * character of `text` stands; its line counts in the review’s file with all it includes as one run, as messages on
 * that file do.
 */
export interface Passage {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'caption' | 'matter'
  readonly text: string
  at(offset: number): Place
  /** The links in it, by the part of `text` they underline. */
  readonly links: readonly PassageLink[]
  /** A row’s cells, by their part of `text`, each with the words of its column’s head. */
  readonly cells: readonly Cell[]
  /** The words of the list items that hold this one, outermost first, and of what leads the list in. */
  readonly leads: readonly string[]
  /** The heading it stands under; empty before the first. */
  readonly section: string
  /** A heading’s rank, 1 to 6. */
  readonly depth?: number
  /** Whether it belongs to the author’s reference list. */
  readonly inReferences: boolean
}

export interface PassageLink {
  readonly from: number
  readonly to: number
  /** The address as the author wrote it. */
  readonly href: string
}

export interface Cell {
  readonly from: number
  readonly to: number
  readonly head: string
}
