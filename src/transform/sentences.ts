import type {ElementContent, Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {allWords, type Words} from '../words/index.js'

/** A text’s sentences, each with the white space that follows it: joined, they are the text. */
export function sentences(text: string, words: Words): string[] {
  const segmenter = new Intl.Segmenter(words.language, {granularity: 'sentence'})
  const found: string[] = []
  for (const {segment} of segmenter.segment(text)) {
    const before = found.at(-1)
    if (before !== undefined && goesOn(before, segment)) found[found.length - 1] = before + segment
    else found.push(segment)
  }
  return found
}

/** The nodes as far as the end of their first sentence, and whether anything was left behind. */
export function leadSentence(
  nodes: readonly ElementContent[],
  words: Words
): {lead: ElementContent[]; whole: boolean} {
  const text = nodes.map((node) => textOf(node)).join('')
  const length = sentences(text, words)[0]?.length ?? 0
  return {lead: slice(nodes, 0, length), whole: text.slice(length).trim() === ''}
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

function cut(node: ElementContent, start: number, end: number): ElementContent {
  if (node.type === 'text') return {...node, value: node.value.slice(start, end)}
  if (node.type === 'element' && node.children.length > 0)
    return {...node, children: slice(node.children, start, end)}
  return node
}

const abbreviations = new Set(allWords.flatMap((words) => words.abbreviations))

/** Whether a full stop was that of an abbreviation or an initial, or the next word begins in lower case. */
function goesOn(before: string, after: string): boolean {
  const last =
    before
      .trimEnd()
      .split(/[\s([]/)
      .at(-1)
      ?.toLowerCase() ?? ''
  if (!/[.!?…:]["”’»)\]]*$/.test(before.trimEnd())) return false
  return abbreviations.has(last) || /^[a-z]\.$/.test(last) || /^\p{Ll}/u.test(after)
}

/** A node’s text with white space as a reader sees it. */
export function plain(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}
