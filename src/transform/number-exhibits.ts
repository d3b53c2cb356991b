import type {Element, ElementContent} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import type {Exhibit} from '../model/document.js'
import type {Words} from '../words/index.js'
import {isRead} from './audience.js'
import {plain, withoutMarks} from './sentences.js'

/**
 * Numbers the tables and figures that have a caption, each kind for itself, in the order of the text: `Table 2.`
 * goes into the caption’s `.number`. Those without an id get one, `tbl-2`. Numbers are the report’s: what it does not
 * hold has none. In a talk, what its review has too keeps its number there, and the others go on from its last.
 */
export function numberExhibits(
  body: readonly ElementContent[],
  words: Words,
  before: readonly Exhibit[] = []
): Exhibit[] {
  const exhibits: Exhibit[] = []
  const root = {type: 'root' as const, children: [...body]}
  const taken = new Set<unknown>()
  visit(root, 'element', ({properties}) => {
    taken.add(properties.id)
  })
  const last = (kind: Exhibit['kind']) => before.findLast((each) => each.kind === kind)?.number ?? 0
  const counts = {table: last('table'), figure: last('figure')}
  visit(root, 'element', (node) => {
    if (!isRead(node)) {
      unnumber(node)
      return SKIP
    }
    const kind = node.properties.dataKind
    if (kind !== 'table' && kind !== 'figure') return
    const label = find(node, (each) => hasClass(each, 'number'))
    const caption = find(node, (each) => each.tagName === 'caption' || hasClass(each, 'caption'))
    if (!label || !caption) return
    const text = plain({...caption, children: withoutMarks(caption.children)})
    if (text === '') {
      // Nothing to tell it by: it stands as it is, without a number.
      node.children = node.children.filter((child) => child !== caption)
      visit(node, 'element', (each) => {
        each.children = each.children.filter((child) => child !== caption)
      })
      delete node.properties.dataKind
      return
    }
    const known = before.find((each) => each.kind === kind && each.id === node.properties.id)
    const number = known?.number ?? ++counts[kind]
    const id = typeof node.properties.id === 'string' ? node.properties.id : freeId(kind, number, taken)
    node.properties.id = id
    label.children = [{type: 'text', value: `${words[kind]}\u00a0${number}.`}]
    exhibits.push({id, kind, number, caption: text})
  })
  return exhibits
}

/** Captions of a part that the report does not hold, without the place of a number. */
function unnumber(part: Element): void {
  visit(part, 'element', (node, index, parent) => {
    if (!hasClass(node, 'number') || !parent || index === undefined) return
    const next = parent.children[index + 1]
    if (next?.type === 'text') next.value = next.value.trimStart()
    parent.children.splice(index, 1)
    return index
  })
}

/** What a reference to an exhibit reads, `Table 2`. */
export function nameOf({kind, number}: Exhibit, words: Words): string {
  return `${words[kind]}\u00a0${number}`
}

function freeId(kind: Exhibit['kind'], number: number, taken: Set<unknown>): string {
  const stem = kind === 'table' ? 'tbl' : 'fig'
  let id = `${stem}-${number}`
  for (let more = 2; taken.has(id); more++) id = `${stem}-${number}-${more}`
  taken.add(id)
  return id
}

function find(node: Element, is: (each: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(node, 'element', (each) => {
    if (!found && is(each)) found = each
  })
  return found
}

function hasClass({properties}: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}
