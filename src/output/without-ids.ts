import type {ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import {copied} from './copied.js'

/** Nodes that repeat what stands elsewhere on the page: an id may stand there once, and leads there. */
export function withoutIds<T extends ElementContent>(nodes: readonly T[]): T[] {
  const copies = copied(nodes)
  for (const copy of copies) {
    visit(copy, 'element', (node) => {
      node.properties.id = undefined
    })
  }
  return copies
}
