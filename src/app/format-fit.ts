import type {DeckFit} from '../model/deck.js'

/** `  fullest 9 “Leading Institutions and Funding” 97 %  smallest type 16.5 pt` */
export function formatFit({slide, title, filled, smallest}: DeckFit): string {
  const short = title.length > 48 ? `${title.slice(0, 47).trimEnd()}…` : title
  // Twelve points are 16 pixels: a slide is as wide as a screen of 1280 pixels.
  const points = Math.round(smallest * 7.5) / 10
  return `  fullest ${slide} “${short}” ${Math.round(filled * 100)} %  smallest type ${points} pt`
}
