import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** A place of the review that links may lead to, and what a link without words of its own reads there. */
export interface Anchor {
  readonly id: string
  readonly name: string
  /** A table or figure: on paper, its page is told. */
  readonly exhibit?: boolean
}

/**
 * Leads the author’s links within the review to its headings, tables and figures; one without words, `[](#tbl-trials)`,
 * reads what that is called. A link that would lead nowhere on paper (an unknown
 * anchor, a file beside the review) keeps its text, loses its address, and is a warning.
 */
export function settleLinks(tree: Root, file: VFile, anchors: ReadonlyMap<string, Anchor>): void {
  visit(tree, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string') return
    if (/^(?:https?:|mailto:)/i.test(href) || href.startsWith('#user-content-fn')) return
    const anchor = href.startsWith('#') ? anchors.get(decode(href.slice(1))) : undefined
    if (!anchor) return unlink(node, href)
    node.properties.href = `#${anchor.id}`
    if (anchor.exhibit) node.properties.className = ['cross-reference']
    if (node.children.length === 0) node.children = [{type: 'text', value: anchor.name}]
  })

  function unlink(node: Element, href: string): void {
    const expected = href.startsWith('#')
      ? 'a heading, table or figure of this review'
      : 'an address, or a heading, table or figure of this review'
    file.message(`Unexpected link to \`${href}\`, expected ${expected}`, {
      place: node.position,
      source: 'transform',
      ruleId: 'broken-link'
    })
    node.tagName = 'span'
    node.properties = {}
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
