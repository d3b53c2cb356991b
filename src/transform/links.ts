import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/**
 * Leads the author’s links within the review to its headings. A link that would lead nowhere on paper (an unknown
 * anchor, a file beside the review) keeps its text, loses its address, and is a warning.
 */
export function settleLinks(tree: Root, file: VFile, anchors: ReadonlyMap<string, string>): void {
  const ids = exhibitIds(tree)
  visit(tree, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string') return
    if (/^(?:https?:|mailto:)/i.test(href) || href.startsWith('#user-content-fn')) return
    const anchor = decode(href.slice(1))
    const id = href.startsWith('#')
      ? (anchors.get(anchor) ?? (ids.has(anchor) ? anchor : undefined))
      : undefined
    if (id) node.properties.href = `#${id}`
    else unlink(node, href)
  })

  function unlink(node: Element, href: string): void {
    const expected = href.startsWith('#')
      ? 'a heading, a table, a figure or a box of this review'
      : 'an address or a heading of this review'
    file.message(`Unexpected link to \`${href}\`, expected ${expected}`, {
      place: node.position,
      source: 'transform',
      ruleId: 'broken-link'
    })
    node.tagName = 'span'
    node.properties = {}
  }
}

/** Tables, figures and boxes that the author gave an id. */
function exhibitIds(tree: Root): Set<string> {
  const ids = new Set<string>()
  visit(tree, 'element', ({properties: {id}}) => {
    if (typeof id === 'string' && /^(?:tbl|fig|box)-/.test(id)) ids.add(id)
  })
  return ids
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
