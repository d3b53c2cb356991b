import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Document, Exhibit, Heading} from '../model/document.js'
import type {Landing} from '../model/page.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import {auditId} from './audit.js'

/** The deepest heading that contents list. */
const deepest = 3
/** A list of one thing helps nobody. */
const fewest = 2

/** Headings as nested lists of links, with the page of each in print; undefined where there are none. */
export function contentsOf(headings: readonly Heading[], landing?: Landing): Element | undefined {
  const listed = headings.filter(({depth}) => depth <= deepest)
  const [first] = listed
  return first && listOf(listed, first.depth, landing)
}

/** The numbered tables, or figures, as a list of links under its heading; undefined where there are less than two. */
export function exhibitsOf(
  {exhibits, language}: Document,
  kind: Exhibit['kind'],
  words: Words,
  landing?: Landing
): Element | undefined {
  const listed = exhibits.filter((each) => each.kind === kind)
  if (listed.length < fewest) return undefined
  const id = `list-of-${kind}s`
  const isForeign = language.split('-')[0] !== words.language
  const own = isForeign ? {lang: words.language, dir: directionOf(words.language)} : {}
  const direction = directionOf(language) === 'rtl' ? {dir: 'auto'} : {}
  const items = listed.map((each) => {
    const text = [
      h('span', {className: ['number']}, `${words[each.kind]} ${each.number}.`),
      ` ${each.caption}`
    ]
    return h('li', direction, entryOf(each.id, text, landing))
  })
  return h('nav', {className: ['contents', 'exhibits'], ariaLabelledBy: id}, [
    h('h2', {id, ...own}, words.lists[kind]),
    h('ol', items)
  ])
}

function listOf(headings: readonly Heading[], depth: number, landing: Landing | undefined): Element {
  const items: Element[] = []
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index]
    if (!heading) break
    const next = headings.findIndex((each, at) => at > index && each.depth <= depth)
    const below = headings.slice(index + 1, next === -1 ? undefined : next)
    const [child] = below
    const entry = entryOf(heading.id, [heading.text], landing)
    const properties = heading.id === auditId ? {className: ['audit-entry']} : {}
    items.push(h('li', properties, [entry, ...(child ? [listOf(below, child.depth, landing)] : [])]))
    index = next === -1 ? headings.length : next
  }
  return h('ol', items)
}

function entryOf(id: string, text: (string | Element)[], landing: Landing | undefined): Element {
  if (!landing) return h('a', {href: `#${id}`}, text)
  return h('a', {href: `#${id}`}, [
    h('span', {className: ['entry']}, text),
    ' ',
    h('span', {className: ['leader'], ariaHidden: 'true'}),
    h('span', {className: ['page']}, String(landing.spots.get(id)?.page ?? ''))
  ])
}
