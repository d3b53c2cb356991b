import type {Element, ElementContent, Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {sentences} from '../words/sentences.js'
import type {Words} from '../words/words.js'
import {isMark} from './set-mark.js'

/** A first sentence shorter than this names what the next ones speak of. */
const longestLabel = 60

/** As many of the nodes’ sentences as stay within a length, at least the first, and whether that is all of them. */
export function leadSentences(
  nodes: readonly ElementContent[],
  length: number,
  words: Words
): {lead: ElementContent[]; whole: boolean} {
  const text = nodes.map((node) => withoutMark(node)).join('')
  let end = 0
  for (const sentence of sentences(text, words)) {
    if (end > 0 && end + sentence.trimEnd().length > length) break
    end += sentence.length
  }
  return {lead: slice(nodes, 0, end), whole: text.slice(end).trim() === ''}
}

/** A node’s text with spaces in the places of marks: `found.¹ Then` is two sentences. */
export function withoutMark(node: ElementContent): string {
  if (node.type !== 'element') return textOf(node)
  const text = isNote(node) || isMark(node) ? ' '.repeat(textOf(node).length) : undefined
  return text ?? node.children.map((child) => withoutMark(child)).join('')
}

/** A lead sentence, and the next ones too, up to a length, where the first is no more than a label. */
export function leadOf(nodes: readonly ElementContent[], length: number, words: Words): ElementContent[] {
  const {lead, whole} = leadSentences(nodes, 0, words)
  const text = lead.map((node) => textOf(node)).join('')
  const isLabel = text.trim().length < longestLabel && !text.trim().endsWith(':')
  return isLabel && !whole ? leadSentences(nodes, length, words).lead : lead
}

/** An item’s own inline nodes, without the lists below it. */
export function ownProse(item: Element): ElementContent[] {
  return item.children
    .filter((child) => !(child.type === 'element' && ['ul', 'ol'].includes(child.tagName)))
    .flatMap((child): ElementContent[] =>
      child.type === 'element' && child.tagName === 'p' ? child.children : [child]
    )
}

/** Inline nodes without the marks of footnotes and citations: `central¹` read as text would be a number. */
export function withoutMarks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    return isNote(node) || isMark(node) ? [] : [{...node, children: withoutMarks(node.children)}]
  })
}

/** Whether an element is a footnote’s mark. */
function isNote({tagName, children: [only]}: Element): boolean {
  return tagName === 'sup' && only?.type === 'element' && 'dataFootnoteRef' in only.properties
}

/** The part of inline nodes between two offsets of their text; nodes that hold no text count as none. */
export function slice(nodes: readonly ElementContent[], from: number, to: number): ElementContent[] {
  const kept: ElementContent[] = []
  let at = 0
  for (const node of nodes) {
    const length = textOf(node).length
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    at += length
    if (length === 0 ? from <= at && at < to : start < end) kept.push(cut(node, start, end))
  }
  return kept
}

/** A formula is whole where it begins, and nowhere else. */
function cut(node: ElementContent, start: number, end: number): ElementContent {
  if (node.type === 'element' && node.tagName === 'math')
    return start === 0 ? node : {type: 'text', value: ''}
  if (node.type === 'text') return {...node, value: node.value.slice(start, end)}
  if (node.type === 'element' && node.children.length > 0)
    return {...node, children: slice(node.children, start, end)}
  return node
}

/** A heading’s text, without the marks of footnotes. */
export function headingText(heading: Element): string {
  return plain({type: 'root', children: withoutMarks(heading.children)})
}

/** A node’s text with white space as a reader sees it; a formula is said in words. */
export function plain(node: Nodes): string {
  return textOf(spoken(node)).replace(/\s+/g, ' ').trim()
}

function spoken<T extends Nodes>(node: T): T {
  if (node.type === 'element' && node.tagName === 'math')
    return {...node, children: [{type: 'text', value: String(node.properties.alttext ?? '')}]}
  return 'children' in node ? {...node, children: node.children.map((child) => spoken(child))} : node
}
