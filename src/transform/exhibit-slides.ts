import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {figureUnits, isFigure} from './figure-units.js'
import {plain} from './sentences.js'
import {said} from './speaker-notes.js'
import type {ListOptions} from './to-list.js'
import {inColumns, toTableBlock} from './to-table.js'

/** Notes on a table or figure that are no longer than this stand below it; longer ones are for the speaker. */
const shortNotes = 240

/** What a slide of one table or figure shows, what is said of it, and where it comes from. */
export interface Exhibited {
  readonly blocks: Block[]
  readonly notes: ElementContent[]
  readonly source?: string
}

/** The caption of a table or figure. */
export function captionOf(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (isCaption(child)) return child
    const inner = child.tagName === 'table' ? captionOf(child) : undefined
    if (inner) return inner
  }
  return undefined
}

/** The same table or figure without it. */
export function withoutCaption(node: Element): Element {
  const children = node.children.filter((child) => child.type !== 'element' || !isCaption(child))
  return {
    ...node,
    children: children.map((child) =>
      child.type === 'element' && child.tagName === 'table' ? withoutCaption(child) : child
    )
  }
}

/** A figure, or a paragraph of pictures: each picture a unit. */
export function figureBlocks(node: Element): Exhibited {
  if (!isFigure(node)) return {blocks: [flow(apart(node))], notes: []}
  const source = node.data?.source
  const own: ElementContent[] = []
  const [below, notes]: [Element[], ElementContent[]] = [[], []]
  for (const child of node.children) {
    if (has(child, 'notes')) sort(child, below, notes)
    else if (source && has(child, 'source')) notes.push(child)
    else own.push(child)
  }
  const {data: _, ...figure} = node
  return {
    blocks: [flow([...apart({...figure, children: own}), ...below.map((content) => ({content, notes: []}))])],
    notes,
    ...(source ? {source} : {})
  }
}

/** A table, and below it what is noted on it. */
export function tableBlocks(node: Element, options: ListOptions): Exhibited {
  if (node.tagName === 'table') return {blocks: inColumns(toTableBlock(node, options)), notes: []}
  const blocks: Block[] = []
  const [below, notes]: [Element[], ElementContent[]] = [[], []]
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table') blocks.push(...inColumns(toTableBlock(child, options)))
    else sort(child, below, notes)
  }
  const units = below.map((content) => ({content, notes: []}))
  return {blocks: units.length > 0 ? [...blocks, flow(units)] : blocks, notes}
}

/** Short paragraphs stand below what they are on, all else is said. */
function sort(box: Element, below: Element[], notes: ElementContent[]): void {
  const parts = box.children.filter((child): child is Element => child.type === 'element')
  const isShort = parts.every(({tagName}) => tagName === 'p') && plain(box).length <= shortNotes
  if (!isShort || parts.length === 0) notes.push(...said(box))
  else below.push(...parts.map((part) => h('p', {className: ['table-notes']}, part.children)))
}

/** Pictures of one figure stand on slides by themselves where they are several. */
function apart(figure: Element): Unit[] {
  const pictures = figure.children.filter((child): child is Element => isPicture(child))
  if (pictures.length < 2) return isFigure(figure) ? figureUnits(figure) : [{content: figure, notes: []}]
  const others = figure.children.filter((child) => !isPicture(child))
  const {id: _, ...properties} = figure.properties
  return pictures.map((picture, index) => ({
    content: {
      ...figure,
      properties: index === 0 ? figure.properties : properties,
      children: [picture, ...(index === pictures.length - 1 ? others : [])]
    },
    notes: []
  }))
}

function flow(units: readonly Unit[]): Block {
  return {kind: 'flow', units}
}

function isPicture(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  return node.tagName === 'img' || (node.tagName === 'a' && node.children.some(isPicture))
}

function isCaption(node: Element): boolean {
  return node.tagName === 'caption' || has(node, 'caption')
}

function has(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && [node.properties.className].flat().includes(name)
}
