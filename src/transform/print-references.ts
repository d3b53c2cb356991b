import type {Element, ElementContent, Parents, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Bibliography, BibliographyEntry} from '../model/citation.js'
import type {Words} from '../words/index.js'
import {settleEntry} from './direction.js'
import {sectionOf} from './headings.js'
import type {ListItem, ReferenceList} from './listed-works.js'
import {linkIn} from './listed-works.js'
import {differs} from './same-words.js'
import {ownProse, plain} from './sentences.js'

export interface PrintOptions {
  readonly closing: Element
  readonly list: ReferenceList
  readonly bibliography: Bibliography
  /** Ids of works that the report neither cites nor lists. */
  readonly asides: ReadonlySet<string>
  readonly words: Words
  readonly language: string
}

/**
 * Prints a style’s references in the place of the author’s: his link stays, words of his that differ follow, and what
 * is no work stays as it is, after the works. Where he groups his works, each stays in its group.
 */
export function printReferences(
  body: ElementContent[],
  {closing, list, bibliography, asides, words, language}: PrintOptions
): void {
  const {entries} = bibliography
  if (entries.length === 0) return
  const byWork = new Map(
    list.items.flatMap((item) => (item.work ? [[item.work.item.id, item] as const] : []))
  )
  const lists = new Set(list.items.filter(({work}) => work).map((item) => item.list))
  const isGrouped = lists.size > 1
  const toItem = (entry: BibliographyEntry) => {
    const item = itemOf(entry, byWork.get(entry.id), words, language)
    if (asides.has(entry.id)) item.properties.dataAudience = 'slides'
    return item
  }

  if (isGrouped) {
    for (const entry of entries) {
      const item = byWork.get(entry.id)
      if (item) Object.assign(item.node, toItem(entry))
    }
    const added = entries.filter(({id}) => !byWork.has(id)).map(toItem)
    if (added.length > 0) insertAfterSection(body, closing, listOf(added, closing))
    return
  }

  const [first] = list.items
  const unknown = list.items.filter(({work, list: own}) => !work && (lists.size === 0 || lists.has(own)))
  const items = [...entries.map(toItem), ...withLabels(unknown, entries)]
  const made = listOf(items, first?.node ?? closing)
  if (!first) insertAfterHeading(body, closing, made)
  else replace(body, [...list.items.filter(({work}) => work), ...unknown], made)
}

/** An entry as an item of the list, with what the author wrote for it. */
function itemOf(
  {anchor, label, content}: BibliographyEntry,
  item: ListItem | undefined,
  words: Words,
  language: string
): Element {
  const own = item ? trimmed(ownProse(item.node)) : []
  const children: ElementContent[] = [
    ...(label ? [h('span', {className: ['label']}, label), textNode(' ')] : []),
    ...structuredClone([...content])
  ]
  const entry = h('li', {id: anchor, className: ['reference']})
  entry.children = children
  if (item?.work) {
    const formatted = plain({type: 'root', children: [...content]})
    const says = differs(plain({type: 'root', children: own}), item.work.item, formatted)
    if (says === 'other words' || !keepLink(children, own, item.work.item.title)) {
      const isAddress = says === 'address'
      children.push(textNode(' '), isAddress ? h('span', own) : given(own, words, language))
    }
  }
  const {position} = item?.node ?? {}
  settleEntry(entry, language)
  visit(entry, (node) => {
    if (position) node.position ??= position
  })
  return entry
}

function given(
  own: readonly ElementContent[],
  {givenByAuthor, language: label}: Words,
  language: string
): Element {
  const [before, after] = givenByAuthor
  const foreign = language.split('-')[0] === label ? {} : {lang: label, dir: 'ltr'}
  return h('span', {className: ['given']}, [h('span', foreign, before), ...own, h('span', foreign, after)])
}

/** Keeps the author’s link on the title, if the entry does not lead there already; false where there is no such title. */
function keepLink(
  children: ElementContent[],
  own: readonly ElementContent[],
  title: string | undefined
): boolean {
  const link = linkIn(own)
  if (!link) return true
  const {href} = link.properties
  let leads = false
  visit({type: 'root', children}, 'element', (node) => {
    leads ||= node.properties.href === href
  })
  if (leads) return true
  if (!title) return false
  for (const [index, node] of children.entries()) {
    const at = node.type === 'text' ? node.value.indexOf(title) : -1
    if (node.type !== 'text' || at < 0) continue
    children.splice(
      index,
      1,
      textNode(node.value.slice(0, at)),
      h('a', {href}, title),
      textNode(node.value.slice(at + title.length))
    )
    return true
  }
  return false
}

/** Works without a record in the author’s words, with the numbers that follow. */
function withLabels(unknown: readonly ListItem[], entries: readonly BibliographyEntry[]): Element[] {
  const last = entries.at(-1)?.label
  return unknown.map(({node}, index) => {
    const label = last?.replace(/\d+/, String(entries.length + index + 1))
    const item = h('li', {className: ['reference']})
    item.children = [
      ...(label ? [h('span', {className: ['label']}, label), textNode(' ')] : []),
      ...trimmed(ownProse(node))
    ]
    if (node.position) item.position = node.position
    return item
  })
}

function listOf(items: readonly Element[], {position}: Element): Element {
  const list = h('ul', {className: ['references']})
  list.children = [...items]
  return position ? {...list, position} : list
}

/** Puts the list where the first of some items stands, and takes these away; a list that is left empty goes too. */
function replace(body: ElementContent[], items: readonly ListItem[], made: Element): void {
  const [first] = items
  const gone = new Set<ElementContent>(items.map(({node}) => node))
  const start = first?.list ?? first?.node
  const place = start && placeOf(body, start)
  if (!place) return
  place.siblings.splice(place.index, 0, made)
  for (const list of new Set(items.flatMap((item) => item.list ?? []))) {
    list.children = list.children.filter((child) => child.type === 'element' && !gone.has(child))
    if (list.children.length > 0) list.tagName = 'ul'
    else gone.add(list)
  }
  const root: Root = {type: 'root', children: body}
  visit(root, 'element', (node, index, parent) => {
    if (!gone.has(node) || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
}

function placeOf(
  body: ElementContent[],
  node: Element
): {siblings: Parents['children']; index: number} | undefined {
  let found: {siblings: Parents['children']; index: number} | undefined
  visit({type: 'root', children: body}, 'element', (each, index, parent) => {
    if (each === node && parent && index !== undefined) found = {siblings: parent.children, index}
  })
  return found
}

function insertAfterHeading(body: ElementContent[], closing: Element, made: Element): void {
  body.splice(body.indexOf(closing) + 1, 0, made)
}

function insertAfterSection(body: ElementContent[], closing: Element, made: Element): void {
  body.splice(body.indexOf(closing) + sectionOf(body, closing).length, 0, made)
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const copies = structuredClone([...nodes])
  const [first, last] = [copies[0], copies.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return copies.filter((node) => node.type !== 'text' || node.value !== '')
}

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
