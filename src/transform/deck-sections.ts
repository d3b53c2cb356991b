import type {Element, ElementContent} from 'hast'
import type {Document} from '../model/document.js'
import type {Place} from '../model/origin.js'
import {wordsFor} from '../words/index.js'
import {isHeading} from './headings.js'
import {headingText} from './sentences.js'
import {isFootnotes} from './to-blocks.js'

/** A heading of a talk and what stands right below it. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly depth: number
  /** The title of the section this one is in. */
  readonly above?: string
  readonly place?: Place
  readonly nodes: ElementContent[]
  /** The sections right below this one. */
  readonly below: Section[]
}

/** A talk’s sections in order; what stands before the first heading is the introduction, the footnotes come last. */
export function sectionsOf({talk, language}: Document): Section[] {
  const words = wordsFor(language)
  const opening: Section = {id: 'introduction', title: words.introduction, depth: 1, nodes: [], below: []}
  const sections = [opening]
  const open: Section[] = []
  for (const node of talk.body) {
    if (isFootnotes(node))
      sections.push({id: 'notes', title: words.notes, depth: 2, nodes: [node], below: []})
    else if (isHeading(node)) {
      const depth = Number(node.tagName.charAt(1))
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      const section = toSection(node, depth, open.at(-1))
      open.at(-1)?.below.push(section)
      open.push(section)
      sections.push(section)
    } else sections.at(-1)?.nodes.push(node)
  }
  return opening.nodes.length > 0 ? sections : sections.slice(1)
}

function toSection(heading: Element, depth: number, parent: Section | undefined): Section {
  const place = placeOf(heading)
  return {
    id: String(heading.properties.id),
    title: headingText(heading),
    depth,
    nodes: [],
    below: [],
    ...(parent ? {above: parent.title} : {}),
    ...(place ? {place} : {})
  }
}

/** Where a node begins in its source. */
export function placeOf({position}: ElementContent): Place | undefined {
  return position && {line: position.start.line, column: position.start.column}
}
