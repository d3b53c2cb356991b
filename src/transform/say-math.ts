import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Words} from '../words/index.js'

/** More than this is no sentence to listen to. */
const longest = 400

/**
 * A formula in words, for who hears it or reads it where no formula can be set: `x squared over 2`. Undefined where
 * a sign or a construct has no words here: the author’s LaTeX then says more than a guess.
 */
export function sayMath(math: Element, words: Words): string | undefined {
  const said = sayAll(math.children, words.math)
  const text = said?.replace(/\s+/g, ' ').trim()
  return text && text.length <= longest ? text : undefined
}

type MathWords = Words['math']

function sayAll(nodes: readonly ElementContent[], words: MathWords): string | undefined {
  const parts = nodes.map((node) => say(node, words))
  return parts.every((part) => part !== undefined) ? parts.filter(Boolean).join(' ') : undefined
}

function say(node: ElementContent, words: MathWords): string | undefined {
  if (node.type !== 'element') return node.type === 'text' ? node.value.trim() : ''
  const text = textOf(node).trim()
  const [first, second, third] = node.children.filter((child) => child.type === 'element')
  const spoken = (child: ElementContent | undefined) => (child ? say(child, words) : undefined)
  const [a, b, c] = [spoken(first), spoken(second), spoken(third)]
  switch (node.tagName) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return sayAll(node.children, words)
    case 'mspace':
    case 'mphantom':
      return ''
    case 'mn':
    case 'mtext':
      return text
    case 'mi':
      return Object.hasOwn(words.letters, text) ? words.letters[text] : isPlain(text) ? text : undefined
    case 'mo':
      return sign(text, words)
    case 'mfrac':
      return (
        a &&
        b &&
        join(isShort(first) ? a : group(a, words), words.over, isShort(second) ? b : group(b, words))
      )
    case 'msqrt': {
      const inner = sayAll(node.children, words)
      return inner && join(words.squareRoot, inner, words.end)
    }
    case 'mroot':
      return a && b && join(words.root(b), a, words.end)
    case 'msub':
      return a && b && join(a, words.sub, b)
    case 'msup':
      return a && b && join(a, power(b, textOf(second ?? node).trim(), words))
    case 'msubsup':
    case 'munderover':
      if (a && b && c && isLarge(first)) return join(a, words.from, b, words.to, c, words.of)
      return a && b && c && join(a, words.sub, b, power(c, textOf(third ?? node).trim(), words))
    case 'munder':
      return a && b && join(a, words.under, b)
    case 'mover': {
      const accent = words.accents[textOf(second ?? node).trim()]
      return a && accent && join(a, accent)
    }
    default:
      return undefined
  }
}

function sign(text: string, words: MathWords): string | undefined {
  // Invisible signs of multiplication and application are not said.
  if (/^[\u2061-\u2064]*$/.test(text)) return ''
  if (Object.hasOwn(words.signs, text)) return words.signs[text]
  return isPlain(text) ? text : undefined
}

function power(said: string, written: string, words: MathWords): string {
  if (Object.hasOwn(words.powers, written)) return words.powers[written] ?? ''
  return join(words.power, said)
}

function group(said: string, words: MathWords): string {
  return join(words.begin, said, words.end)
}

function isShort(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && ['mi', 'mn', 'mtext'].includes(node.tagName)
}

function isLarge(node: ElementContent | undefined): boolean {
  return node !== undefined && /^[∑∏∫]$/.test(textOf(node).trim())
}

function isPlain(text: string): boolean {
  return /^[\p{Script=Latin}\p{N}.,:%()[\]|/!]+$/u.test(text)
}

function join(...parts: readonly string[]): string {
  return parts.join(' ')
}
