import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

/** A footnote as a paragraph can hold it: phrasing content alone, with its mark, and with an id where it ends. */
export function toNote(id: string, mark: string, item: Element, lift: number | undefined): Element {
  const style = lift === undefined ? {} : {style: `margin-top:-${lift}pt`}
  return h('span', {className: ['margin-note'], role: 'note', id, ...style}, [
    h('span', {className: ['mark']}, mark),
    ' ',
    ...item.children.flatMap(phrasing),
    h('span', {id: `${id}-end`})
  ])
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
