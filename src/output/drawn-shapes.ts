import type {Box, DrawnElement} from '../model/drawn-deck.js'
import {contentBox, walkBlocks} from './drawn-blocks.js'
import {columnsOf} from './drawn-columns.js'
import {toPictureShape} from './drawn-picture.js'
import {toTableShape} from './drawn-table.js'
import type {AreaShape, Paragraph, Shape, TextShape} from './shape.js'

/** What stands on a slide, in the order of reading. */
export function shapesOf(slide: DrawnElement): Shape[] {
  const shapes: Shape[] = []
  let open: Paragraph[] = []
  /** The elements whose text is a box of its own, from the outside in. */
  const boxes: DrawnElement[] = [slide]
  const flush = () => {
    for (const column of columnsOf(open)) {
      const text = toTextShape(column, boxes)
      if (text) shapes.push(text)
    }
    open = []
  }
  walkBlocks(slide, {
    paragraph: (paragraph) => open.push(paragraph),
    table: (table, around) => {
      flush()
      shapes.push(...toTableShape(table, around))
    },
    picture: (picture) => {
      flush()
      shapes.push(
        toPictureShape(
          picture,
          boxes.some(({classes}) => classes.includes('behind'))
        )
      )
    },
    opens: (element) => {
      if (!standsAlone(element)) return
      flush()
      boxes.push(element)
      if (element !== slide) shapes.push(...areasOf(element))
    },
    closes: (element) => {
      if (!standsAlone(element)) return
      flush()
      boxes.pop()
    }
  })
  flush()
  return roomy(shapes, slide)
}

const alone = ['room', 'column', 'kicker', 'running', 'folio', 'draft', 'behind']

function standsAlone({name, classes, look}: DrawnElement): boolean {
  if (/^(?:section|header|footer|h1|h2|pre|blockquote)$/.test(name)) return true
  if (alone.some((each) => classes.includes(each))) return true
  return look.isPlaced || look.fill !== '' || look.edges.some((edge) => edge)
}

function toTextShape(
  paragraphs: readonly Paragraph[],
  boxes: readonly DrawnElement[]
): TextShape | undefined {
  const [first] = paragraphs
  if (!first) return undefined
  const left = Math.min(...paragraphs.map((each) => each.left - (each.isLeftward ? 0 : each.hang)))
  const right = Math.max(...paragraphs.map((each) => each.right + (each.isLeftward ? each.hang : 0)))
  const box = {
    x: left,
    y: first.top,
    width: right - left,
    height: (paragraphs.at(-1)?.bottom ?? 0) - first.top
  }
  return {kind: 'text', role: roleOf(boxes), box, paragraphs}
}

function roleOf(boxes: readonly DrawnElement[]): TextShape['role'] {
  const has = (name: string) => boxes.some(({classes}) => classes.includes(name))
  if (boxes.some(({name}) => name === 'h1' || name === 'h2')) return 'title'
  if (has('kicker')) return 'kicker'
  if (has('running')) return 'footer'
  if (has('folio')) return 'folio'
  if (has('draft') || has('status')) return 'text'
  return has('room') || has('title') ? 'body' : 'text'
}

/** What an element is painted with: its fill, and each of its borders. */
function areasOf({name, box, look: {fill, edges}}: DrawnElement): AreaShape[] {
  const isFooter = name === 'footer'
  const {x, y, width, height} = box
  const [top, right, bottom, left] = edges
  const areas = [
    fill && {fill, box},
    top && {fill: top.colour, box: {x, y, width, height: top.width}},
    right && {fill: right.colour, box: {x: x + width - right.width, y, width: right.width, height}},
    bottom && {fill: bottom.colour, box: {x, y: y + height - bottom.width, width, height: bottom.width}},
    left && {fill: left.colour, box: {x, y, width: left.width, height}}
  ]
  return areas.flatMap((area) =>
    area ? [{kind: 'area', isFooter: isFooter && area !== areas[0], ...area}] : []
  )
}

/** A room’s last text may grow to its end, for fonts that run wider than the ones it was measured in. */
function roomy(shapes: readonly Shape[], slide: DrawnElement): Shape[] {
  const room = contentBox(find(slide, 'room') ?? slide)
  const end = room.y + room.height
  return shapes.map((shape) => {
    if (shape.kind !== 'text' || shape.role !== 'body') return shape
    const {box} = shape
    const next = shapes
      .filter((other) => other !== shape && other.box.y >= box.y + box.height - 1 && crosses(other.box, box))
      .map((other) => other.box.y)
    const bottom = Math.max(Math.min(end, ...next), box.y + box.height)
    return {...shape, box: {...box, height: bottom - box.y}}
  })
}

function crosses(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width
}

function find(element: DrawnElement, name: string): DrawnElement | undefined {
  if (element.classes.includes(name)) return element
  for (const child of element.children) {
    const found = child.kind === 'element' ? find(child, name) : undefined
    if (found) return found
  }
  return undefined
}
