import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Spot} from '../model/page.js'

/** More cells than this in a row tell no more about where it ends. */
const mostMarks = 64

/** Marks where each numbered table ends: print tells where an id begins, and any cell of the last row may reach furthest. */
export function markEnds(body: readonly ElementContent[]): void {
  visit({type: 'root', children: [...body]}, 'element', (exhibit) => {
    const {id, dataKind} = exhibit.properties
    if (dataKind !== 'table' || typeof id !== 'string') return
    const cells = lastRow(exhibit)?.children.filter(isElement).slice(0, mostMarks) ?? []
    for (const [index, cell] of cells.entries()) cell.children.push(h('span', {id: endOf(id, index)}))
  })
}

/** Where the marks of a table’s last row landed. */
export function endsOf(id: string, spots: ReadonlyMap<string, Spot>): Spot[] {
  const found: Spot[] = []
  for (let index = 0; index < mostMarks; index++) {
    const spot = spots.get(endOf(id, index))
    if (!spot) break
    found.push(spot)
  }
  return found
}

function endOf(id: string, cell: number): string {
  return `${id}-end-${cell + 1}`
}

function lastRow(exhibit: Element): Element | undefined {
  let last: Element | undefined
  visit(exhibit, 'element', (node) => {
    if (node.tagName === 'tr') last = node
  })
  return last
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
