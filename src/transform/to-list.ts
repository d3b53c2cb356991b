import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block} from '../model/deck.js'
import type {Words} from '../words/index.js'
import {longest, piecesOf} from './pieces.js'
import {leadOf, ownProse} from './sentences.js'

/** A list as a slide shows it: items by their lead sentences, or whole, with all of each in the notes. */
export function toList(list: Element, words: Words, whole = false): Block {
  const ordered = list.tagName === 'ol'
  const start = Number(list.properties.start ?? 1)
  const items = list.children.filter(isElement)
  const units = items.flatMap((item, index) => {
    const notes = h(list.tagName, ordered ? {start: start + index} : {}, [item])
    return itemUnits(item, words, whole).map((unit, piece) => ({...unit, notes: piece === 0 ? [notes] : []}))
  })
  return {kind: 'list', ordered, start, units}
}

/** An item, and each item below it, as units: a further slide may begin with either. */
function itemUnits(item: Element, words: Words, whole: boolean): {content: Element}[] {
  const own = ownProse(item)
  const [first = [], ...others] = piecesOf(whole ? own : leadOf(own, longest, words))
  const below = item.children
    .filter((child): child is Element => isElement(child) && ['ul', 'ol'].includes(child.tagName))
    .flatMap((list) =>
      list.children.filter(isElement).flatMap((inner, index) => {
        const properties = list.tagName === 'ol' ? {start: Number(list.properties.start ?? 1) + index} : {}
        return itemUnits(inner, words, whole).map(({content}) => ({
          content: continued(item, [h(list.tagName, properties, [content])])
        }))
      })
    )
  return [
    {content: {...item, children: first}},
    ...others.map((piece) => ({content: continued(item, piece)})),
    ...below
  ]
}

/** An item that goes on: it prints no mark of its own. */
function continued(item: Element, children: ElementContent[]): Element {
  const {id: _, ...properties} = item.properties
  return {...item, properties: {...properties, className: ['continued']}, children}
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
