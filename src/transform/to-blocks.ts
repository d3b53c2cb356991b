import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import type {Words} from '../words/index.js'
import {leadSentences, plain, slice} from './sentences.js'

/** A sentence longer than this goes on in a further unit, so that any sentence can be shown. */
const longest = 500
const codeLines = 10
/** How much prose a slide shows before it keeps to lead sentences, and how much of an item is no more than a label. */
const prose = 420
const label = 60

/** What a slide shows of a section’s nodes, in order, each piece with the author’s full words as its notes. */
export function toBlocks(nodes: readonly ElementContent[], words: Words): Block[] {
  const blocks: Block[] = []
  const paragraphs = nodes.filter((node) => node.type === 'element' && node.tagName === 'p').length
  const isProse = !nodes.some((node) => node.type === 'element' && !['p', 'hr'].includes(node.tagName))
  const share = isProse ? prose / paragraphs : 0
  for (const node of nodes) {
    const block = node.type === 'element' ? toBlock(node, share, words) : undefined
    const last = blocks.at(-1)
    if (!block) continue
    if (block.kind === 'flow' && last?.kind === 'flow')
      blocks[blocks.length - 1] = {...last, units: [...last.units, ...block.units]}
    else blocks.push(block)
  }
  return blocks
}

function toBlock(node: Element, share: number, words: Words): Block | undefined {
  switch (node.tagName) {
    case 'hr':
      return undefined
    case 'ul':
    case 'ol':
      return toList(node, words)
    case 'table':
      return toTable(node)
    case 'pre':
      return {kind: 'flow', units: codeUnits(node)}
    case 'p':
      return {
        kind: 'flow',
        units: isPicture(node) ? [{content: node, notes: []}] : proseUnits(node, share, words)
      }
    case 'blockquote':
      return {kind: 'flow', units: quoteUnits(node, words)}
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

function toList(list: Element, words: Words): Block {
  const ordered = list.tagName === 'ol'
  const start = Number(list.properties.start ?? 1)
  const items = list.children.filter(isElement)
  const units = items.flatMap((item, index) => {
    const notes = h(list.tagName, ordered ? {start: start + index} : {}, [item])
    return itemUnits(item, words).map((unit, piece) => ({...unit, notes: piece === 0 ? [notes] : []}))
  })
  return {kind: 'list', ordered, start, units}
}

/** An item, and each item below it, as units: a further slide may begin with either. */
function itemUnits(item: Element, words: Words): {content: Element}[] {
  const isList = (child: ElementContent): child is Element =>
    isElement(child) && ['ul', 'ol'].includes(child.tagName)
  const own = item.children
    .filter((child) => !isList(child))
    .flatMap((child: ElementContent) =>
      isElement(child) && child.tagName === 'p' ? child.children : [child]
    )
  const pieces = piecesOf(itemLead(own, words))
  const below = item.children.filter(isList).flatMap((list) =>
    list.children
      .filter(isElement)
      .flatMap((inner) => itemUnits(inner, words))
      .map(({content}) => ({content: continued(item, [h(list.tagName, [content])])}))
  )
  const [first = [], ...others] = pieces
  return [
    {content: {...item, children: first}},
    ...others.map((piece) => ({content: continued(item, piece)})),
    ...below
  ]
}

/** An item’s lead sentence, and the next where the first is no more than a label. */
function itemLead(own: readonly ElementContent[], words: Words): ElementContent[] {
  const {lead, whole} = leadSentences(own, 0, words)
  const isLabel =
    lead
      .map((node) => plainText(node))
      .join('')
      .trim().length < label
  return isLabel && !whole ? leadSentences(own, longest, words).lead : lead
}

/** An item that goes on: it prints no mark of its own. */
function continued(item: Element, children: ElementContent[]): Element {
  return {...item, properties: {...item.properties, className: ['continued']}, children}
}

function toTable(table: Element): Block {
  const parts = table.children.filter(isElement)
  const head = parts.find(({tagName}) => tagName === 'thead')
  const caption = parts.find(({tagName}) => tagName === 'caption')
  const rows = parts
    .filter(({tagName}) => tagName === 'tbody' || tagName === 'tfoot')
    .flatMap((body) => body.children.filter(isElement))
  return {kind: 'table', caption, head, units: rows.map((content) => ({content, notes: []}))}
}

/** Footnotes as the reader of a slide needs them: their list, without the way back. */
function footnotes(section: Element, words: Words): Block | undefined {
  const list = section.children.filter(isElement).find(({tagName}) => tagName === 'ol')
  return list ? toList(list, words) : undefined
}

function piecesOf(nodes: ElementContent[]): ElementContent[][] {
  const text = nodes.map((node) => plainText(node)).join('')
  const pieces: ElementContent[][] = []
  for (let from = 0; from < text.length || from === 0; ) {
    const to = text.length - from <= longest ? text.length : breakBefore(text, from + longest, from)
    pieces.push(slice(nodes, from, to))
    from = Math.max(to, from + 1)
  }
  return pieces
}

/** The last place to part a text before an offset: after a comma or semicolon if not too early, else at a space. */
function breakBefore(text: string, end: number, start: number): number {
  const room = text.slice(start, end)
  const clause = Math.max(room.lastIndexOf(', '), room.lastIndexOf('; ')) + 2
  const space = room.lastIndexOf(' ') + 1
  const best = clause > longest / 2 ? clause : space > 0 ? space : longest
  return start + best
}

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map((child) => plainText(child)).join('') : ''
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}

function isPicture(paragraph: Element): boolean {
  const shown = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return shown.length > 0 && shown.every((child) => isElement(child) && child.tagName === 'img')
}
