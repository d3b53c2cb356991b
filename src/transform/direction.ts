import type {Element, ElementContent, Nodes, Text} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {directionOf} from '../words/direction.js'

/**
 * Says of blocks that run the other way than the review’s language that they do. In a review that runs from right to
 * left, numbers with a sign or a range between them are set apart: `−0.5`, `0.70–1.03` and `2025-02-25` would be
 * printed back to front.
 */
export function settleDirections(blocks: readonly ElementContent[], language: string): void {
  const base = directionOf(language)
  for (const block of blocks) turn(block)

  /** Letters of a node that run to the right and to the left. */
  function turn(node: Nodes): {right: number; left: number} {
    if (node.type === 'text') return lettersOf(node.value)
    const sum = {right: 0, left: 0}
    if (node.type !== 'element' || isCode(node)) return sum
    for (const child of node.children) {
      const {right, left} = turn(child)
      sum.right += right
      sum.left += left
    }
    if (turnable.has(node.tagName)) {
      if (base === 'rtl' && sum.left === 0 && sum.right >= fewest) node.properties.dir = 'ltr'
      if (base === 'ltr' && sum.left > sum.right) node.properties.dir = 'rtl'
    }
    if (base === 'rtl') node.children = node.children.flatMap(apart)
    return sum
  }
}

/**
 * Says of a reference that runs the other way that it does, as a whole: terms of the review’s language in a Latin
 * reference turn nothing.
 */
export function settleEntry(entry: Element, language: string): void {
  const {right, left} = lettersOf(textOf(entry))
  if (directionOf(language) === 'rtl' && right > left) entry.properties.dir = 'ltr'
  else settleDirections([entry], language)
}

/** A text of its own, no tree: in a review that runs from right to left, the same numbers set apart by signs nobody sees. */
export function isolated(text: string, language: string): string {
  if (directionOf(language) === 'ltr' || !/\p{Nd}/u.test(text)) return text
  let result = ''
  let from = 0
  for (const {start, end} of [...text.matchAll(between)].flatMap(spansOf)) {
    result += `${text.slice(from, start)}\u2066${text.slice(start, end)}\u2069`
    from = end
  }
  return result + text.slice(from)
}

/** Says of a table in another language than the page which that is, and which way it runs. */
export function inLanguage(tree: Element[], language: string): Element[] {
  for (const node of tree) {
    const children = node.children.filter((each): each is Element => each.type === 'element')
    if (['div', 'table', 'tr'].includes(node.tagName)) {
      node.properties.lang = language
      node.properties.dir = directionOf(language)
    }
    if (node.tagName !== 'tr') inLanguage(children, language)
  }
  return tree
}

/** A few words in Latin letters do not turn a line. */
const fewest = 20
const turnable = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'caption', 'dt', 'dd'])

function lettersOf(text: string): {right: number; left: number} {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const left =
    text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/gu)?.length ?? 0
  return {left, right: Math.max(letters - left, 0)}
}

/** What stands between words of a script that runs to the left. */
const between = /[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}،؛؟\n]+/gu
const expression =
  /(?<![\p{L}\p{N}])(?:[−+±<>≤≥≈]\s?\p{Nd}[\p{Nd}.,]*|\p{Nd}[\p{Nd}.,]*(?:\s?[–−×-]\s?\p{Nd}[\p{Nd}.,]*)+)%?/gu

function apart(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || !/\p{Nd}/u.test(node.value)) return [node]
  const pieces: ElementContent[] = []
  let from = 0
  for (const {start, end} of [...node.value.matchAll(between)].flatMap(spansOf)) {
    if (start > from) pieces.push(textLike(node, node.value.slice(from, start)))
    const value = node.value.slice(start, end)
    const properties = /\p{L}/u.test(value) ? {dir: 'ltr'} : {className: ['signed'], dir: 'ltr'}
    pieces.push({...h('bdi', properties), children: [textLike(node, value)]})
    from = end
  }
  if (from === 0) return [node]
  if (from < node.value.length) pieces.push(textLike(node, node.value.slice(from)))
  return pieces
}

/** `95% CI 0.70–1.03; p = 0.03` as a whole, else each number with a sign or a range. */
function spansOf({0: run, index}: RegExpExecArray): {start: number; end: number}[] {
  const skipped = /^[^\p{L}\p{Nd}−+±<>≤≥≈]*/u.exec(run)?.[0].length ?? 0
  let end = run.length
  while (end > skipped && !/[\p{L}\p{Nd}%]/u.test(run.charAt(end - 1))) end--
  let core = run.slice(skipped, end)
  if (countOf(core, '(') === countOf(core, ')') + 1 && run.charAt(end) === ')') core += ')'
  if (/\p{L}/u.test(core) && /\p{Nd}/u.test(core) && countOf(core, '(') === countOf(core, ')'))
    return [{start: index + skipped, end: index + skipped + core.length}]
  return [...run.matchAll(expression)].map(({0: match, index: at}) => {
    // A full stop or comma after the last digit is the sentence’s.
    const length = match.replace(/[.,]+$/, '').length
    return {start: index + at, end: index + at + length}
  })
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function textLike({position}: Text, value: string): Text {
  return {type: 'text', value, ...(position ? {position} : {})}
}

function isCode({tagName}: Element): boolean {
  return ['code', 'pre', 'kbd', 'samp'].includes(tagName)
}
