import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import {quoted, shortened} from './css-text.js'

const sizes: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'}
const titleLength = 60
const pixels = 96 / 25.4
const margins = 44

/** How wide text is on a sheet between its margins, upright and turned, in CSS pixels. */
export const textWidths: Readonly<Record<Paper, {readonly upright: number; readonly turned: number}>> = {
  a4: {upright: (210 - margins) * pixels, turned: (297 - margins) * pixels},
  letter: {upright: (215.9 - margins) * pixels, turned: (279.4 - margins) * pixels}
}

/** The sides of a page as its text runs: where lines start, and where they end. */
export function sidesOf({language}: Document): {start: 'left' | 'right'; end: 'left' | 'right'} {
  return directionOf(language) === 'rtl' ? {start: 'right', end: 'left'} : {start: 'left', end: 'right'}
}

/**
 * The sheet and margin boxes of a printed document: its title, DRAFT while it is one, and `Page n of N`; a cover
 * bears DRAFT alone. Wide tables stand on sheets of their own, turned. Where the text runs from right to left, the
 * boxes stand the other way round.
 */
export function paperStyle(document: Document, paper: Paper, words: Words, cover?: 'cover'): string {
  const {title, status, language} = document
  const {start, end} = sidesOf(document)
  const [before, between, after] = words.folio.map(quoted)
  const draft = status === 'draft' ? `content: ${quoted(words.draft)};` : ''
  return `@page { size: ${sizes[paper]};
  @top-${start} { content: ${quoted(shortened(title, titleLength))}; direction: ${directionOf(language)}; vertical-align: middle }
  @bottom-${start} { ${draft} color: var(--ink); font-weight: 600; letter-spacing: 0.06em }
  @bottom-${end} { content: ${before} counter(page) ${between} counter(pages) ${after}; font-feature-settings: "tnum" } }
@page wide { size: ${sizes[paper]} landscape }
${cover ? `@page :first { @top-${start} { content: none } @bottom-${end} { content: none } }` : ''}`
}
