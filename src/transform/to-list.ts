import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Unit} from '../model/deck.js'
import {withLabel} from './labels.js'
import {type LeadOptions, leadFor} from './lead.js'
import {longest, piecesOf} from './pieces.js'
import {ownProse} from './sentences.js'
import {isNotes, said} from './speaker-notes.js'

export interface ListOptions extends Pick<LeadOptions, 'words' | 'clauses'> {
  /** Show items whole: references say nothing by halves. */
  readonly whole?: boolean | undefined
}

/** A list as a slide shows it: items by their lead sentences, or whole, with all of each in the notes. */
export function toList(list: Element, options: ListOptions): Block {
  const ordered = list.tagName === 'ol'
  const start = Number(list.properties.start ?? 1)
  const units: Unit[] = []
  for (const [index, item] of list.children.filter(isElement).entries()) {
    const notes = h(list.tagName, ordered ? {start: start + index} : {}, said(item))
    const last = units.at(-1)
    // An item that only the speaker has is said with the one before.
    if (!isNotes(item)) units.push(...withNotes(itemUnits(item, options), [notes]))
    else if (last) units[units.length - 1] = {...last, notes: [...last.notes, notes]}
  }
  return {kind: 'list', ordered, start, units}
}

/** Pieces of one thing as units: its notes are those of the first. */
export function withNotes(
  pieces: readonly {readonly content: Element}[],
  notes: readonly ElementContent[]
): Unit[] {
  return pieces.map((piece, index) => ({...piece, notes: index === 0 ? notes : []}))
}

/** An item, and each item below it, as units: a further slide may begin with either. */
function itemUnits(item: Element, options: ListOptions): {content: Element}[] {
  const [first = [], ...others] = piecesOf(
    shownOf(
      ownProse(item).filter((node) => !isNotes(node)),
      options
    )
  )
  const below = item.children
    .filter((child): child is Element => isElement(child) && ['ul', 'ol'].includes(child.tagName))
    .filter((list) => !isNotes(list))
    .flatMap((list) =>
      list.children.filter(isElement).flatMap((inner, index) => {
        const properties = list.tagName === 'ol' ? {start: Number(list.properties.start ?? 1) + index} : {}
        return itemUnits(inner, options).map(({content}) => ({
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

function shownOf(own: readonly ElementContent[], {words, clauses, whole}: ListOptions): ElementContent[] {
  if (whole) return withoutGiven(own)
  return withLabel(leadFor(own, {words, clauses, labelled: longest, elides: true}).lead)
}

/** A reference says itself; how its author put it stands in the notes. */
export function withoutGiven(own: readonly ElementContent[]): ElementContent[] {
  const isGiven = (node: ElementContent) =>
    isElement(node) && [node.properties.className].flat().includes('given')
  return own.filter((node) => !isGiven(node))
}

/** An item that goes on: it prints no mark of its own. */
export function continued(item: Element, children: ElementContent[]): Element {
  const {id: _, ...properties} = item.properties
  return {...item, properties: {...properties, className: ['continued']}, children}
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
