import type {Element, ElementContent} from 'hast'

/** The smallest piece that moves to a further slide whole: a sentence, a list item, a table row. */
export interface Unit {
  readonly content: Element
  /** What the speaker has before them while this unit shows: the author’s full words. */
  readonly notes: readonly ElementContent[]
  /** A sentence that announces what follows: not left alone at a slide’s end. */
  readonly announces?: boolean
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
      readonly caption: Element | undefined
      readonly head: Element | undefined
      readonly units: readonly Unit[]
    }

/** One slide. `notes` are said before those of its units. */
export interface Slide {
  readonly id: string
  readonly kind: 'title' | 'agenda' | 'part' | 'content' | 'trials' | 'references'
  readonly title: string
  /** The section this slide belongs to, printed small above its title. */
  readonly kicker?: string
  readonly blocks: readonly Block[]
  readonly notes: readonly ElementContent[]
  /** Which of how many slides with this title; absent when it is the only one. */
  readonly part?: {readonly index: number; readonly of: number}
  /** Set where nothing else helped: smaller type, never below the theme’s smallest legible size. */
  readonly dense?: boolean
}

/** A talk: slides in order. */
export interface Deck {
  readonly slides: readonly Slide[]
}

/** What the browser found of one slide, in CSS pixels of the slide’s own 1280 × 720. */
export interface SlideMeasure {
  /** Height of the room that units may fill. */
  readonly room: number
  /** How far the furthest box reaches beyond the slide’s own edges, in any direction but down; 0 when none does. */
  readonly beyond: number
  /** Each unit’s box in order, from the room’s top; `head` is the height of the table head before it, paid for again on a further slide. */
  readonly units: readonly {readonly top: number; readonly bottom: number; readonly head: number}[]
}
