import type {Root} from 'hast'
import {visit} from 'unist-util-visit'

/** Links to what this page does not hold keep their text and lead nowhere: a briefing has not all that a report has. */
export function withoutDeadLinks(tree: Root): Root {
  const ids = new Set<unknown>()
  visit(tree, 'element', ({properties}) => {
    ids.add(properties.id)
  })
  visit(tree, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#') || ids.has(href.slice(1)))
      return
    node.tagName = 'span'
    node.properties = {}
  })
  return tree
}
