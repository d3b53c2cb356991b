import type {Box, DrawnElement, DrawnNode} from '../model/drawn-deck.js'

/** How much wider than ours a font may run that stands in for it. */
const wider = 1.3

/**
 * Columns whose longest word just fits have some of the width that others do not use: where another font stands in for
 * ours, ids stay whole. No line breaks elsewhere for it.
 */
export function easedWidths(
  widths: readonly number[],
  cells: readonly {readonly cell: DrawnElement; readonly column: number}[]
): number[] {
  const columns = widths.map((width, index) => {
    const own = cells.filter(({column}) => column === index).map(({cell}) => needsOf(cell))
    const asked = Math.max(0, ...own.map(({asked}) => asked))
    const used = Math.max(0, ...own.map(({used}) => used))
    return {width, lacks: Math.max(asked - width, 0), spares: Math.max(width - Math.max(asked, used), 0)}
  })
  const sum = (key: 'lacks' | 'spares') => columns.reduce((total, column) => total + column[key], 0)
  const [lacking, spare] = [sum('lacks'), sum('spares')]
  const given = Math.min(lacking, spare)
  return given > 0
    ? columns.map(({width, lacks, spares}) => width + given * (lacks / lacking - spares / spare))
    : [...widths]
}

/** What a cell asks for its longest word, and what its lines take of its width. */
function needsOf(cell: DrawnElement): {asked: number; used: number} {
  const {padding, edges} = cell.look
  const outer = [1, 3].reduce((total, side) => total + (padding[side] ?? 0) + (edges[side]?.width ?? 0), 0)
  const texts = textsIn(cell)
  const words = texts.map(({value, lines}) => {
    const longest = Math.max(0, ...value.split(/[ \t\n]+/).map((word) => word.length))
    return (widthOf(lines) * longest) / Math.max(value.trim().length, 1)
  })
  const lines = texts.flatMap((each) => each.lines)
  const from = Math.min(...lines.map(({x}) => x))
  const to = Math.max(...lines.map(({x, width}) => x + width))
  return {
    asked: Math.max(0, ...words) * wider + outer,
    used: lines.length > 0 ? to - from + outer + 2 : outer
  }
}

function textsIn(node: DrawnNode): {value: string; lines: readonly Box[]}[] {
  if (node.kind === 'text') return [node]
  return node.look.isHidden ? [] : node.children.flatMap(textsIn)
}

function widthOf(lines: readonly Box[]): number {
  return lines.reduce((total, {width}) => total + width, 0)
}
