import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Block, Unit} from '../model/deck.js'
import type {Words} from '../words/index.js'
import {leadOf, leadSentences, ownProse, plain, slice} from './sentences.js'

/** A sentence longer than this goes on in a further unit, so that any sentence can be shown. */
const longest = 500
const codeLines = 10
/** A table with a longer cell than this is shown as a list. */
const longestCell = 320
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

/** A box round blocks counts as the blocks; text outside any block counts as a paragraph. */
function unwrapped(node: ElementContent): Element[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [h('p', node.value)]
  if (node.type !== 'element') return []
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
      return hasTallRows(node) ? toRowList(node, words) : toTable(node)
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

function toList(list: Element, words: Words, whole = false): Block {
  const ordered = list.tagName === 'ol'
  const start = Number(list.properties.start ?? 1)
  const items = list.children.filter(isElement)
  const units = items.flatMap((item, index) => {
    const notes = h(list.tagName, ordered ? {start: start + index} : {}, [item])
    return itemUnits(item, words, whole).map((unit, piece) => ({...unit, notes: piece === 0 ? [notes] : []}))
  })
  return {kind: 'list', ordered, start, units}
}

/** An item, and each item below it, as units: a further slide may begin with either. */
function itemUnits(item: Element, words: Words, whole: boolean): {content: Element}[] {
  const own = ownProse(item)
  const [first = [], ...others] = piecesOf(whole ? own : leadOf(own, longest, words))
  const below = item.children
    .filter((child): child is Element => isElement(child) && ['ul', 'ol'].includes(child.tagName))
    .flatMap((list) =>
      list.children
        .filter(isElement)
        .flatMap((inner) => itemUnits(inner, words, whole))
        .map(({content}) => ({content: continued(item, [h(list.tagName, [content])])}))
    )
  return [
    {content: {...item, children: first}},
    ...others.map((piece) => ({content: continued(item, piece)})),
    ...below
  ]
}

/** An item that goes on: it prints no mark of its own. */
function continued(item: Element, children: ElementContent[]): Element {
  return {...item, properties: {...item.properties, className: ['continued']}, children}
}

function toTable(table: Element): Extract<Block, {kind: 'table'}> {
  const parts = table.children.filter(isElement)
  const head = parts.find(({tagName}) => tagName === 'thead')
  const caption = parts.find(({tagName}) => tagName === 'caption')
  const rows = parts
    .filter(({tagName}) => tagName === 'tbody' || tagName === 'tfoot')
    .flatMap((body) => body.children.filter(isElement))
  return {kind: 'table', caption, head, units: rows.map((content) => ({content, notes: []}))}
}

/** Whether a table’s rows hold prose that no slide’s row can. */
function hasTallRows(table: Element): boolean {
  let isTall = false
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'td' || cell.tagName === 'th') isTall ||= plain(cell).length > longestCell
  })
  return isTall
}

/** A table of prose as a list: each row’s cells by their lead sentences, the row itself in the notes. */
function toRowList(table: Element, words: Words): Block {
  const {head, units} = toTable(table)
  const labels =
    head?.children.flatMap((row) => (isElement(row) ? row.children.filter(isElement).map(plain) : [])) ?? []
  return {
    kind: 'list',
    ordered: false,
    start: 1,
    units: units.map(({content: row}) => {
      const cells = row.children.filter(isElement).flatMap((cell, index): ElementContent[] => {
        const lead = leadSentences(cell.children, 0, words).lead
        const label = index > 0 && labels[index] ? [h('strong', `${labels[index]}: `)] : []
        return [...(index > 0 ? [h('br')] : []), ...label, ...lead]
      })
      return {content: h('li', cells), notes: [h('table', [...(head ? [head] : []), h('tbody', [row])])]}
    })
  }
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
