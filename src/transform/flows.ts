import type {Element, Nodes, Text} from 'hast'
import {isMark} from './set-mark.js'

/** A stretch of one text node; what is `fixed` is read around and never changed. */
export interface Piece {
  text: string
  readonly fixed: boolean
  readonly node?: Text
  /** Whether it stands in a link to elsewhere, whose text is mostly a title in another language. */
  readonly cited: boolean
}

/** The text of one block as a reader reads it, across its inline elements. */
export type Flow = Piece[]

/** What stands for something fixed: neither a letter nor a space nor a sign. */
export const opaque = '\uFFFC'

/** The flows of a tree, in order: a block is one, and what stands raised or lowered is one of its own. */
export function flowsOf(tree: Nodes): Flow[] {
  const flows: Flow[] = []
  let flow: Flow = []
  enter(tree, false)
  end()
  return flows

  function enter(node: Nodes, cited: boolean): void {
    if (node.type === 'text') flow.push(...toPieces(node.value, node, cited))
    if (node.type === 'root') for (const child of node.children) enter(child, cited)
    if (node.type === 'element') enterElement(node, cited)
  }

  function enterElement(node: Element, cited: boolean): void {
    const inside = cited || isCitation(node)
    if (untouched.has(node.tagName) || isMark(node)) flow.push(standIn(opaque))
    else if (node.tagName === 'br') flow.push(standIn('\n'))
    else if (apart.has(node.tagName)) {
      const outer = flow
      flow = []
      for (const child of node.children) enter(child, inside)
      end()
      flow = outer
      flow.push(standIn(opaque))
    } else if (inline.has(node.tagName)) for (const child of node.children) enter(child, inside)
    else {
      end()
      for (const child of node.children) enter(child, inside)
      end()
    }
  }

  function end(): void {
    if (flow.some(({node}) => node)) flows.push(flow)
    flow = []
  }
}

/** A text in pieces: addresses, identifiers and days are fixed. */
export function toPieces(value: string, node: Text, cited = false): Flow {
  const pieces: Flow = []
  let from = 0
  for (const {0: match, index} of value.matchAll(fixed)) {
    if (index > from) pieces.push({text: value.slice(from, index), fixed: false, node, cited})
    pieces.push({text: match, fixed: true, node, cited})
    from = index + match.length
  }
  if (from < value.length) pieces.push({text: value.slice(from), fixed: false, node, cited})
  return pieces
}

/** What rules read: fixed pieces are signs that no rule knows. */
export function textOf(flow: Flow): string {
  return flow
    .map(({text, fixed: isFixed, node}) => (isFixed && node ? opaque.repeat(text.length) : text))
    .join('')
}

/** A change of the text between two offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes changes, in order of the text. One that would touch something fixed, or two pieces at once, is not made. */
export function change(flow: Flow, edits: readonly Edit[]): void {
  let at = 0
  let next = 0
  for (const piece of flow) {
    const [start, end] = [at, at + piece.text.length]
    let changed = ''
    let from = start
    for (let edit = edits[next]; edit && edit.end <= end; edit = edits[++next]) {
      if (piece.fixed || edit.start < from) continue
      changed += piece.text.slice(from - start, edit.start - start) + edit.text
      from = edit.end
    }
    if (from > start || changed !== '') piece.text = changed + piece.text.slice(from - start)
    at = end
  }
}

/** Gives the text nodes the text of their pieces. */
export function settle(flow: Flow): void {
  const texts = new Map<Text, string[]>()
  for (const {node, text} of flow) {
    if (!node) continue
    const parts = texts.get(node)
    if (parts) parts.push(text)
    else texts.set(node, [text])
  }
  for (const [node, parts] of texts) node.value = parts.join('')
}

function standIn(text: string): Piece {
  return {text, fixed: true, cited: false}
}

function isCitation({tagName, properties}: Element): boolean {
  return tagName === 'cite' || (tagName === 'a' && /^https?:/i.test(String(properties.href ?? '')))
}

const fixed = new RegExp(
  [
    '\\b(?:https?:\\/\\/|www\\.)[^\\s<>]+',
    '\\b10\\.\\d{4,9}\\/[^\\s<>]+',
    '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}',
    '(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:org|com|gov|net|edu|int|eu|fr|de|uk|ch|ca|io)(?:\\/[^\\s<>]*)?(?![\\w-])',
    '(?<![A-Za-z0-9])(?:NCT|ISRCTN|ACTRN|DRKS|jRCT|UMIN|ChiCTR|CTRI|PACTR|PMID|PMC|ISSN|ISBN|EudraCT|RRID)[ :-]{0,2}[A-Za-z]{0,6}[-\\d/X]{4,40}',
    '(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\d-])',
    '(?<![\\d-])\\d{4}-\\d{6}-\\d{2}(?:-\\d{2})?(?![\\d-])',
    '\\+\\d[\\d ()-]{6,18}\\d',
    '<\\/?[A-Za-z][\\w-]{0,40}(?:\\s[^<>]{1,200})?>'
  ].join('|'),
  'g'
)

const untouched = new Set(['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'img', 'script', 'style', 'input'])
const apart = new Set(['sup', 'sub', 'rt'])
const inline = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'del', 'dfn', 'em', 'i', 'ins', 'mark', 'q', 's', 'small'],
  ...['span', 'strike', 'strong', 'tt', 'u', 'var', 'ruby']
])
