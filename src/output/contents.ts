import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Heading} from '../model/document.js'

/** The deepest heading that contents list. */
const deepest = 3

/** Headings as nested lists of links, with the page of each where known; undefined where there are none. */
export function contentsOf(
  headings: readonly Heading[],
  pages?: ReadonlyMap<string, number>
): Element | undefined {
  const listed = headings.filter(({depth}) => depth <= deepest)
  const [first] = listed
  return first && listOf(listed, first.depth, pages)
}

function listOf(
  headings: readonly Heading[],
  depth: number,
  pages: ReadonlyMap<string, number> | undefined
): Element {
  const items: Element[] = []
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index]
    if (!heading) break
    const next = headings.findIndex((each, at) => at > index && each.depth <= depth)
    const below = headings.slice(index + 1, next === -1 ? undefined : next)
    const [child] = below
    items.push(h('li', [entryOf(heading, pages), ...(child ? [listOf(below, child.depth, pages)] : [])]))
    index = next === -1 ? headings.length : next
  }
  return h('ol', items)
}

function entryOf({id, text}: Heading, pages: ReadonlyMap<string, number> | undefined): Element {
  if (!pages) return h('a', {href: `#${id}`}, text)
  const page = h('span', {className: ['page']}, String(pages.get(id) ?? ''))
  return h('a', {href: `#${id}`}, [h('span', {className: ['entry']}, text), ' ', page])
}
