import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'

const sizes: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'}

/**
 * The margin boxes of a printed document: its title, DRAFT while it is one, and `Page n of N`; a cover bears DRAFT
 * alone. Where the text runs from right to left, they stand the other way round.
 */
export function paperStyle(
  {title, status, language}: Document,
  paper: Paper,
  words: Words,
  cover?: 'cover'
): string {
  const [before, between, after] = words.folio.map(quoted)
  const isLeftward = directionOf(language) === 'rtl'
  const [start, end, direction] = isLeftward ? ['right', 'left', 'direction: rtl;'] : ['left', 'right', '']
  const [running, marked, folio] = isLeftward ? [quiet, loud, quiet] : ['', '', '']
  const draft = status === 'draft' ? `@top-${end} { ${marked} content: ${quoted(words.draft)} }` : ''
  return `@page { size: ${sizes[paper]}; ${draft}
  @top-${start} { ${running} ${direction} content: ${quoted(short(title))} }
  @bottom-${end} { ${folio} content: ${before} counter(page) ${between} counter(pages) ${after} } }
${cover ? `@page :first { @top-${start} { content: none } @bottom-${end} { content: none } }` : ''}`
}

/** What the style sheet says of the boxes that it names, for those on the other side. */
const font =
  'font-family: "Lectern sans", "Lectern script", sans-serif; font-size: 8pt; vertical-align: middle;'
const quiet = `${font} color: #4d5966; font-weight: 400; letter-spacing: 0;`
const loud = `${font} color: #1b1f24; font-weight: 600; letter-spacing: 0.06em;`

/** As much of a title as fits a line; an East Asian sign is as wide as two letters. */
function short(title: string): string {
  let width = 0
  let kept = ''
  for (const sign of title) {
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u.test(
      sign
    )
      ? 2
      : 1
    if (width < 70) kept += sign
  }
  return width <= 70 ? title : `${kept.trimEnd()}…`
}

/** A text as a CSS string: nothing in it can end the string or the sheet. */
function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;()–—-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}
