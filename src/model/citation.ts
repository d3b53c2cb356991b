import type {ElementContent} from 'hast'
import type {Place} from './origin.js'
import type {Reference} from './reference.js'
import type {Study} from './study.js'

/** What can be cited: a work, or a trial’s own record at its registry. */
export type Citable =
  | {readonly id: string; readonly kind: 'work'; readonly reference: Reference}
  | {readonly id: string; readonly kind: 'trial'; readonly study: Study}

/** One thing that a citation names, and how: `see @miller2022, p. 33`. */
export interface CitedPart {
  /** The id of what is cited. */
  readonly id: string
  readonly prefix?: string
  /** `page`, `figure`: what the locator counts, in CSL’s words. */
  readonly label?: string
  readonly locator?: string
  readonly suffix?: string
  /** `-@key`: the text names the author already. */
  readonly suppressAuthor?: boolean
}

/** A place of the text that cites: in brackets, in the sentence itself, or by a link to a work. */
export interface Citation {
  readonly parts: readonly CitedPart[]
  readonly how: 'brackets' | 'sentence' | 'link'
  readonly place: Place
}

/** What is formatted in one go. */
export interface CitationRequest {
  /** Everything that is cited or listed, in the order that numbers follow, and the id of its entry on the page. */
  readonly works: readonly (Citable & {readonly anchor: string})[]
  readonly citations: readonly Pick<Citation, 'parts' | 'how'>[]
}

/** Citations and references as a style prints them. */
export interface Bibliography {
  /** The mark of each citation, in the request’s order. */
  readonly marks: readonly Mark[]
  /** The reference list, in the style’s order. */
  readonly entries: readonly BibliographyEntry[]
}

export interface Mark {
  readonly content: readonly ElementContent[]
  /** The author as the sentence names them, before the mark; only where it does. */
  readonly name?: string
  /** Set above the line, without a space before it. */
  readonly raised: boolean
}

export interface BibliographyEntry {
  readonly id: string
  readonly anchor: string
  /** `1.`, in styles that number their references. */
  readonly label?: string
  readonly content: readonly ElementContent[]
}

/** Formats citations and references in one style and language. */
export type Cite = (request: CitationRequest) => Promise<Bibliography>
