import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Words} from '../words/index.js'
import {isHeading, sectionOf} from './headings.js'
import {plain, sentences} from './sentences.js'

const most = 5

/**
 * The key points of a review whose author named none: the lead sentences of its first section, paragraphs and
 * list items alike, in the author’s words. A sentence that only opens a list is none.
 */
export function keyPointsOf(
  body: readonly ElementContent[],
  closing: Element | undefined,
  words: Words
): string[] {
  const first = body.find((node) => isHeading(node) && node !== closing)
  const section = isHeading(first) ? sectionOf(body, first).slice(1) : body
  const own = leadsOf(section, words)
  return own.length > 0 ? own : leadsOf(body, words)
}

function leadsOf(nodes: readonly ElementContent[], words: Words): string[] {
  return nodes
    .flatMap((node) => (node.type === 'element' ? proseOf(node) : []))
    .map((text) => (sentences(text, words)[0] ?? '').trim())
    .filter((text) => text !== '' && !text.endsWith(':'))
    .slice(0, most)
}

function proseOf(node: Element): string[] {
  if (node.tagName === 'p') return [plain(node)]
  if (node.tagName !== 'ul' && node.tagName !== 'ol') return []
  return node.children
    .filter((item): item is Element => item.type === 'element' && item.tagName === 'li')
    .map((item) => itemProse(item))
}

/** An item’s own words, without those of lists below it. */
function itemProse(item: Element): string {
  const own = item.children.filter(
    (node) => !(node.type === 'element' && ['ul', 'ol'].includes(node.tagName))
  )
  return own
    .map((node) => textOf(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
