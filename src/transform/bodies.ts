import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Heading} from '../model/document.js'
import {audienceOf, hasAudiences} from './audience.js'
import {settleLevels} from './headings.js'
import {withOwnNotes} from './own-notes.js'

/** A review’s text as the report has it, and as its talk is made of. */
export interface Bodies {
  readonly read: readonly ElementContent[]
  readonly headings: readonly Heading[]
  readonly said: readonly ElementContent[]
}

/**
 * The text in two: what is not for the report is not in the one, what is for it alone not in the other, where what the
 * speaker alone has is marked. Levels of headings, footnotes and links are those of each. The same text where nothing
 * is marked.
 */
export function toBodies(blocks: readonly ElementContent[], headings: readonly Heading[]): Bodies {
  if (!hasAudiences(blocks)) return {read: blocks, headings, said: blocks}
  const read = withOwnNotes(partFor('report', blocks))
  const said = withOwnNotes(partFor('slides', blocks))
  const settled = settleLevels(read, headings)
  settleLevels(said, headings)
  unlinkLost(read)
  return {read, headings: settled, said}
}

/** Blocks as a reader has them: copies, without what is for others; notes stay with the slides, and say so. */
export function partFor(reader: 'report' | 'slides', blocks: readonly ElementContent[]): ElementContent[] {
  return blocks.flatMap((node) => partOf(node, reader))
}

function partOf(node: ElementContent, reader: 'report' | 'slides'): ElementContent[] {
  if (node.type !== 'element') return [structuredClone(node)]
  const audience = audienceOf(node)
  const isNote = audience === 'notes' && reader === 'slides'
  if (audience && audience !== reader && !isNote) return []
  const children = node.children.flatMap((child) => partOf(child, reader))
  if (isBox(node) && !isNote) return children
  const {dataAudience: _, ...properties} = node.properties
  const wasHolder = children.length < node.children.length && holders.has(node.tagName)
  if (wasHolder && children.every(isBlank)) return []
  return [
    {...structuredClone({...node, children: []}), properties: isNote ? node.properties : properties, children}
  ]
}

/** What holds nothing but what is for others is not there for anyone else either. */
const holders = new Set(['ul', 'ol', 'li', 'blockquote', 'div', 'details', 'p'])

function isBox({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('audience')
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

/** A link to what this text lacks keeps its words and leads nowhere. */
function unlinkLost(body: readonly ElementContent[]): void {
  const ids = new Set<unknown>()
  visit({type: 'root', children: [...body]}, 'element', ({properties}) => {
    ids.add(properties.id)
  })
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#') || ids.has(href.slice(1)))
      return
    node.tagName = 'span'
    node.properties = {}
  })
}
