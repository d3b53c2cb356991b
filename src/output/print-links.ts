import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

const scheme = /^(?:https?:\/\/(?:www\.)?|mailto:)/i

/** An address printed for itself loses what every reader knows, and may break after each of its parts. */
export function withShortAddresses(body: readonly ElementContent[]): void {
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string') return
    const text = textOf(node)
    if (!/^(?:https?:\/\/|www\.|mailto:)/i.test(text)) return
    const parts = text
      .replace(scheme, '')
      .replace(/\/$/, '')
      .split(/(?<=[/?&=._-])(?=[^/?&=._-])/)
    node.children = parts.flatMap((part, index): ElementContent[] => [
      ...(index > 0 ? [h('wbr')] : []),
      {type: 'text', value: part}
    ])
  })
}
