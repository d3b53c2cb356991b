import type {Element, ElementContent} from 'hast'

/** A cell with the column it begins in, how many it takes, and how many rows it reaches down from its own. */
export interface Placed {
  readonly cell: Element
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** The cells over each row, in the order of their columns: its own, and those that reach down into it. */
export function cellsOver(rows: readonly Element[]): Placed[][] {
  let reaching: Placed[] = []
  return rows.map((row) => {
    const cells = [...reaching]
    const taken = new Set(reaching.flatMap(({column, columns}) => range(column, columns)))
    let column = 0
    for (const cell of row.children) {
      if (cell.type !== 'element') continue
      while (taken.has(column)) column++
      const placed = {cell, column, columns: spanOf(cell, 'colSpan'), rows: spanOf(cell, 'rowSpan')}
      cells.push(placed)
      column += placed.columns
    }
    reaching = cells.filter((each) => each.rows > 1).map((each) => ({...each, rows: each.rows - 1}))
    return cells.sort((one, other) => one.column - other.column)
  })
}

/** A row with the cells that reach into it as its own; undefined where none does. */
export function resumedRow(row: Element, over: readonly Placed[]): Element | undefined {
  const own = new Set<ElementContent>(row.children)
  if (over.every(({cell}) => own.has(cell))) return undefined
  const children = over.map(({cell, rows}) => (own.has(cell) ? cell : again(cell, rows)))
  return {...row, children}
}

/** A cell that is said again: ids are those of the first. */
export function again(cell: Element, rows = 1): Element {
  const {id: _, rowSpan: __, ...properties} = cell.properties
  return {
    ...cell,
    properties: {...properties, ...(rows > 1 ? {rowSpan: rows} : {})},
    children: cell.children.map((child) => (child.type === 'element' ? again(child) : child))
  }
}

function spanOf({properties}: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Number(properties[name] ?? 1) || 1)
}

function range(from: number, count: number): number[] {
  return Array.from({length: count}, (_, index) => from + index)
}
