import type {Element, ElementContent, Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import type {Landing} from '../model/page.js'

/** By how many points a note is lifted, so that it ends on the page of its mark. */
export type Lifts = ReadonlyMap<string, number>

/** A last line’s height, in points, with a little room. */
const line = 13
/** How much of a page’s text stands above a note that may be lifted. */
const room = 20

/**
 * The body as paper has it: each footnote beside its first mark, in the margin, and none at the end. The notes of a
 * table stand right below it.
 */
export function withMarginNotes(body: readonly ElementContent[], lifts: Lifts): ElementContent[] {
  const isNotes = (node: ElementContent) => node.type === 'element' && 'dataFootnotes' in node.properties
  const notes = new Map(body.filter(isNotes).flatMap(itemsOf))
  const rest = body.filter((node) => !isNotes(node))
  if (notes.size === 0) return rest
  const root = {type: 'root' as const, children: rest}
  const below = new Map<Element, Element[]>()
  visitParents(root, 'element', (node, ancestors) => {
    const target = markTarget(node)
    const item = target === undefined ? undefined : notes.get(target)
    const parent = ancestors.at(-1)
    if (!item || target === undefined || parent?.type !== 'element') return
    notes.delete(target)
    const id = noteId(target)
    const note = toNote(id, textOf(node), item, lifts.get(id))
    leadTo(node, id)
    const elements = ancestors.filter((each): each is Element => each.type === 'element')
    const outer =
      elements.find(isExhibit) ??
      elements.find(({tagName}) => tagName === 'table' || /^h[1-6]$/.test(tagName)) ??
      undefined
    if (outer) below.set(outer, [...(below.get(outer) ?? []), note])
    else parent.children.splice(parent.children.indexOf(node) + 1, 0, note)
  })
  for (const [outer, list] of below) placeBelow(root, outer, list)
  visit(root, 'element', (node) => {
    const target = markTarget(node)
    if (target !== undefined) leadTo(node, noteId(target))
  })
  return root.children
}

/** Notes that begin on the page of their mark and end on the next, and by how much to lift them; not into the one above. */
export function liftsOf({spots}: Landing): Lifts {
  const lifts = new Map<string, number>()
  let above = {page: 0, top: 0}
  const starts = [...spots].filter(([id]) => id.startsWith('note-') && !id.endsWith('-end'))
  starts.sort(([, a], [, b]) => a.page - b.page || a.top - b.top)
  for (const [id, start] of starts) {
    const end = spots.get(`${id}-end`)
    if (!end) continue
    const lift = end.top + line
    const free = start.top - (above.page === start.page ? above.top + line : 0)
    if (end.page === start.page + 1 && lift + room < free) lifts.set(id, Math.ceil(lift))
    above = end
  }
  return lifts
}

/** The id of the footnote that a mark (`sup > a`) leads to. */
function markTarget(node: Element): string | undefined {
  const [link] = node.children
  if (node.tagName !== 'sup' || link?.type !== 'element' || !('dataFootnoteRef' in link.properties))
    return undefined
  return String(link.properties.href).slice(1)
}

function leadTo(mark: Element, id: string): void {
  const [link] = mark.children
  if (link?.type === 'element')
    link.properties = {href: `#${id}`, dataFootnoteRef: '', id: link.properties.id}
}

function noteId(target: string): string {
  return `note-${target.replace(/^user-content-fn-/, '')}`
}

function itemsOf(section: ElementContent): [string, Element][] {
  const found: [string, Element][] = []
  visit({type: 'root', children: [section]}, 'element', (node) => {
    if (node.tagName === 'li' && typeof node.properties.id === 'string')
      found.push([node.properties.id, node])
  })
  return found
}

/** A note of phrasing content alone: it stands inside a paragraph. */
function toNote(id: string, mark: string, item: Element, lift: number | undefined): Element {
  const style = lift === undefined ? {} : {style: `margin-top:-${lift}pt`}
  return h('span', {className: ['margin-note'], role: 'note', id, ...style}, [
    h('span', {className: ['mark']}, mark),
    ' ',
    ...item.children.flatMap(phrasing),
    h('span', {id: `${id}-end`})
  ])
}

const roles: Readonly<Record<string, string>> = {ul: 'list', ol: 'list', li: 'listitem'}
const blocks = [
  'p',
  'div',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'hr',
  'details',
  'summary'
]
const cells: Readonly<Record<string, string>> = {tr: 'line', td: 'cell', th: 'cell', caption: 'line'}

function phrasing(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' && node.value.trim() === '' ? [] : [node]
  if ('dataFootnoteBackref' in node.properties) return []
  const children = node.children.flatMap((child) =>
    child.type === 'element' ? phrasing(child) : [child]
  ) as ElementContent[]
  if (blocks.includes(node.tagName)) {
    const role = roles[node.tagName]
    return [h('span', {className: ['block', node.tagName], ...(role ? {role} : {})}, children)]
  }
  if (['table', 'thead', 'tbody', 'tfoot'].includes(node.tagName)) return children
  const cell = cells[node.tagName]
  if (cell) return [h('span', {className: [cell]}, children), {type: 'text', value: ' '}]
  return [{...node, children}]
}

/** The notes of what cannot hold them: at the end of an exhibit, after a table, after a heading. */
function placeBelow(root: Nodes, outer: Element, notes: readonly Element[]): void {
  if (isExhibit(outer) || /^h[1-6]$/.test(outer.tagName)) {
    const asBlocks = notes.map((note) => ({...note, tagName: isExhibit(outer) ? 'p' : 'aside'}))
    if (isExhibit(outer)) {
      for (const note of asBlocks) note.properties = {...note.properties, className: ['table-note']}
      outer.children.push(...asBlocks)
      return
    }
    insertAfter(root, outer, asBlocks)
    return
  }
  insertAfter(
    root,
    outer,
    notes.map((note) => ({
      ...note,
      tagName: 'p',
      properties: {...note.properties, className: ['table-note']}
    }))
  )
}

function insertAfter(root: Nodes, outer: Element, nodes: readonly Element[]): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const index = (node.children as Nodes[]).indexOf(outer)
    if (index < 0) return
    ;(node.children as Nodes[]).splice(index + 1, 0, ...nodes)
    return false
  })
}

function isExhibit({properties}: Element): boolean {
  return properties.dataKind === 'table' || properties.dataKind === 'figure'
}
