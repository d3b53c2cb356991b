import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {Block, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'
import {citedOn, listsWorks, workUnit} from './talk-works.js'
import {isFootnotes} from './to-blocks.js'
import {toList} from './to-list.js'

/** What slides cite, where none of them lists it, and the footnotes of the talk’s own text. */
export function closing(
  {talk: {body}}: Document,
  slides: readonly Slide[],
  works: readonly Element[],
  words: Words
): Slide[] {
  const cited = slides.some(listsWorks) ? [] : citedOn(slides, works)
  const units = cited.map(workUnit)
  const list: Block = {kind: 'list', ordered: false, start: 1, units}
  const notes = body
    .filter(isFootnotes)
    .flatMap((node) => (node.type === 'element' ? footnotes(node, words) : []))
  return [
    ...(notes.length > 0 ? [closingSlide('notes', 'content', words.notes, notes)] : []),
    ...(units.length > 0 ? [closingSlide('references', 'references', words.references, [list])] : [])
  ]
}

function closingSlide(id: string, kind: Slide['kind'], title: string, blocks: readonly Block[]): Slide {
  return {id, kind, title, blocks, notes: []}
}

function footnotes(section: Element, words: Words): Block[] {
  const list = section.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'ol'
  )
  if (!list) return []
  const copy = structuredClone(list)
  visit(copy, 'element', (node, index, parent) => {
    if (!('dataFootnoteBackref' in node.properties) || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
  const block = toList(copy, {words, whole: true})
  return [{...block, units: block.units.map((unit) => ({...unit, notes: []}))}]
}
