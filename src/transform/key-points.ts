import type {Element, ElementContent} from 'hast'
import type {Words} from '../words/index.js'
import {isBoldLine, isHeading, sectionOf} from './headings.js'
import {leadOf, ownProse, plain, withoutMarks} from './sentences.js'

const most = 5
const longest = 400

/**
 * The key points of a review whose author named none: the lead sentences of its first section, paragraphs and
 * list items alike, in the author’s words. A sentence that only opens a list is none.
 */
export function keyPointsOf(
  body: readonly ElementContent[],
  closing: Element | undefined,
  words: Words
): string[] {
  const first = body.find((node) => isHeading(node) && node.properties.id !== closing?.properties.id)
  const section = isHeading(first) ? sectionOf(body, first).slice(1) : body
  const own = leadsOf(section, words)
  return own.length > 0 ? own : leadsOf(body, words)
}

function leadsOf(nodes: readonly ElementContent[], words: Words): string[] {
  const leads = nodes
    .flatMap((node) => (node.type === 'element' ? proseOf(node) : []))
    .map((prose) => leadOf(withoutMarks(prose), longest, words))
  const inWords = leads.filter((lead) => !hasFormula(lead))
  return (inWords.length > 0 ? inWords : leads)
    .map((lead) => plain({type: 'root', children: lead}))
    .filter((text) => text !== '' && text.length <= 2 * longest && !text.endsWith(':'))
    .slice(0, most)
}

/** A formula is better shown than said. */
function hasFormula(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'element' && (node.tagName === 'math' || hasFormula(node.children))
  )
}

/** The inline nodes of a paragraph, or of each item of a list; a line in bold alone is no prose. */
function proseOf(node: Element): ElementContent[][] {
  if (node.tagName === 'p') return isBoldLine(node) ? [] : [node.children]
  if (node.tagName !== 'ul' && node.tagName !== 'ol') return []
  return node.children
    .filter((item): item is Element => item.type === 'element' && item.tagName === 'li')
    .map((item) => ownProse(item))
}
