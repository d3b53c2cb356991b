import type {Element, ElementContent, Parents, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import type {NoteSetting} from './note-lifts.js'
import {markOf, toNote} from './to-note.js'

/** How far a list and a quote step in, in the page’s em. */
const steps: Readonly<Record<string, number>> = {li: 1.25, blockquote: 1.18}

/**
 * The body as paper has it: each footnote beside its first mark, in the margin, and none at the end. What cannot hold
 * a note has it right below: a table or figure among its own notes, a heading before its text, a note after itself.
 */
export function withMarginNotes(
  body: readonly ElementContent[],
  {lifts, kept}: NoteSetting
): ElementContent[] {
  const notes = new Map(body.filter(isNotes).flatMap(itemsOf))
  const root: Root = {type: 'root', children: body.filter((node) => !isNotes(node))}
  // Named by their order: an author’s label may be longer than a PDF’s destination.
  const ids = new Map([...notes.keys()].map((target, index) => [target, `note-${index + 1}`]))
  const placed = new Set<string>()
  visitParents(root, 'element', (node, ancestors) => {
    const target = targetOf(node) ?? ''
    const [item, id] = [notes.get(target), ids.get(target)]
    const [link] = node.children
    if (!item || !id || link?.type !== 'element') return
    const isFirst = !placed.has(id)
    placed.add(id)
    link.properties = {href: `#${id}`, ...(isFirst ? {id: markOf(id)} : {})}
    if (!isFirst) return
    place(
      toNote(id, textOf(node), item, {indent: indentOf(ancestors), lift: lifts.get(id) ?? 0}),
      node,
      ancestors
    )
    const paragraph = ancestors.findLast(
      (each) => each.type === 'element' && ['p', 'li'].includes(each.tagName)
    )
    if (kept.has(id) && paragraph?.type === 'element') paragraph.properties.className = ['whole']
  })
  return root.children as ElementContent[]
}

function indentOf(ancestors: readonly Parents[]): number {
  return ancestors.reduce((sum, each) => sum + (each.type === 'element' ? (steps[each.tagName] ?? 0) : 0), 0)
}

/** Puts a note after its mark, or below the outermost thing that cannot hold it. */
function place(note: Element, mark: Element, ancestors: readonly Parents[]): void {
  const at = ancestors.findIndex((each) => each.type === 'element' && (isExhibit(each) || isClosed(each)))
  const outer = ancestors[at]
  if (outer?.type !== 'element') insertAfter(ancestors.at(-1), mark, note)
  else if (isExhibit(outer)) outer.children.push(below(note, 'p', 'table-note'))
  else if (isNote(outer)) insertAfter(ancestors[at - 1], outer, like(outer, note))
  else if (outer.tagName === 'table') insertAfter(ancestors[at - 1], outer, below(note, 'p', 'table-note'))
  else insertAfter(ancestors[at - 1], outer, below(note, 'aside', 'margin-note'))
}

/** A float in a heading would be in the contents, in a table’s cell no margin note, and in a note inside it. */
function isClosed(node: Element): boolean {
  return node.tagName === 'table' || /^h[1-6]$/.test(node.tagName) || isNote(node)
}

function isNote({properties}: Element): boolean {
  const [name] = [properties.className].flat()
  return name === 'margin-note' || name === 'table-note'
}

function isExhibit({properties}: Element): boolean {
  return properties.dataKind === 'table' || properties.dataKind === 'figure'
}

/** A note among blocks; below a table it has no end that it may run over. */
function below(note: Element, tagName: string, className: string): Element {
  const children = className === 'margin-note' ? note.children : note.children.slice(0, -1)
  return {...note, tagName, properties: {...note.properties, className: [className]}, children}
}

/** A note of a note stands as that one does. */
function like({tagName, properties}: Element, note: Element): Element {
  return tagName === 'span' ? note : below(note, tagName, String(properties.className))
}

/** Notes of the same thing stand in their order. */
function insertAfter(parent: Parents | undefined, node: Element, note: Element): void {
  if (!parent) return
  const siblings: Parents['children'] = parent.children
  let index = siblings.indexOf(node) + 1
  for (let next = siblings[index]; next?.type === 'element' && isNote(next); next = siblings[index]) index++
  siblings.splice(index, 0, note)
}

/** The id of the footnote that a mark (`sup > a`) leads to. */
function targetOf({tagName, children: [link]}: Element): string | undefined {
  const isMark = tagName === 'sup' && link?.type === 'element' && 'dataFootnoteRef' in link.properties
  return isMark ? String(link.properties.href).slice(1) : undefined
}

function isNotes(node: ElementContent): boolean {
  return node.type === 'element' && 'dataFootnotes' in node.properties
}

function itemsOf(section: ElementContent): [string, Element][] {
  const found: [string, Element][] = []
  visit({type: 'root', children: [section]}, 'element', (node) => {
    if (node.tagName === 'li' && typeof node.properties.id === 'string')
      found.push([node.properties.id, node])
  })
  return found
}
