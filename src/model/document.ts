import type {Element, ElementContent} from 'hast'
import type {Citation} from './citation.js'
import type {RecordDates} from './drawing.js'
import type {Finding} from './finding.js'
import type {OutputName, Paper} from './matter.js'
import type {Place} from './origin.js'
import type {Passage} from './passage.js'
import type {Reference} from './reference.js'
import type {Study} from './study.js'
import type {WorkMention} from './work-mention.js'

/** A trial the text names: the id, where it does so first, and the record, if one is held. */
export interface Mention {
  readonly id: string
  readonly place: Place
  readonly study?: Study
}

/** An item of the author’s reference list as he wrote it, before references are printed in its place. */
export interface ListedItem {
  /** All of its words, without those of lists below it. */
  readonly text: string
  /** Its first link: what it says, and where it leads. */
  readonly linkText?: string
  readonly href?: string
  /** Of the link’s text; of the item’s beginning where it has no link. */
  readonly place: Place
  /** The one work that it names, if a record of it is held. */
  readonly work?: Reference
}

/** A heading of the body, for contents, agenda and bookmarks. `depth` is 2 for a part of the review. */
export interface Heading {
  readonly id: string
  readonly depth: number
  readonly text: string
}

/** A table or figure with a caption, and so a number of its own among those of its kind. */
export interface Exhibit {
  readonly id: string
  readonly kind: 'table' | 'figure'
  readonly number: number
  readonly caption: string
}

/** What a journal prints beside the title, as far as the author gave it. */
export interface Colophon {
  readonly howToCite?: string
  readonly funding?: string
  readonly competingInterests?: string
  readonly licence?: string
  /** `YYYY-MM-DD` */
  readonly searchDate?: string
  readonly abbreviations: readonly (readonly [short: string, long: string])[]
}

/** What was found in a review before it was printed, told at the end of its report. */
export interface Audit {
  readonly findings: readonly Finding[]
  /** What was found and waived, with the reasons. */
  readonly waivers: readonly Finding[]
}

/** What is said aloud of a review: what its slides and their notes are made of. */
export interface Talk {
  /**
   * The text without what is for the report alone, with what is for slides alone. What is for the speaker alone has
   * `dataAudience: 'notes'`. Where nothing is marked, the same nodes as the document’s body.
   */
  readonly body: readonly ElementContent[]
  /** The short table of the trials that this text names. */
  readonly trials: Element | undefined
  /** As of when the records of those trials are. */
  readonly dates: RecordDates
  /** Key points that the author named; none where they are taken from the text. */
  readonly keyPoints: readonly string[]
}

/** A review, read: everything any output needs, in the author’s order and words. */
export interface Document {
  /** `als-review`, `fr/sla`: the review’s path below `content/`, without the ending. */
  readonly name: string
  /** The author’s file, as findings name it: `content/als-review.md`. */
  readonly path: string
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly string[]
  /** `YYYY-MM-DD`; absent where the author gave none. */
  readonly date?: string
  readonly version?: string
  readonly status: 'draft' | 'final'
  readonly language: string
  readonly keywords: readonly string[]
  readonly abstract?: string
  readonly keyPoints: readonly string[]
  readonly outputs: readonly OutputName[]
  readonly paper: Paper
  /** The folder of `styles/themes/` that the review is set in. */
  readonly theme: string
  readonly colophon: Colophon
  /** The text below the title as the report has it; headings start at `h2` and skip no level. */
  readonly body: readonly ElementContent[]
  readonly headings: readonly Heading[]
  /** The numbered tables and figures, in the text’s order. */
  readonly exhibits: readonly Exhibit[]
  /** The content of the section that concludes, without its heading; the text’s own words. */
  readonly conclusion: {readonly heading: string; readonly content: readonly ElementContent[]} | undefined
  /** The id of the heading that opens the author’s reference list. */
  readonly referencesId: string | undefined
  /** The author’s prose, block by block, with the place of each character: what checks read. */
  readonly passages: readonly Passage[]
  /** The trials this review names, in order of first mention. */
  readonly trials: readonly Mention[]
  /** The works that are cited or listed and that the evidence knows, in the order of the printed list. */
  readonly works: readonly Reference[]
  /** Each place of the prose that names a work of the evidence, in the text’s order. */
  readonly workMentions: readonly WorkMention[]
  /** Every place of the text that cites, in the order of reading: in brackets, in a sentence, or by a link. */
  readonly citations: readonly Citation[]
  /** The ids of all that is cited or listed, in the order that numbers follow. */
  readonly order: readonly string[]
  /** The author’s reference list, item by item, in his order. */
  readonly listed: readonly ListedItem[]
  /** Evidence tables for outputs that set their own: the briefing’s short table of trials. */
  readonly shortTrials: Element | undefined
  /** What slides are made of: never the body, which holds what is for the report alone. */
  readonly talk: Talk
  /** What its report tells of its checks; absent where there is nothing to tell. */
  readonly audit?: Audit
}
