import type {Box, DrawnElement, DrawnNode, DrawnText} from '../model/drawn-deck.js'
import {marksOf} from './drawn-marks.js'
import {type Around, isInline, runsOf, within} from './drawn-runs.js'
import type {Mark, Paragraph} from './shape.js'

/** What a walk through blocks meets, in the order of reading. */
export interface Visitor {
  paragraph(paragraph: Paragraph): void
  table(table: DrawnElement, around: Around): void
  picture(picture: DrawnElement): void
  /** Whether an element’s text stands by itself: no text before or after it belongs to the same box. */
  opens(element: DrawnElement): void
  closes(element: DrawnElement): void
}

/** Where a walk is: in which item, how deep in lists. */
interface Place {
  readonly around: Around
  readonly level: number
  readonly item?: {readonly mark?: Mark; readonly hang: number}
}

/** Walks through an element’s blocks. */
export function walkBlocks(
  element: DrawnElement,
  visitor: Visitor,
  place: Place = {around: {language: '', decoration: '', shift: 'none'}, level: -1}
): void {
  const {name, look, box} = element
  if (look.isHidden || (box.width <= 1 && box.height <= 1)) return
  if (name === 'table') visitor.table(element, place.around)
  else if (isPicture(element)) visitor.picture(element)
  else {
    visitor.opens(element)
    walkChildren(element, visitor, {...place, around: within(element, place.around)})
    visitor.closes(element)
  }
}

function walkChildren(element: DrawnElement, visitor: Visitor, place: Place): void {
  const {name, look} = element
  const marks = name === 'ul' || name === 'ol' ? marksOf(element) : undefined
  const level = marks ? place.level + 1 : place.level
  const label = element.children.find((child) => child.kind === 'element' && child.classes.includes('label'))
  let item = place.item
  for (const group of grouped(element.children)) {
    const [first] = group
    if (!first) continue
    if (first.kind === 'element' && !isInline(first)) {
      const mark = marks?.get(first)
      const hang = marks ? element.look.padding[look.isLeftward ? 1 : 3] : 0
      const own = marks ? {item: {hang, ...(mark ? {mark} : {})}} : item ? {item} : {}
      walkBlocks(first, visitor, {around: place.around, level, ...own})
      if (item) item = {hang: 0}
      continue
    }
    const isWhole = group.length === element.children.length
    const paragraph = toParagraph(group, element, {...place, level, ...(item ? {item} : {})}, isWhole, label)
    for (const picture of group.flatMap(picturesIn)) visitor.picture(picture)
    if (!paragraph) continue
    visitor.paragraph(paragraph)
    // The item’s further paragraphs have no mark of their own.
    if (item) item = {hang: 0}
  }
}

function toParagraph(
  nodes: readonly DrawnNode[],
  container: DrawnElement,
  {around, level, item}: Place,
  isWhole: boolean,
  label: DrawnNode | undefined
): Paragraph | undefined {
  const {look} = container
  const number = label && nodes.includes(label) ? numberOf(label) : undefined
  const runs = runsOf(number ? nodes.filter((node) => node !== label) : nodes, container, around)
  if (!runs.some(({text}) => text.trim() !== '')) return undefined
  const inside = contentBox(container)
  const middles = nodes.flatMap(linesIn).map(({y, height}) => y + height / 2)
  const isMeasured = middles.length > 0 && (!isWhole || isInline(container))
  const mark = number ?? item?.mark
  return {
    runs,
    align: alignOf(look),
    isLeftward: look.isLeftward,
    line: look.lineHeight,
    size: look.size,
    left: inside.x,
    right: inside.x + inside.width,
    hang: look.textIndent < 0 ? -look.textIndent : mark ? (item?.hang ?? 0) : 0,
    level: Math.max(level, 0),
    ...(mark ? {mark} : {}),
    top: isMeasured ? Math.min(...middles) - look.lineHeight / 2 : inside.y,
    bottom: isMeasured ? Math.max(...middles) + look.lineHeight / 2 : inside.y + inside.height
  }
}

/** The number that a reference’s label says, as a list’s own: `7.`, `7)`, `(7)`. */
function numberOf(label: DrawnNode): Mark | undefined {
  const text = textIn(label).trim()
  const [, open, number, close] = /^(\(?)(\d+)([.)])$/.exec(text) ?? []
  if (number === undefined || label.kind !== 'element') return undefined
  const style = close === '.' ? 'arabicPeriod' : open ? 'arabicParenBoth' : 'arabicParenR'
  return {kind: 'number', style, start: Number(number), number: Number(number), colour: label.look.colour}
}

function alignOf({textAlign, isLeftward}: DrawnElement['look']): Paragraph['align'] {
  if (textAlign.includes('center')) return 'center'
  if (textAlign === 'justify') return 'justify'
  if (textAlign === 'left' || textAlign === 'right') return textAlign
  return (textAlign === 'end') !== isLeftward ? 'right' : 'left'
}

/** Neighbours that stand in the same lines. */
function grouped(nodes: readonly DrawnNode[]): DrawnNode[][] {
  const groups: DrawnNode[][] = []
  let open: DrawnNode[] | undefined
  for (const node of nodes) {
    if (!isInline(node)) {
      groups.push([node])
      open = undefined
    } else if (open) open.push(node)
    else {
      open = [node]
      groups.push(open)
    }
  }
  return groups
}

function picturesIn(node: DrawnNode): DrawnElement[] {
  if (node.kind === 'text' || node.look.isHidden) return []
  return isPicture(node) ? [node] : node.name === 'math' ? [] : node.children.flatMap(picturesIn)
}

function isPicture({name, look}: DrawnElement): boolean {
  return name === 'img' || name === 'svg' || (name === 'math' && look.display.includes('block'))
}

/** An element’s box without its borders and padding. */
export function contentBox({box, look: {padding, edges}}: DrawnElement): Box {
  const [top, right, bottom, left] = padding.map((length, side) => length + (edges[side]?.width ?? 0)) as [
    number,
    number,
    number,
    number
  ]
  return {
    x: box.x + left,
    y: box.y + top,
    width: box.width - left - right,
    height: box.height - top - bottom
  }
}

function linesIn(node: DrawnNode): readonly Box[] {
  return node.kind === 'text' ? (node as DrawnText).lines : node.children.flatMap(linesIn)
}

/** All that a node says. */
export function textIn(node: DrawnNode): string {
  return node.kind === 'text' ? node.value : node.children.map(textIn).join('')
}
