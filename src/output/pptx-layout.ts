import type {Slide} from '../model/deck.js'
import type {Box} from '../model/drawn-deck.js'
import type {Words} from '../words/index.js'

/** The layouts of a presentation, by the place that each has among its parts. */
export const layouts = ['blank', 'title', 'section', 'content', 'columns', 'picture', 'table'] as const
export type LayoutName = (typeof layouts)[number]

/** The layout that a slide is of. */
export function layoutOf({kind, setting}: Slide): LayoutName {
  switch (kind) {
    case 'title':
    case 'section':
    case 'columns':
    case 'table':
      return kind
    case 'figure':
    case 'image':
      return 'picture'
    default:
      return setting === 'paired' ? 'columns' : 'content'
  }
}

export interface LayoutOptions {
  readonly words: Words
  readonly language: string
  readonly isLeftward: boolean
  /** What each layout’s slides have behind them, as the theme names it. */
  readonly backgrounds: ReadonlyMap<LayoutName, string>
  /** The line above the footer. */
  readonly rule: Box | undefined
  readonly footer: string
  readonly date: string
}
