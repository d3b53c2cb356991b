import type {Element, ElementContent} from 'hast'
import type {Place} from './origin.js'

/** The smallest piece that moves to a further slide whole: a sentence, a list item, a table row. */
export interface Unit {
  readonly content: Element
  /** What the speaker has before them while this unit shows: the author’s full words. */
  readonly notes: readonly ElementContent[]
  /** A sentence that announces what follows: not left alone at a slide’s end. */
  readonly announces?: boolean
  /** The row with what reaches down into it from rows above, for a slide that begins with it. */
  readonly resumed?: Element
  /** Appears when the speaker asks for it; on paper and in pictures it stands there from the start. */
  readonly step?: true
}

/** Pieces that belong together. Lists and tables may part between units; a table repeats its head. */
export type Block =
  | {readonly kind: 'flow'; readonly units: readonly Unit[]}
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly units: readonly Unit[]
    }
  | {
      readonly kind: 'table'
      /** The classes of the table’s element. */
      readonly classes: readonly string[]
      readonly caption: Element | undefined
      readonly head: Element | undefined
      /** Of each column, in parts of the table’s width that add up to 1: the same on every slide of a parted table. */
      readonly widths?: readonly number[]
      readonly units: readonly Unit[]
    }

/** What a slide is, and so how it is set. */
export type SlideKind =
  | 'title'
  | 'agenda'
  | 'section'
  | 'content'
  | 'statement'
  | 'columns'
  | 'figure'
  | 'table'
  | 'quote'
  | 'image'
  | 'references'

/**
 * What was done to a slide that held too much: closer lines, a list in two columns, or, where nothing else helps,
 * smaller type, never below the theme’s smallest legible size, and last of all words of a table that break.
 */
export type Setting = 'close' | 'paired' | 'dense' | 'broken'

/** A title that would take more than two lines stands smaller. */
export type TitleSize = 'small' | 'smallest'

/** One slide. `notes` are said before those of its units. */
export interface Slide {
  readonly id: string
  readonly kind: SlideKind
  /** In words, for outlines, bookmarks and listeners. */
  readonly title: string
  /** The title is not shown: a picture or a quotation speaks for itself. */
  readonly bare?: true
  /** The section this slide belongs to, printed small above its title. */
  readonly kicker?: string
  readonly blocks: readonly Block[]
  /** What stands in the second column of a slide of kind `columns`. */
  readonly beside?: readonly Block[]
  readonly notes: readonly ElementContent[]
  /** Where what is shown comes from, printed in the footer before the review’s title and date. */
  readonly source?: string
  /** What is behind everything: a colour of CSS as the author wrote it, checked; or a picture (`img`). */
  readonly background?: {readonly colour?: string; readonly image?: Element}
  /** A set of colours within the review’s theme: the slide has the class `theme-NAME`. */
  readonly theme?: string
  /** Which of how many slides with this title; absent when it is the only one. */
  readonly part?: {readonly index: number; readonly of: number}
  readonly setting?: Setting
  readonly titleSize?: TitleSize
  /** The height in CSS pixels that no picture on it goes beyond, so that what stands with it has its room. */
  readonly pictures?: number
  /** Where its author asked for it, for findings. */
  readonly place?: Place
}

/** A talk: slides in order. */
export interface Deck {
  readonly slides: readonly Slide[]
}

/** What a slide’s title leaves below it. */
export interface Headroom {
  readonly titleSize?: TitleSize
  /** Lines of the title in that size. */
  readonly lines: number
  /** Height of the room that units may fill. */
  readonly room: number
}

/** A unit’s box, from the room’s top. */
export interface UnitMeasure {
  readonly top: number
  readonly bottom: number
  /** The height of the table head before it, paid for again on a further slide. */
  readonly head: number
  /** Rows of pictures in it: how high they are, and how low they may be. */
  readonly pictures?: readonly {readonly height: number; readonly least: number}[]
}

/** What the browser found of one slide in one setting, in CSS pixels of the slide’s own 1280 × 720. */
export interface SlideMeasure {
  /** Absent where it was measured as it is printed. */
  readonly setting?: Setting
  /** With its title alone, and with the title marked as one of several parts. */
  readonly alone: Headroom
  readonly marked: Headroom
  /** How far a box or a line of text reaches sideways or upwards out of what holds it, or into another; 0 when none does. */
  readonly beyond: number
  /** How far what is in the room reaches out of it, above or below. */
  readonly below: number
  /** Each unit in order, those of the second column after those of the first. */
  readonly units: readonly UnitMeasure[]
  /** Of each table in order, its columns in parts of its width. */
  readonly widths: readonly (readonly number[])[]
  /** Words of tables that break between letters. */
  readonly broken: number
  /** The smallest type of the room but in captions, sources, pictures and raised or lowered signs, and the theme’s least. */
  readonly smallest: number
  readonly least: number
}

/** How full a deck is: its fullest slide, from 1, by how much of its room is filled, and its smallest type in CSS pixels. */
export interface DeckFit {
  readonly slide: number
  readonly title: string
  readonly filled: number
  readonly smallest: number
}
