import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {leadFor, shortened, shortenedNodes} from './lead.js'
import {plain} from './sentences.js'
import {again, cellsOver, type Placed, resumedRow} from './table-grid.js'
import {continued, type ListOptions, withNotes} from './to-list.js'

/** A table with a longer cell than this, or a longer row, is shown as a list. */
const longestCell = 320
const longestRow = 1100
/** No more of a cell is shown in such a list, and of its column’s name. */
const longestLead = 360
const longestName = 60
/** A table of more columns is shown as several, each with the first column. */
const mostColumns = 16
const fewerColumns = 10

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
  const names = cellsOver(head?.children.filter(isElement) ?? []).flat()
  const over = cellsOver(units.map(({content}) => content))
  return {
    kind: 'list',
    ordered: false,
    start: 1,
    units: units.flatMap(({content: row, resumed}, index): Unit[] => {
      const cells = (over[index] ?? []).map((placed) => leadOf(placed, names, options))
      const [first = [], ...others] = cells
      const item = h('li', first)
      const pieces = [item, ...others.map((cell) => continued(item, cell))].map((content) => ({content}))
      return withNotes(pieces, [h('table', [...(head ? [head] : []), h('tbody', [resumed ?? row])])])
    })
  }
}

function leadOf(placed: Placed, names: readonly Placed[], options: ListOptions): ElementContent[] {
  const {lead} = leadFor(placed.cell.children, {...options, elides: true})
  const shown = shortenedNodes(lead, longestLead)
  if (placed.column === 0) return isLine(shown) ? [h('strong', shown)] : shown
  const name = shortened(nameOf(placed, names), longestName)
  return name ? [h('strong', `${name}: `), ...shown] : shown
}

/** What the head calls all columns that a cell takes. */
function nameOf({column, columns}: Placed, names: readonly Placed[]): string {
  const above = names.filter((name) => {
    return name.column <= column && name.column + name.columns >= column + columns
  })
  return [...new Set(above.map(({cell}) => plain(cell)))].filter(Boolean).join(', ')
}

/** What names a row is set strong where it is a few words. */
function isLine(nodes: readonly ElementContent[]): boolean {
  return nodes.map((node) => textOf(node)).join('').length <= longestName
}

type TableBlock = Extract<Block, {kind: 'table'}>

/** A table of more columns than a slide can show is as many tables as it needs, each with the names of its rows. */
export function inColumns(block: Block): Block[] {
  if (block.kind !== 'table') return [block]
  const rows = [...(block.head?.children.filter(isElement) ?? []), ...block.units.map(({content}) => content)]
  const columns = Math.max(...rows.map(({children}) => children.filter(isElement).length), 0)
  const isPlain = rows.every((row) => row.children.every((cell) => !isElement(cell) || !isSpanning(cell)))
  if (columns <= mostColumns || !isPlain) return [block]
  const count = Math.ceil((columns - 1) / fewerColumns)
  const size = Math.ceil((columns - 1) / count)
  return Array.from({length: count}, (_, index): Block => {
    const from = 1 + index * size
    const narrowed = (row: Element): Element => {
      const [first, ...others] = row.children.filter(isElement)
      const names = first ? [index === 0 ? first : again(first)] : []
      return {...row, children: [...names, ...others.slice(from - 1, from - 1 + size)]}
    }
    const {caption, head, units} = block
    const children = head?.children.map((row) => (isElement(row) ? narrowed(row) : row)) ?? []
    return {
      ...block,
      caption: index === 0 ? caption : undefined,
      head: head && {...head, children},
      units: units.map((unit) => ({...unit, content: narrowed(unit.content)}))
    }
  })
}

function isSpanning({properties}: Element): boolean {
  return properties.colSpan !== undefined || properties.rowSpan !== undefined
}

/** A table by its rows. */
export function toTable(table: Element): TableBlock {
  const parts = table.children.filter(isElement)
  const head = parts.find(({tagName}) => tagName === 'thead')
  const caption = parts.find(({tagName}) => tagName === 'caption')
  const rows = parts
    .filter(({tagName}) => tagName === 'tbody' || tagName === 'tfoot')
    .flatMap((body) => body.children.filter(isElement))
  const {className} = table.properties
  const over = cellsOver(rows)
  return {
    kind: 'table',
    classes: Array.isArray(className) ? className.map(String) : [],
    caption,
    head,
    units: rows.map((content, index) => {
      const resumed = resumedRow(content, over[index] ?? [])
      return {content, notes: [], ...(resumed ? {resumed} : {})}
    })
  }
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
