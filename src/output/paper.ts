import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
import type {Words} from '../words/index.js'

const sizes: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'}

/** The margin boxes of a printed document: its title, DRAFT while it is one, and `Page n of N`; a cover bears DRAFT alone. */
export function paperStyle({title, status}: Document, paper: Paper, words: Words, cover?: 'cover'): string {
  const [before, between, after] = words.folio.map(quoted)
  const draft = status === 'draft' ? `@top-right { content: ${quoted(words.draft)} }` : ''
  return `@page { size: ${sizes[paper]}; ${draft}
  @top-left { content: ${quoted(short(title))} }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after} } }
${cover ? '@page :first { @top-left { content: none } @bottom-right { content: none } }' : ''}`
}

function short(title: string): string {
  return title.length <= 70 ? title : `${title.slice(0, 69).trimEnd()}…`
}

/** A text as a CSS string: nothing in it can end the string or the sheet. */
function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;()–—-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}
