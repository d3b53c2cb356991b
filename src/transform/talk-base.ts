import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Document} from '../model/document.js'
import type {Study} from '../model/study.js'
import {isHeading} from './headings.js'
import type {Anchor} from './links.js'
import {plain} from './sentences.js'
import {headingOf} from './talk-pieces.js'
import {settingOf} from './talk-setting.js'
import {takeTitle} from './title.js'
import {trialsNamed} from './trials.js'

/**
 * Readies the text of a deck: headings keep the level that they were written with, as that says where slides begin;
 * those deeper than the second are lines in bold. Gives the title, if the deck opens with it.
 */
export function readySlides(body: ElementContent[], given: string | undefined): string | undefined {
  const first = body.find((node) => !settingOf(node))
  const title = isHeading(first) && first.tagName === 'h1' ? takeTitle(body, given) : given
  for (const node of body) {
    if (!isHeading(node)) continue
    const level = Number(node.tagName.charAt(1))
    if (level <= 2) node.properties.dataLevel = level
    else {
      node.tagName = 'p'
      node.children = [h('strong', node.children)]
    }
  }
  return title
}

/** The level of a heading that begins a slide; undefined of all else. */
export function levelOf(node: ElementContent): number | undefined {
  return isHeading(node) && node.properties.dataLevel !== undefined
    ? Number(node.properties.dataLevel)
    : undefined
}

interface Row {
  readonly id: string
  readonly study: Study | undefined
}

/** The trials that the review which a talk takes from has for its slides, then those that the talk names alone. */
export function withTrialsOf(review: Document | undefined, own: readonly Row[]): readonly Row[] {
  if (!review) return own
  const [said, read] = [trialsNamed(review.talk.body), trialsNamed(review.body)]
  const shown = review.trials.filter(({id}) => said.has(id) || !read.has(id))
  const known = new Set(shown.map(({id}) => id))
  return [...shown.map(({id, study}) => ({id, study})), ...own.filter(({id}) => !known.has(id))]
}

/** What links of a talk may lead to beside its headings: slides by their ids, and the pieces it takes. */
export function anchorsOf(
  body: readonly ElementContent[],
  review: Document | undefined,
  nameOf: (exhibit: Document['exhibits'][number]) => string
): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  const asked = new Set<string>()
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const id = settingOf(node)?.id
    if (id) anchors.set(id, {id, name: titleBeside(node, body) ?? id})
    if (node.properties.dataPiece !== undefined) asked.add(String(node.properties.dataPiece))
  })
  for (const name of review ? asked : []) {
    const heading = review && headingOf(review, name)
    if (heading) anchors.set(name, {id: heading.id, name: heading.text})
  }
  for (const exhibit of review?.exhibits ?? [])
    anchors.set(exhibit.id, {id: exhibit.id, name: nameOf(exhibit), exhibit: true})
  return anchors
}

/** Where a talk prints its works: a list as in a review, and no table. */
export function placeOfWorks(): Root {
  return {type: 'root', children: [h('div', {dataWorks: ''})]}
}

/** The heading next to a setting, which is its slide’s. */
function titleBeside(node: Element, body: readonly ElementContent[]): string | undefined {
  const at = body.indexOf(node)
  const heading = [body[at + 1], body[at - 1]].find(
    (each) => each !== undefined && levelOf(each) !== undefined
  )
  return heading && plain(heading)
}
