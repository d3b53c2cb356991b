import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {leadFor, shortened, shortenedNodes} from './lead.js'
import {plain} from './sentences.js'
import {continued, type ListOptions, withNotes} from './to-list.js'

/** A table with a longer cell than this, or a longer row, is shown as a list. */
const longestCell = 320
const longestRow = 1100
/** No more of a cell is shown in such a list, and of its column’s name. */
const longestLead = 360
const longestName = 60

/** A table as a slide shows it: by rows, or, where its cells hold prose, as a list of them. */
export function toTableBlock(table: Element, options: ListOptions): Block {
  const block = toTable(table)
  const rows = [...(block.head?.children ?? []), ...block.units.map(({content}) => content)]
  return rows.filter(isElement).some(isTall) ? toRowList(block, options) : block
}

/** Whether a row holds prose that no slide’s row can. */
function isTall(row: Element): boolean {
  const lengths = row.children.filter(isElement).map((cell) => plain(cell).length)
  return (
    Math.max(...lengths, 0) > longestCell || lengths.reduce((sum, length) => sum + length, 0) > longestRow
  )
}

/** A table of prose as a list: each row’s cells by their lead sentences, the row itself in the notes. */
function toRowList({head, units}: TableBlock, options: ListOptions): Block {
  const names =
    head?.children.flatMap((row) => (isElement(row) ? row.children.filter(isElement).map(plain) : [])) ?? []
  return {
    kind: 'list',
    ordered: false,
    start: 1,
    units: units.flatMap(({content: row}): Unit[] => {
      const cells = row.children.filter(isElement).map((cell, index) => leadOf(cell, index, names, options))
      const [first = [], ...others] = cells
      const item = h('li', first)
      const pieces = [item, ...others.map((cell) => continued(item, cell))].map((content) => ({content}))
      return withNotes(pieces, [h('table', [...(head ? [head] : []), h('tbody', [row])])])
    })
  }
}

function leadOf(
  cell: Element,
  index: number,
  names: readonly string[],
  options: ListOptions
): ElementContent[] {
  const {lead} = leadFor(cell.children, {...options, elides: true})
  const shown = shortenedNodes(lead, longestLead)
  if (index === 0) return isLine(shown) ? [h('strong', shown)] : shown
  const name = shortened(names[index] ?? '', longestName)
  return name ? [h('strong', `${name}: `), ...shown] : shown
}

/** What names a row is set strong where it is a few words. */
function isLine(nodes: readonly ElementContent[]): boolean {
  return nodes.map((node) => textOf(node)).join('').length <= longestName
}

type TableBlock = Extract<Block, {kind: 'table'}>

/** A table by its rows. */
export function toTable(table: Element): TableBlock {
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
