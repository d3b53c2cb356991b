import type {Element, ElementContent} from 'hast'
import type {Unit} from '../model/deck.js'

/** A cell that reaches down, where it stands, and the row it ends before. */
interface Reach {
  readonly cell: Element
  readonly column: number
  readonly width: number
  readonly end: number
}

/**
 * Some rows of a table as a table of their own: a cell that reaches into them from above is repeated in the first of
 * them, and none reaches beyond the last, so that what follows stays in its columns.
 */
export function takeRows(units: readonly Unit[], start: number, end: number): Unit[] {
  const rows = units.slice(start, end)
  if (!units.some(({content}) => cellsOf(content).some((cell) => down(cell) > 1))) return rows
  let reaches: Reach[] = []
  for (let row = 0; row < start; row++) {
    const open = reaches.filter((reach) => reach.end > row)
    reaches = [...open, ...placed(units[row]?.content, open, row).filter((reach) => reach.end > start)]
  }
  const open = reaches.filter((reach) => reach.end > start)
  return rows.map(({content, ...unit}, index) => {
    const row = start + index
    const own = placed(content, index === 0 ? open : [], row)
    const cells = [...(index === 0 ? open : []), ...own].sort((one, other) => one.column - other.column)
    return {...unit, content: {...content, children: cells.map((reach) => clipped(reach, row, end))}}
  })
}

/** A row’s cells in the columns that those from above leave to them. */
function placed(row: Element | undefined, above: readonly Reach[], index: number): Reach[] {
  let column = 0
  return cellsOf(row).map((cell) => {
    for (let over = at(above, column); over !== undefined && over.end > index; over = at(above, column))
      column = over.column + over.width
    const reach = {cell, column, width: across(cell), end: index + down(cell)}
    column += reach.width
    return reach
  })
}

function at(above: readonly Reach[], column: number): Reach | undefined {
  return above.find((reach) => reach.column <= column && column < reach.column + reach.width)
}

function clipped({cell, end}: Reach, row: number, last: number): Element {
  const rows = Math.min(end, last) - row
  if (rows === down(cell)) return cell
  return {...cell, properties: {...cell.properties, rowSpan: rows > 1 ? rows : undefined}}
}

function cellsOf(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter(isElement)
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}

function down({properties: {rowSpan}}: Element): number {
  return Math.max(1, Number(rowSpan) || 1)
}

function across({properties: {colSpan}}: Element): number {
  return Math.max(1, Number(colSpan) || 1)
}
