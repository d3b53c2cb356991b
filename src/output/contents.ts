import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Heading} from '../model/document.js'

/** The deepest heading that contents list. */
const deepest = 3

/** Headings as nested lists of links; undefined where there are none. */
export function contentsOf(headings: readonly Heading[]): Element | undefined {
  const listed = headings.filter(({depth}) => depth <= deepest)
  const [first] = listed
  return first && listOf(listed, first.depth)
}

function listOf(headings: readonly Heading[], depth: number): Element {
  const items: Element[] = []
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index]
    if (!heading) break
    const next = headings.findIndex((each, at) => at > index && each.depth <= depth)
    const below = headings.slice(index + 1, next === -1 ? undefined : next)
    const [child] = below
    items.push(
      h('li', [
        h('a', {href: `#${heading.id}`}, heading.text),
        ...(child ? [listOf(below, child.depth)] : [])
      ])
    )
    index = next === -1 ? headings.length : next
  }
  return h('ol', items)
}
