import type {Document} from '../model/document.js'
import type {Landing, Spot} from '../model/page.js'
import type {Words} from '../words/index.js'
import {auditId} from './audit.js'
import {quoted, shortened} from './css-text.js'
import {sidesOf} from './paper.js'
import {endsOf} from './table-ends.js'

/** A heading that begins no further down than this, in points, opens its page: its own margin may stand above it. */
const opens = 30
const sectionLength = 48
/** The caption of a table that goes on, right above its head: the box is the corner, its text reaches over the page. */
const caption =
  'color: var(--ink); font-size: 9pt; line-height: 1.3; padding: 0 0 1.5mm; text-align: start; vertical-align: bottom; white-space: nowrap;'

/**
 * What the margin boxes say of each page: the section in force at its top, and the table that goes on there. A
 * counter style has one symbol a page, so that a margin box that prints the page’s number prints these instead.
 */
export function runningHeads(document: Document, landing: Landing, words: Words): string {
  const sections = sectionsByPage(document, landing, words).map((text) => shortened(text, sectionLength))
  const tables = continuedByPage(document, landing, words)
  const {start, end} = sidesOf(document)
  const direction = start === 'left' ? 'ltr' : 'rtl'
  return `@counter-style nothing { system: cyclic; symbols: ""; suffix: "" }
${counterStyle('sections', sections)}
${counterStyle('tables-continued', tables)}
@page {
  @top-${end} { content: counter(page, sections); direction: ${direction}; vertical-align: middle }
  @top-${start}-corner { content: counter(page, tables-continued); direction: ${direction}; ${caption} padding-${start}: 22mm } }`
}

/** The text of the section in force at the top of each page; none before the first. */
export function sectionsByPage({headings}: Document, {spots, pages}: Landing, words: Words): string[] {
  const [contents, text] = [spots.get('contents'), spots.get('text')]
  // Where one heading is above all others, it says nothing: the sections are those below it.
  const deepest = headings.filter(({id, depth}) => depth === 2 && id !== auditId).length > 1 ? 2 : 3
  const starts = [
    ...(contents ? [{text: words.contents, ...contents}] : []),
    ...(text ? [{text: '', ...text}] : []),
    ...headings.flatMap(({id, depth, text}) => {
      const spot = depth <= deepest ? spots.get(id) : undefined
      return spot ? [{text, ...spot}] : []
    })
  ]
  return byPage(pages, (page) => {
    const before = starts.filter((start) => start.page < page || (start.page === page && opensPage(start)))
    return before.at(-1)?.text ?? ''
  })
}

/** Whether what landed there is the first of its page. */
export function opensPage({top}: Spot): boolean {
  return top <= opens
}

/** `Table 2 (continued)` on each page that a table’s rows reach without beginning there. */
export function continuedByPage({exhibits}: Document, {spots, pages}: Landing, words: Words): string[] {
  const names = byPage(pages, () => '')
  for (const {id, kind, number} of exhibits) {
    const first = spots.get(id)?.page
    const last = Math.max(0, ...endsOf(id, spots).map((spot) => spot.page))
    if (kind !== 'table' || first === undefined) continue
    for (let page = first + 1; page <= last; page++)
      names[page - 1] = `${words.table} ${number} ${words.continued}`
  }
  return names
}

function byPage(pages: number, textOf: (page: number) => string): string[] {
  return Array.from({length: pages}, (_, index) => textOf(index + 1))
}

function counterStyle(name: string, texts: readonly string[]): string {
  const symbols = texts.length > 0 ? texts.map(quoted).join(' ') : '""'
  return `@counter-style ${name} { system: fixed 1; symbols: ${symbols}; suffix: ""; fallback: nothing }`
}
