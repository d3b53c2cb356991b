import GithubSlugger from 'github-slugger'
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {EXIT, visit} from 'unist-util-visit'
import type {Block, Slide, Unit} from '../model/deck.js'
import type {Document, Heading} from '../model/document.js'
import {directionOf} from '../words/direction.js'
import {nearest} from '../words/likely.js'
import {toDeck} from './to-deck.js'

/** A piece of a review: the slides of one of its sections, or a table, a figure or a box of it. */
export type Piece =
  | {readonly kind: 'section'; readonly slides: readonly Slide[]}
  | {readonly kind: 'exhibit'; readonly node: Element}

/** The pieces of a review by their names, each as the automatic deck shows it. */
export function piecesOfReview(review: Document): (name: string) => Piece | undefined {
  let slides: readonly Slide[] | undefined
  return (name) => {
    const heading = headingOf(review, name)
    if (heading) {
      slides ??= toDeck(review).slides
      return {kind: 'section', slides: slidesOf(heading, slides, review)}
    }
    const node = exhibitOf(review, name)
    return node && {kind: 'exhibit', node}
  }
}

/** The heading that an anchor is of: the one that editors make (`overview-of-research`), or the id in a page. */
export function headingOf({headings}: Document, name: string): Heading | undefined {
  const slugger = new GithubSlugger()
  const slugs = headings.map(({text}) => slugger.slug(text))
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
  const tests: ((heading: Heading, slug: string) => boolean)[] = [
    (_, slug) => slug === name,
    ({id}) => id === name,
    (_, slug) => bare(slug) === bare(name) && bare(name) !== ''
  ]
  for (const test of tests) {
    const found = headings.find((heading, index) => test(heading, slugs[index] ?? ''))
    if (found) return found
  }
  return undefined
}

/** The names of pieces that are nearest to one that is none. */
export function nearestPieces({headings, exhibits, body}: Document, name: string): string[] {
  const slugger = new GithubSlugger()
  const names = [...headings.map(({text}) => slugger.slug(text)), ...exhibits.map(({id}) => id)]
  visit({type: 'root', children: [...body]}, 'element', ({properties: {id}}) => {
    if (typeof id === 'string' && id.startsWith('box-')) names.push(id)
  })
  return nearest(name, names, 3)
}

/** The slides from a heading’s to the next that is not below it. */
function slidesOf({id, depth}: Heading, slides: readonly Slide[], {headings}: Document): Slide[] {
  const first = slides.findIndex((slide) => slide.id === id)
  if (first < 0) return []
  const ends = new Set(headings.filter((each) => each.depth <= depth).map((each) => each.id))
  const next = slides.findIndex(
    (slide, index) =>
      index > first &&
      (ends.has(slide.id) || ['references', 'agenda'].includes(slide.kind) || slide.id === 'notes')
  )
  const own = slides.slice(first, next < 0 ? undefined : next)
  // The trials that stand at the end of every deck are of no section.
  return own.length > 1 && own.at(-1)?.id === 'trials' ? own.slice(0, -1) : own
}

function exhibitOf({body, talk, shortTrials}: Document, name: string): Element | undefined {
  if (name === 'tbl-trials') return talk.trials ?? shortTrials
  if (name === 'tbl-works') return h('div', {dataWorks: ''})
  const names = [name, ...['tbl-', 'fig-', 'box-'].map((prefix) => `${prefix}${name}`)]
  let found: Element | undefined
  visit({type: 'root', children: [...talk.body, ...body]}, 'element', (node) => {
    if (!names.includes(String(node.properties.id)) || !isExhibit(node)) return
    found = node
    return EXIT
  })
  return found
}

function isExhibit({properties: {className}}: Element): boolean {
  return Array.isArray(className) && (className.includes('exhibit') || className.includes('box'))
}

/**
 * A unit of a review in a talk: it stands where it was asked for, and a footnote of it, whose number would be another
 * here, is said in the notes.
 */
export function settleUnits(block: Block, place: Element, review: Document, language: string): Block {
  const units = block.units.map((unit) => settleUnit(unit, place, review))
  if (review.language !== language)
    for (const {content} of units)
      Object.assign(content.properties, {lang: review.language, dir: directionOf(review.language)})
  return {...block, units}
}

function settleUnit(unit: Unit, piece: Element, {talk: {body}}: Document): Unit {
  const {content, notes} = settleMarks(unit.content, piece, body)
  const resumed = unit.resumed && settleMarks(unit.resumed, piece, body).content
  return {...unit, content, notes: [...unit.notes, ...notes], ...(resumed ? {resumed} : {})}
}

function settleMarks(
  element: Element,
  {position}: Element,
  body: readonly ElementContent[]
): {content: Element; notes: ElementContent[]} {
  const content = structuredClone(element)
  const notes: ElementContent[] = []
  visit(content, 'element', (node, index, parent) => {
    if (position) node.position = position
    const [link] = node.children
    if (node.tagName !== 'sup' || link?.type !== 'element' || !('dataFootnoteRef' in link.properties)) return
    if (!parent || index === undefined) return
    notes.push(...noteOf(body, String(link.properties.href).slice(1)))
    parent.children.splice(index, 1)
    return index
  })
  return {content, notes}
}

function noteOf(body: readonly ElementContent[], id: string): ElementContent[] {
  let children: ElementContent[] = []
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    if (node.tagName !== 'li' || node.properties.id !== id) return
    children = structuredClone(node.children)
    return EXIT
  })
  visit({type: 'root', children}, 'element', (node, index, parent) => {
    if (!('dataFootnoteBackref' in node.properties) || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
  return children.filter((node) => node.type === 'element')
}
