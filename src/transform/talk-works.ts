import type {Element} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Slide, Unit} from '../model/deck.js'
import type {Document} from '../model/document.js'
import {withoutGiven} from './to-list.js'

/** The works of a talk as they are printed: those of the review it takes from, by its numbers, then its own. */
export function worksOfTalk(document: Document, review: Document | undefined): Element[] {
  const entries = new Map<unknown, Element>()
  for (const {talk} of review ? [review, document] : [document]) {
    visit({type: 'root', children: [...talk.body]}, 'element', (node) => {
      const {className, id} = node.properties
      if (node.tagName !== 'li' || !Array.isArray(className) || !className.includes('reference')) return
      if (!entries.has(id ?? node)) entries.set(id ?? node, node)
    })
  }
  return [...entries.values()]
}

/** Those works that slides cite. */
export function citedOn(slides: readonly Slide[], works: readonly Element[]): Element[] {
  const targets = new Set<string>()
  for (const {blocks, beside = []} of slides)
    for (const {units} of [...blocks, ...beside])
      for (const {content} of units)
        visit(content, 'element', ({properties: {href}}) => {
          if (typeof href === 'string' && href.startsWith('#ref-')) targets.add(href.slice(1))
        })
  return works.filter(({properties: {id}}) => targets.has(String(id)))
}

/** A work as a slide lists it; how its author put it, where that differs, stands in the notes. */
export function workUnit(entry: Element): Unit {
  const children = withoutGiven(entry.children)
  const isSame = children.length === entry.children.length
  return {content: {...entry, children}, notes: isSame ? [] : [h('p', structuredClone(entry.children))]}
}

/** Whether a slide lists works. */
export function listsWorks({blocks, beside = []}: Slide): boolean {
  return [...blocks, ...beside].some(({units}) =>
    units.some(({content}) => [content.properties.className].flat().includes('reference'))
  )
}
