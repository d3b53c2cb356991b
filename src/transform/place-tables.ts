import type {Element, ElementContent, Root} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {isRead} from './audience.js'

/** Makes a table; undefined where it would be empty. */
export type Table = (() => Root) | undefined

/**
 * Sets the evidence tables where the author placed them; trials stand before the references where he did not, unless
 * tables stand only where they are asked for.
 */
export function placeTables(
  body: ElementContent[],
  closing: Element | undefined,
  sayEmpty: (name: string, place: Element['position']) => void,
  tables: {trials: Table; references: Table; isAsked?: boolean}
): void {
  const start = closing ? body.indexOf(closing) : body.length
  const at = body[start]?.position ?? body.at(-1)?.position
  if (!tables.isAsked && !body.some((node) => isPlace(node, 'trials', 'read'))) {
    const isSlides = body.some((node) => isPlace(node, 'trials'))
    body.splice(start, 0, placeFor('trials', at, isSlides))
  }

  visit({type: 'root', children: body}, 'element', (node, index, parent) => {
    if (node.tagName !== 'lectern-directive' || !parent || index === undefined) return
    const table = tables[node.properties.name === 'trials' ? 'trials' : 'references']
    if (!table && !node.properties.own) sayEmpty(String(node.properties.name), node.position)
    const content = table ? elementsOf(table()) : []
    for (const each of content) {
      visit(each, (inner) => {
        if (node.position) inner.position = node.position
      })
      if (node.properties.dataAudience) each.properties.dataAudience = node.properties.dataAudience
    }
    parent.children.splice(index, 1, ...content)
    return [SKIP, index + content.length]
  })
}

function isPlace(node: ElementContent, name: string, by?: 'read'): boolean {
  let found = false
  visit(node, 'element', (each) => {
    if (by && !isRead(each)) return SKIP
    found ||= each.tagName === 'lectern-directive' && each.properties.name === name
  })
  return found
}

/** Where slides have a table of their own, ours is the report’s. */
function placeFor(name: string, position: Element['position'], isSlides: boolean): Element {
  const place: Element = {
    type: 'element',
    tagName: 'lectern-directive',
    properties: {name, own: true, ...(isSlides ? {dataAudience: 'report'} : {})},
    children: []
  }
  return position ? {...place, position} : place
}

/** The elements of a filled template. */
export function elementsOf(tree: Root): Element[] {
  return tree.children.filter((node): node is Element => node.type === 'element')
}
