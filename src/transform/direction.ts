import type {Element, ElementContent, Nodes, Text} from 'hast'
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

const number =
  /(?<![\p{L}\p{N}])(?:[−+±<>≤≥≈]\s?\p{Nd}[\p{Nd}.,]*|\p{Nd}[\p{Nd}.,]*(?:\s?[–−×-]\s?\p{Nd}[\p{Nd}.,]*)+)%?/gu

function apart(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node]
  const pieces: ElementContent[] = []
  let from = 0
  for (const {0: match, index} of node.value.matchAll(number)) {
    // A full stop or comma after the last digit is the sentence’s.
    const found = match.replace(/[.,]+$/, '')
    if (index > from) pieces.push(textLike(node, node.value.slice(from, index)))
    pieces.push({...h('bdi', {dir: 'ltr'}), children: [textLike(node, found)]})
    from = index + found.length
  }
  if (from === 0) return [node]
  if (from < node.value.length) pieces.push(textLike(node, node.value.slice(from)))
  return pieces
}

function textLike({position}: Text, value: string): Text {
  return {type: 'text', value, ...(position ? {position} : {})}
}

function isCode({tagName}: Element): boolean {
  return ['code', 'pre', 'kbd', 'samp'].includes(tagName)
}
