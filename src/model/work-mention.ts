import type {Passage} from './passage.js'
import type {Reference} from './reference.js'

/**
 * A work of the evidence that the prose names, by what of it: a link, an identifier that is printed (a DOI, PubMed’s or
 * PubMed Central’s id), or a citation.
 */
export interface WorkMention {
  readonly work: Reference
  readonly by: 'link' | 'identifier' | 'citation'
  readonly passage: Passage
  /** The words that name it, by their part of the passage’s text. */
  readonly from: number
  readonly to: number
}
