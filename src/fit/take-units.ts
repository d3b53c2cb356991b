import type {ElementContent} from 'hast'
import type {Block, Slide, Unit} from '../model/deck.js'

/** Where each column of a slide is parted, and the widths of its tables’ columns. */
export interface Cuts {
  readonly first: readonly number[]
  readonly second: readonly number[] | undefined
  readonly widths: readonly (readonly number[])[]
}

/** What the part of a slide with this index shows: each column’s units, and, first of all, what is said before them. */
export function takeUnits(
  {blocks, beside, notes}: Slide,
  index: number,
  {first, second, widths}: Cuts
): Pick<Slide, 'blocks' | 'beside' | 'notes'> {
  const tables = blocks.filter(({kind}) => kind === 'table').length
  return {
    blocks: take(withWidths(blocks, widths), first[index - 1] ?? 0, first[index], index),
    ...(beside && second
      ? {beside: take(withWidths(beside, widths.slice(tables)), second[index - 1] ?? 0, second[index], index)}
      : {}),
    notes: index === 0 ? notes : []
  }
}

function take(blocks: readonly Block[], from: number, to: number | undefined, index: number): Block[] {
  // The shorter column has nothing more to show; one without any unit is as its author has it.
  if (to === undefined) return index === 0 ? [...blocks] : []
  let at = 0
  return blocks.flatMap((block): Block[] => {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, block.units.length)
    at += block.units.length
    if (start >= end) return []
    const units = block.units.slice(start, end)
    if (block.kind === 'table') return [{...block, units: wholeRows(units, start > 0)}]
    return block.kind === 'list'
      ? [{...block, units, start: block.start + marks(block.units.slice(0, start))}]
      : [{...block, units}]
  })
}

/** Cells that reach over several rows begin again on a further slide, and end with the last row of each. */
function wholeRows(units: readonly Unit[], isFurther: boolean): Unit[] {
  return units.map((unit, index) => {
    const row = index === 0 && isFurther ? (unit.resumed ?? unit.content) : unit.content
    const left = units.length - index
    const isOver = (cell: ElementContent) =>
      cell.type === 'element' && Number(cell.properties.rowSpan ?? 1) > left
    if (!row.children.some(isOver)) return row === unit.content ? unit : {...unit, content: row}
    const children = row.children.map((cell) =>
      cell.type === 'element' && isOver(cell)
        ? {...cell, properties: {...cell.properties, rowSpan: left}}
        : cell
    )
    return {...unit, content: {...row, children}}
  })
}

/** The parts of a table have the same columns. */
function withWidths(blocks: readonly Block[], widths: readonly (readonly number[])[]): Block[] {
  let table = 0
  return blocks.map((block) => {
    if (block.kind !== 'table') return block
    const own = widths[table++]
    return own && own.length > 0 ? {...block, widths: own} : block
  })
}

/** How many numbers of an ordered list its units use up. */
function marks(units: readonly Unit[]): number {
  return units.filter(
    ({content}) =>
      !(Array.isArray(content.properties.className) && content.properties.className.includes('continued'))
  ).length
}
