import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Links that nobody sees to every id of a page: print names a destination after each id that is linked to, and after no other. */
export function withProbes(tree: Root): Root {
  const ids: string[] = []
  let body: Element | undefined
  visit(tree, 'element', (node) => {
    if (node.tagName === 'body') body = node
    if (typeof node.properties.id === 'string') ids.push(node.properties.id)
  })
  body?.children.push(
    h(
      'div',
      {hidden: true},
      ids.map((id) => h('a', {href: `#${id}`}))
    )
  )
  return tree
}
