import type {DrawnElement, Sides} from '../model/drawn-deck.js'
import {contentBox, textIn, walkBlocks} from './drawn-blocks.js'
import {toPictureShape} from './drawn-picture.js'
import {type Around, within} from './drawn-runs.js'
import {easedWidths} from './drawn-widths.js'
import type {Cell, Paragraph, Shape, TextShape} from './shape.js'

/** A table; before it its caption, and after it the pictures in its cells, which no table of a presentation holds. */
export function toTableShape(table: DrawnElement, around: Around): Shape[] {
  const parts = elementsIn(table)
  const caption = parts.find(({name}) => name === 'caption')
  const rows = parts.flatMap((part) =>
    part.name === 'tr' ? [{row: part, part}] : part.name === 'caption' ? [] : rowsIn(part)
  )
  const placed = placedCells(rows.map(({row}) => row))
  const measured = widthsOf(placed, table)
  const pictures = rows.flatMap(({row}) => picturesIn(row))
  // Pictures stand where they are, and cells over several columns may break elsewhere.
  const isEased = pictures.length === 0 && placed.flat().every(({columns}) => columns === 1)
  const widths = isEased ? easedWidths(measured, placed.flat()) : measured
  const inner = within(table, around)
  const cells = placed.map((row, index) => {
    const fills = [rows[index]?.row, rows[index]?.part, table].map((each) => each?.look.fill ?? '')
    return row.map(({cell, column, columns, below}) => ({
      paragraphs: paragraphsIn(cell, inner).map((paragraph) => inCell(paragraph, cell)),
      column,
      columns,
      rows: below,
      anchor: anchorOf(cell),
      fill: cell.look.fill || fills.find(Boolean) || '',
      padding: paddingOf(cell),
      edges: cell.look.edges
    }))
  })
  if (cells.length === 0 || widths.length === 0) return []
  const [first] = rows
  return [
    ...captionOf(caption, inner),
    {
      kind: 'table',
      box: first ? {...table.box, y: first.row.box.y} : table.box,
      isLeftward: table.look.isLeftward,
      alternative: caption ? textIn(caption).replace(/\s+/g, ' ').trim() : '',
      widths,
      heights: rows.map(({row}) => row.box.height),
      hasHead: first?.part.name === 'thead',
      hasStub: rows.some(({row, part}) => part.name !== 'thead' && elementsIn(row)[0]?.name === 'th'),
      rows: cells
    },
    ...pictures.map((picture) => toPictureShape(picture, false))
  ]
}

/** A cell stands elsewhere where its column is eased: its text is measured from its own edges. */
function inCell(paragraph: Paragraph, cell: DrawnElement): Paragraph {
  const {x, width} = contentBox(cell)
  return {...paragraph, left: paragraph.left - x, right: paragraph.right - x - width}
}

function picturesIn(element: DrawnElement): DrawnElement[] {
  return elementsIn(element).flatMap((child) =>
    child.name === 'img' || child.name === 'svg' ? [child] : picturesIn(child)
  )
}

function captionOf(caption: DrawnElement | undefined, around: Around): TextShape[] {
  if (!caption) return []
  const paragraphs = paragraphsIn(caption, around)
  return paragraphs.length > 0 ? [{kind: 'text', role: 'text', box: contentBox(caption), paragraphs}] : []
}

interface Placed {
  readonly cell: DrawnElement
  readonly column: number
  readonly columns: number
  readonly below: number
}

/** Each cell with the column it begins in, past those that reach down from rows above. */
function placedCells(rows: readonly DrawnElement[]): Placed[][] {
  const taken: number[] = []
  return rows.map((row, index) => {
    let column = 0
    return elementsIn(row).map((cell) => {
      while ((taken[column] ?? 0) > index) column++
      const columns = spanOf(cell.attributes.colspan, 1000)
      const below = Math.min(spanOf(cell.attributes.rowspan, 65534), rows.length - index)
      for (let at = column; at < column + columns; at++) taken[at] = index + below
      const placed = {cell, column, columns, below}
      column += columns
      return placed
    })
  })
}

function spanOf(span: string | undefined, most: number): number {
  const number = Number.parseInt(span ?? '1', 10)
  return number >= 1 ? Math.min(number, most) : 1
}

/** How wide each column is, from where cells begin and end; columns that no cell tells apart share evenly. */
function widthsOf(rows: readonly (readonly Placed[])[], {box, look}: DrawnElement): number[] {
  const count = Math.max(0, ...rows.flat().map(({column, columns}) => column + columns))
  const edges: (number | undefined)[] = Array.from({length: count + 1})
  edges[0] = 0
  edges[count] = box.width
  for (const {cell, column, columns} of rows.flat()) {
    const from = look.isLeftward ? box.x + box.width - (cell.box.x + cell.box.width) : cell.box.x - box.x
    edges[column] ??= from
    edges[column + columns] ??= from + cell.box.width
  }
  for (let at = 1; at < count; at++) {
    if (edges[at] !== undefined) continue
    const next = edges.findIndex((edge, index) => index > at && edge !== undefined)
    const from = edges[at - 1] ?? 0
    edges[at] = from + ((edges[next] ?? box.width) - from) / (next - at + 1)
  }
  return Array.from({length: count}, (_, at) => Math.max((edges[at + 1] ?? 0) - (edges[at] ?? 0), 1))
}

function paragraphsIn(element: DrawnElement, around: Around): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const nothing = () => undefined
  walkBlocks(
    element,
    {
      paragraph: (paragraph) => paragraphs.push(paragraph),
      table: (table, inside) => {
        for (const row of elementsIn(table).flatMap(rowsIn))
          for (const cell of elementsIn(row.row)) paragraphs.push(...paragraphsIn(cell, inside))
      },
      picture: nothing,
      opens: nothing,
      closes: nothing
    },
    {around, level: -1}
  )
  return paragraphs
}

/**
 * Room for the square before a status is the sign’s own now. The side where lines end keeps little: elsewhere bold
 * type runs wider than ours, and what just fits here would break there.
 */
function paddingOf({look, classes, name}: DrawnElement): Sides<number> {
  const {size, isLeftward, textAlign} = look
  const [top, whole, bottom, begin] = look.padding
  const isFlush = textAlign === 'start' || textAlign === (isLeftward ? 'right' : 'left')
  const right = isFlush && !isLeftward ? whole / 4 : whole
  const left = isFlush && isLeftward ? begin / 4 : begin
  const padding: Sides<number> = [top, right, bottom, left]
  if (name !== 'td' || !classes.includes('status')) return padding
  const square = 1.04 * size
  return isLeftward
    ? [top, Math.max(right - square, 0), bottom, left]
    : [top, right, bottom, Math.max(left - square, 0)]
}

function anchorOf({look: {verticalAlign}}: DrawnElement): Cell['anchor'] {
  return verticalAlign === 'bottom' || verticalAlign === 'middle' ? verticalAlign : 'top'
}

function rowsIn(part: DrawnElement): {row: DrawnElement; part: DrawnElement}[] {
  if (part.name === 'tr') return [{row: part, part}]
  return elementsIn(part)
    .filter(({name}) => name === 'tr')
    .map((row) => ({row, part}))
}

function elementsIn({children}: DrawnElement): DrawnElement[] {
  return children.filter((child): child is DrawnElement => child.kind === 'element' && !child.look.isHidden)
}
