import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {hasAudiences} from './audience.js'
import {codeUnits} from './code-units.js'
import {figureUnits, isFigure, parted} from './figure-units.js'
import {leadFor} from './lead.js'
import {longest, piecesOf} from './pieces.js'
import {plain} from './sentences.js'
import {isNotes, said, shown} from './speaker-notes.js'
import {continued, type ListOptions, toList, withNotes} from './to-list.js'
import {toTableBlock} from './to-table.js'

/** How much prose a slide shows before it keeps to lead sentences. */
const prose = 420
/** More paragraphs than this that a slide does not hold whole are a list of what leads them. */
const mostParagraphs = 2
/** A quotation this long is shown whole. */
const shortQuote = 320

/**
 * What a slide shows of a section’s nodes, in order, each piece with the author’s full words as its notes. What is for
 * the speaker alone is in the notes of what stands before it.
 */
export function toBlocks(nodes: readonly ElementContent[], options: ListOptions): Block[] {
  const all = nodes.flatMap(unwrapped)
  const own = all.filter((node) => !isNotes(node) && node.tagName !== 'hr')
  const isProse = own.every((node) => node.tagName === 'p' && !isPicture(node) && !isDisplay(node))
  const share = isProse ? prose / Math.max(own.length, 1) : 0
  const length = own.reduce((sum, node) => sum + plain(node).length, 0)
  const isLeads = isProse && own.length > mostParagraphs && length > prose && !options.whole
  const blocks: Block[] = []
  for (const node of all) {
    const last = blocks.at(-1)
    if (isNotes(node)) {
      const notes = said(node)
      if (last) blocks[blocks.length - 1] = withMoreNotes(last, notes)
      continue
    }
    const block = isLeads && node.tagName === 'p' ? toLeadItem(node, options) : toBlock(node, share, options)
    if (!block) continue
    const joins = block.kind === 'flow' ? last?.kind === 'flow' : isLeads && last?.kind === 'list'
    if (last && joins) blocks[blocks.length - 1] = {...last, units: [...last.units, ...block.units]}
    else blocks.push(block)
  }
  return blocks
}

function withMoreNotes(block: Block, notes: readonly ElementContent[]): Block {
  const last = block.units.at(-1)
  if (!last) return block
  return {...block, units: [...block.units.slice(0, -1), {...last, notes: [...last.notes, ...notes]}]}
}

/** One of many paragraphs: its lead sentence as an item. */
function toLeadItem(paragraph: Element, {words, clauses}: ListOptions): Block {
  const {lead} = leadFor(paragraph.children, {words, clauses, labelled: longest, elides: true})
  const [first = [], ...others] = piecesOf(lead)
  const item = h('li', first)
  const pieces = [item, ...others.map((piece) => continued(item, piece))].map((content) => ({
    content: {...content, ...(paragraph.position ? {position: paragraph.position} : {})}
  }))
  return {kind: 'list', ordered: false, start: 1, units: withNotes(pieces, [paragraph])}
}

/** A box round blocks counts as the blocks, unless it is a figure’s; text outside any block counts as a paragraph. */
function unwrapped(node: ElementContent): Element[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [h('p', node.value)]
  if (node.type !== 'element') return []
  if (isNotes(node)) return [node]
  if (isFigure(node)) {
    const {pictures, notes} = parted(node)
    return [pictures, ...notes.flatMap(unwrapped)]
  }
  const isBox = ['div', 'details', 'center', 'article', 'figure', 'section'].includes(node.tagName)
  return isBox && !isFootnotes(node) ? node.children.flatMap(unwrapped) : [node]
}

function toBlock(node: Element, share: number, options: ListOptions): Block | undefined {
  switch (node.tagName) {
    case 'hr':
      return undefined
    case 'ul':
    case 'ol':
      return toList(node, options)
    case 'table':
      return toTableBlock(node, options)
    case 'pre':
      return {kind: 'flow', units: codeUnits(node)}
    case 'p':
    case 'summary':
      return {
        kind: 'flow',
        units: isPicture(node)
          ? [{content: node, notes: []}]
          : proseUnits({...node, tagName: 'p'}, share, options)
      }
    case 'blockquote':
      return {kind: 'flow', units: quoteUnits(node, options)}
    case 'div':
      return {kind: 'flow', units: figureUnits(node)}
    case 'section':
      return footnotes(node, options)
    default:
      return {kind: 'flow', units: [{content: shown(node), notes: hasAudiences([node]) ? said(node) : []}]}
  }
}

function proseUnits(paragraph: Element, share: number, {words, clauses}: ListOptions): Unit[] {
  const {lead, whole} = leadFor(paragraph.children, {words, clauses, length: share, elides: share === 0})
  const pieces = piecesOf(lead).map((content) => ({...paragraph, children: content}))
  const announces = whole && plain(paragraph).endsWith(':')
  return pieces.map((content, index) => ({
    content,
    notes: index === 0 ? [paragraph] : [],
    ...(announces && index === pieces.length - 1 ? {announces} : {})
  }))
}

/** A short quotation of paragraphs whole, as nobody’s words are to be cut; else its lead sentence. */
function quoteUnits(quote: Element, {words, clauses}: ListOptions): Unit[] {
  const own = shown(quote)
  const parts = own.children.filter(isElement)
  if (plain(own).length <= shortQuote && parts.every(({tagName}) => tagName === 'p'))
    return [{content: own, notes: said(quote)}]
  const [first, next] = parts
  const {lead} = leadFor(first?.tagName === 'p' ? first.children : own.children, {words, clauses})
  const pieces = piecesOf(lead).map((content) => ({content: {...own, children: [h('p', content)]}}))
  return withNotes([...pieces, ...announcedIn(own, plain(first ?? own), next, {words, clauses})], said(quote))
}

/** What the first words of a quotation announce: a list by its items. */
function announcedIn(
  quote: Element,
  text: string,
  next: Element | undefined,
  options: ListOptions
): {content: Element}[] {
  if (!next || !['ul', 'ol'].includes(next.tagName) || !/[:：]\s*$/.test(text)) return []
  let number = Number(next.properties.start ?? 1) - 1
  return toList(next, options).units.map(({content}) => {
    if (!isContinued(content)) number++
    const properties = next.tagName === 'ol' ? {start: number} : {}
    return {content: {...quote, children: [h(next.tagName, properties, [content])]}}
  })
}

function isContinued({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('continued')
}

/** Footnotes as the reader of a slide needs them: their list, without the way back. */
function footnotes(section: Element, options: ListOptions): Block | undefined {
  const list = section.children.filter(isElement).find(({tagName}) => tagName === 'ol')
  return list ? toList(withoutBackLinks(list), options) : undefined
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

/** Whether a paragraph is a formula of its own. */
function isDisplay({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('formula')
}

/** Whether a paragraph is nothing but pictures. */
export function isPicture(paragraph: Element): boolean {
  const own = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return own.length > 0 && own.every((child) => isElement(child) && child.tagName === 'img')
}
