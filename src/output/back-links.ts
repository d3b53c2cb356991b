import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/**
 * On the web, each reference leads back to the marks that cite it, and both say what they are to who listens. On paper
 * neither: a reader turns the page, and such roles would break a PDF’s links.
 */
export function withBackLinks(body: readonly ElementContent[], label: string): void {
  const root: Root = {type: 'root', children: [...body]}
  const entries = new Map<string, Element>()
  visit(root, 'element', (node) => {
    if (node.tagName === 'li' && isReference(node)) entries.set(String(node.properties.id), node)
  })
  const marks = new Map<Element, string[]>()
  let count = 0
  visit(root, 'element', (node) => {
    const href = node.tagName === 'a' ? node.properties.href : undefined
    const entry = typeof href === 'string' ? entries.get(href.slice(1)) : undefined
    if (!entry) return
    const id = `cite-${++count}`
    node.properties = {...node.properties, id, role: 'doc-biblioref'}
    marks.set(entry, [...(marks.get(entry) ?? []), id])
  })
  for (const [entry, ids] of marks) {
    for (const [index, id] of ids.entries()) {
      const number = index > 0 ? [h('sup', String(index + 1))] : []
      const ariaLabel = index > 0 ? `${label} (${index + 1})` : label
      entry.children.push(
        {type: 'text', value: ' '},
        h('a', {href: `#${id}`, className: ['back'], role: 'doc-backlink', ariaLabel}, ['↩', ...number])
      )
    }
  }
}

function isReference({properties: {className, id}}: Element): boolean {
  return typeof id === 'string' && Array.isArray(className) && className.includes('reference')
}
