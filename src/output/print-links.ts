import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

const address = /^(?:https?:\/\/|www\.|mailto:)/i

/** What says the same as an address, shorter: the ids of trials and works. */
const names: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^https?:\/\/(?:www\.)?clinicaltrials\.gov\/study\/(NCT\d{8})\/?$/i, '$1'],
  [/^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/i, 'doi:$1'],
  [/^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)\/?$/i, 'PMID\u00a0$1'],
  [/^https?:\/\/(?:pmc|www)\.ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/(PMC\d+)\/?$/i, '$1'],
  // Any other loses what every reader knows.
  [/^(?:https?:\/\/(?:www\.)?|mailto:)(.*?)\/?$/i, '$1']
]

/**
 * On paper, an address printed for itself reads as the id it leads to, else short; it may break after each of its parts.
 * One that a citation style prints stays as the style has it.
 */
export function withShortAddresses(body: readonly ElementContent[]): void {
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return
    const text = textOf(node)
    if (!address.test(text)) return
    const isOwn = Array.isArray(node.properties.className) && node.properties.className.includes('address')
    const parts = (isOwn ? text : shortened(text)).split(/(?<=[/?&=._-])(?=[^/?&=._-])/)
    node.children = parts.flatMap((part, index): ElementContent[] => [
      ...(index > 0 ? [h('wbr')] : []),
      {type: 'text', value: part}
    ])
  })
}

function shortened(text: string): string {
  const found = names.find(([pattern]) => pattern.test(text))
  return found ? text.replace(...found) : text
}
