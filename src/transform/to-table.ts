import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Block} from '../model/deck.js'
import type {Words} from '../words/index.js'
import {leadSentences, plain} from './sentences.js'

/** A table with a longer cell than this is shown as a list. */
const longestCell = 320

/** A table as a slide shows it: by rows, or, where its cells hold prose, as a list of them. */
export function toTableBlock(table: Element, words: Words): Block {
  return hasTallRows(table) ? toRowList(table, words) : toTable(table)
}

/** Whether a table’s rows hold prose that no slide’s row can. */
function hasTallRows(table: Element): boolean {
  let isTall = false
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'td' || cell.tagName === 'th') isTall ||= plain(cell).length > longestCell
  })
  return isTall
}

/** A table of prose as a list: each row’s cells by their lead sentences, the row itself in the notes. */
function toRowList(table: Element, words: Words): Block {
  const {head, units} = toTable(table)
  const labels =
    head?.children.flatMap((row) => (isElement(row) ? row.children.filter(isElement).map(plain) : [])) ?? []
  return {
    kind: 'list',
    ordered: false,
    start: 1,
    units: units.map(({content: row}) => {
      const cells = row.children.filter(isElement).flatMap((cell, index): ElementContent[] => {
        const lead = leadSentences(cell.children, 0, words).lead
        const label = index > 0 && labels[index] ? [h('strong', `${labels[index]}: `)] : []
        return [...(index > 0 ? [h('br')] : []), ...label, ...lead]
      })
      return {content: h('li', cells), notes: [h('table', [...(head ? [head] : []), h('tbody', [row])])]}
    })
  }
}

/** A table by its rows. */
export function toTable(table: Element): Extract<Block, {kind: 'table'}> {
  const parts = table.children.filter(isElement)
  const head = parts.find(({tagName}) => tagName === 'thead')
  const caption = parts.find(({tagName}) => tagName === 'caption')
  const rows = parts
    .filter(({tagName}) => tagName === 'tbody' || tagName === 'tfoot')
    .flatMap((body) => body.children.filter(isElement))
  const {className} = table.properties
  return {
    kind: 'table',
    classes: Array.isArray(className) ? className.map(String) : [],
    caption,
    head,
    units: rows.map((content) => ({content, notes: []}))
  }
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
