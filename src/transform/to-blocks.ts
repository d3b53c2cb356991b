import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import type {Words} from '../words/index.js'
import {figureUnits, isFigure, parted} from './figure-units.js'
import {piecesOf} from './pieces.js'
import {leadSentences, plain} from './sentences.js'
import {toList} from './to-list.js'
import {toTableBlock} from './to-table.js'

const codeLines = 10
/** How much prose a slide shows before it keeps to lead sentences. */
const prose = 420

export interface BlockOptions {
  readonly words: Words
  /** Show list items whole: references say nothing by halves. */
  readonly whole?: boolean
}

/** What a slide shows of a section’s nodes, in order, each piece with the author’s full words as its notes. */
export function toBlocks(nodes: readonly ElementContent[], options: BlockOptions): Block[] {
  const shown = nodes.flatMap(unwrapped)
  const paragraphs = shown.filter(({tagName}) => tagName === 'p').length
  const isProse = shown.every(({tagName}) => tagName === 'p' || tagName === 'hr')
  const share = isProse ? prose / Math.max(paragraphs, 1) : 0
  const blocks: Block[] = []
  for (const node of shown) {
    const block = toBlock(node, share, options)
    const last = blocks.at(-1)
    if (!block) continue
    if (block.kind === 'flow' && last?.kind === 'flow')
      blocks[blocks.length - 1] = {...last, units: [...last.units, ...block.units]}
    else blocks.push(block)
  }
  return blocks
}

/** A box round blocks counts as the blocks, unless it is a figure’s; text outside any block counts as a paragraph. */
function unwrapped(node: ElementContent): Element[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [h('p', node.value)]
  if (node.type !== 'element') return []
  if (isFigure(node)) {
    const {pictures, notes} = parted(node)
    return [pictures, ...notes.flatMap(unwrapped)]
  }
  const isBox = ['div', 'details', 'center', 'article', 'figure', 'section'].includes(node.tagName)
  return isBox && !isFootnotes(node) ? node.children.flatMap(unwrapped) : [node]
}

function toBlock(node: Element, share: number, {words, whole}: BlockOptions): Block | undefined {
  switch (node.tagName) {
    case 'hr':
      return undefined
    case 'ul':
    case 'ol':
      return toList(node, words, whole)
    case 'table':
      return toTableBlock(node, words)
    case 'pre':
      return {kind: 'flow', units: codeUnits(node)}
    case 'p':
    case 'summary':
      return {
        kind: 'flow',
        units: isPicture(node)
          ? [{content: node, notes: []}]
          : proseUnits({...node, tagName: 'p'}, share, words)
      }
    case 'blockquote':
      return {kind: 'flow', units: quoteUnits(node, words)}
    case 'div':
      return {kind: 'flow', units: figureUnits(node)}
    case 'section':
      return footnotes(node, words)
    default:
      return {kind: 'flow', units: [{content: node, notes: []}]}
  }
}

function proseUnits(paragraph: Element, share: number, words: Words): Unit[] {
  const {lead, whole} = leadSentences(paragraph.children, share, words)
  const pieces = piecesOf(lead).map((content) => ({...paragraph, children: content}))
  const announces = whole && plain(paragraph).endsWith(':')
  return pieces.map((content, index) => ({
    content,
    notes: index === 0 ? [paragraph] : [],
    ...(announces && index === pieces.length - 1 ? {announces} : {})
  }))
}

function quoteUnits(quote: Element, words: Words): Unit[] {
  const first = quote.children.find((child): child is Element => child.type === 'element')
  const {lead} = leadSentences(first?.tagName === 'p' ? first.children : quote.children, 0, words)
  return piecesOf(lead).map((content, index) => ({
    content: {...quote, children: [h('p', content)]},
    notes: index === 0 ? [quote] : []
  }))
}

function codeUnits(block: Element): Unit[] {
  const code = block.children.find((child): child is Element => child.type === 'element')
  const text = code?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? ''
  const lines = text.replace(/\n$/, '').split('\n')
  const units: Unit[] = []
  for (let from = 0; from < lines.length; from += codeLines) {
    const value = lines.slice(from, from + codeLines).join('\n')
    units.push({content: {...block, children: [h('code', value)]}, notes: []})
  }
  return units
}

/** Footnotes as the reader of a slide needs them: their list, without the way back. */
function footnotes(section: Element, words: Words): Block | undefined {
  const list = section.children.filter(isElement).find(({tagName}) => tagName === 'ol')
  return list ? toList(withoutBackLinks(list), words) : undefined
}

function withoutBackLinks(node: Element): Element {
  const children = node.children.filter(
    (child) => !(isElement(child) && 'dataFootnoteBackref' in child.properties)
  )
  return {...node, children: children.map((child) => (isElement(child) ? withoutBackLinks(child) : child))}
}

/** Whether a node is the list of footnotes that closes a review. */
export function isFootnotes(node: ElementContent): boolean {
  return isElement(node) && 'dataFootnotes' in node.properties
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}

function isPicture(paragraph: Element): boolean {
  const shown = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return shown.length > 0 && shown.every((child) => isElement(child) && child.tagName === 'img')
}
