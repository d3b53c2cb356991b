import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {slice, withoutMark} from './sentences.js'

/** `Mesenchymal Stem Cells (MSC): `, at the beginning of an item. */
const label = /^\s*[^:：.!?;]{2,60}[:：](?=\s+\S)/u
const mostWords = 8

/** An item that begins with a label, with that set strong if its author did not; no word changes. */
export function withLabel(nodes: readonly ElementContent[]): ElementContent[] {
  const text = nodes.map((node) => withoutMark(node)).join('')
  const end = label.exec(text)?.[0].length ?? 0
  const head = slice(nodes, 0, end)
  const isStrong = head.some(
    (node) => node.type === 'element' && ['strong', 'b', 'a', 'code'].includes(node.tagName)
  )
  if (end === 0 || isStrong || text.slice(0, end).trim().split(/\s+/).length > mostWords) return [...nodes]
  const from = text.length - text.trimStart().length
  return [
    h('strong', slice(nodes, from, end)),
    ...slice(nodes, end, textOf({type: 'root', children: [...nodes]}).length)
  ]
}
