import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {sentences} from '../words/sentences.js'
import type {Words} from '../words/words.js'
import {audienceOf} from './audience.js'
import {figureUnits, isFigure, parted} from './figure-units.js'
import {piecesOf} from './pieces.js'
import {slice} from './sentences.js'
import {workUnit} from './talk-works.js'
import {toBlocks} from './to-blocks.js'
import {toList} from './to-list.js'
import {toTable} from './to-table.js'

/** A paragraph longer than this may go on on a further slide, after a sentence. */
const longest = 600

export interface TalkBlockOptions {
  readonly words: Words
  /** The works in their order, for `::references`. */
  readonly works: readonly Element[]
  /** The blocks of a piece that is taken from a review. */
  piece(place: Element): readonly Block[]
}

/** What a slide shows of its author’s blocks: all of each, in his order; what is said of them is in his notes. */
export function toTalkBlocks(nodes: readonly ElementContent[], options: TalkBlockOptions): Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    for (const block of blocksOf(node, options)) {
      const last = blocks.at(-1)
      if (block.kind === 'flow' && last?.kind === 'flow')
        blocks[blocks.length - 1] = {...last, units: [...last.units, ...block.units]}
      else if (block.units.length > 0) blocks.push(block)
    }
  }
  return blocks
}

function blocksOf(node: ElementContent, options: TalkBlockOptions): Block[] {
  if (node.type === 'text') return node.value.trim() ? blocksOf(h('p', node.value), options) : []
  if (node.type !== 'element') return []
  const audience = audienceOf(node)
  if (audience === 'notes' || audience === 'report') return []
  if (node.properties.dataPiece !== undefined) return [...options.piece(node)]
  if (isSteps(node)) return toTalkBlocks(node.children, options).map(inSteps)
  if (node.properties.dataWorks !== undefined) return works(options.works)
  if (isFigure(node)) {
    const {pictures, notes} = parted(node)
    return [{kind: 'flow', units: figureUnits(pictures)}, ...toTalkBlocks(notes, options)]
  }
  switch (node.tagName) {
    case 'hr':
      return []
    case 'ul':
    case 'ol':
      return namesOf(node).includes('references')
        ? works(options.works)
        : [withoutNotes(toList(node, {words: options.words, whole: true}))]
    case 'table':
      return [toTable(node)]
    case 'p':
    case 'summary':
      return [{kind: 'flow', units: paragraphUnits({...node, tagName: 'p'}, options.words)}]
    case 'blockquote':
      return [{kind: 'flow', units: [unit(attributed(node))]}]
    case 'pre':
      return toBlocks([node], {words: options.words, whole: true}).map(withoutNotes)
    default:
      return isBox(node)
        ? node.children.flatMap((child) => blocksOf(child, options))
        : [{kind: 'flow', units: [unit(node)]}]
  }
}

/** Whether a node’s blocks appear one by one. */
export function isSteps(node: ElementContent): boolean {
  return node.type === 'element' && namesOf(node).includes('talk-steps')
}

function inSteps(block: Block): Block {
  const units = block.units.map((each): Unit => ({...each, step: true}))
  return {...block, units}
}

function works(entries: readonly Element[]): Block[] {
  return [{kind: 'list', ordered: false, start: 1, units: entries.map(workUnit)}]
}

/** A paragraph whole; a very long one in pieces that end with a sentence, as no slide could hold it otherwise. */
function paragraphUnits(paragraph: Element, words: Words): Unit[] {
  const text = textOf(paragraph)
  const announces = text.trim().endsWith(':') ? {announces: true} : {}
  if (text.length <= longest) return [{...unit(paragraph), ...announces}]
  const ends: number[] = []
  let [start, end] = [0, 0]
  for (const sentence of sentences(text, words)) {
    if (end > start && end + sentence.length - start > longest) {
      ends.push(end)
      start = end
    }
    end += sentence.length
  }
  const pieces = [...ends, text.length].flatMap((to, index) =>
    piecesOf(slice(paragraph.children, ends[index - 1] ?? 0, to))
  )
  return pieces.map((children, index) =>
    unit({
      ...paragraph,
      ...(index > 0 ? {properties: {className: ['continued']}} : {}),
      children
    })
  )
}

/** A quotation with the line that says whose it is, where it ends with one that begins with a dash. */
function attributed(quote: Element): Element {
  const paragraphs = quote.children.filter((child): child is Element => child.type === 'element')
  const last = paragraphs.at(-1)
  if (last?.tagName !== 'p') return quote
  if (paragraphs.length > 1 && isAttribution(last)) return replaced(quote, last, [toAttribution(last)])
  const at = textOf(last).search(/\n\s*[—–-]{1,2}\s*\S[^\n]*$/)
  if (at <= 0) return quote
  const said = {...last, children: slice(last.children, 0, at)}
  const by = {...last, children: slice(last.children, at + 1, textOf(last).length)}
  return replaced(quote, last, [said, toAttribution(by)])
}

/** Whether a paragraph says whose the words before it are: `— Lou Gehrig, 1939`. */
export function isAttribution(node: ElementContent): node is Element {
  return (
    node.type === 'element' && node.tagName === 'p' && /^\s*(?:[—–]|--)\s*\S.{0,200}$/s.test(textOf(node))
  )
}

/** The paragraph as the last line of a quotation. */
export function toAttribution(paragraph: Element): Element {
  return {...paragraph, properties: {...paragraph.properties, className: ['attribution']}}
}

function replaced(quote: Element, old: Element, by: readonly Element[]): Element {
  return {
    ...quote,
    children: quote.children.flatMap((child): ElementContent[] => (child === old ? [...by] : [child]))
  }
}

function withoutNotes(block: Block): Block {
  const units = block.units.map((each): Unit => ({...each, notes: []}))
  return {...block, units}
}

function unit(content: Element): Unit {
  return {content, notes: []}
}

/** A box round blocks counts as the blocks, but for one with a title of its own. */
function isBox(node: Element): boolean {
  if (namesOf(node).includes('box')) return false
  return ['div', 'details', 'center', 'article', 'figure', 'section'].includes(node.tagName)
}

function namesOf({properties: {className}}: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}
