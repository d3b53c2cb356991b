import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

/** Where a note stands: how far its text is stepped in, in the page’s em, and by how much it is lifted, in points. */
export interface NotePlace {
  readonly indent: number
  readonly lift: number
}

/** A footnote as a paragraph can hold it: phrasing content alone, with ids where it begins and ends. */
export function toNote(id: string, mark: string, item: Element, {indent, lift}: NotePlace): Element {
  const style = [
    ...(indent > 0 ? [`--indent:${indent.toFixed(2)}rem`] : []),
    ...(lift ? [`margin-top:-${lift}pt`] : [])
  ]
  return h(
    'span',
    {className: ['margin-note'], role: 'note', ...(style.length > 0 ? {style: style.join(';')} : {})},
    [
      h('span', {className: ['mark'], id}, mark),
      // Of what begins a float in a list, print does not tell where it landed.
      h('span', {id: `${id}-start`}),
      ' ',
      ...item.children.flatMap(phrasing),
      h('span', {id: `${id}-end`})
    ]
  )
}

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
  const children = node.children.flatMap((child) => (child.type === 'element' ? phrasing(child) : [child]))
  if (blocks.includes(node.tagName)) return [h('span', {className: ['block', node.tagName]}, children)]
  if (['table', 'thead', 'tbody', 'tfoot'].includes(node.tagName)) return children
  const cell = cells[node.tagName]
  if (cell) return [h('span', {className: [cell]}, children), {type: 'text', value: ' '}]
  return [{...node, children}]
}

/** The id of a note’s first mark. */
export function markOf(note: string): string {
  return `mark-${note}`
}
