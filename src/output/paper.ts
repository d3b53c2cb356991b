import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
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

/**
 * The sheet and margin boxes of a printed document: its title, DRAFT while it is one, and `Page n of N`; a cover
 * bears DRAFT alone. Wide tables stand on sheets of their own, turned.
 */
export function paperStyle({title, status}: Document, paper: Paper, words: Words, cover?: 'cover'): string {
  const [before, between, after] = words.folio.map(quoted)
  const draft = status === 'draft' ? `@bottom-left { content: ${quoted(words.draft)} }` : ''
  return `@page { size: ${sizes[paper]}; ${draft}
  @top-left { content: ${quoted(shortened(title, titleLength))} }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after} } }
@page wide { size: ${sizes[paper]} landscape }
${cover ? '@page :first { @top-left { content: none } @bottom-right { content: none } }' : ''}`
}
