import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'

/** Nesting beyond this is a mistake or a trap. */
const deepest = 100

/**
 * The root element of an XML text; undefined where it is none, or nested without end. Entities of a document type
 * are not known here, so that none can multiply.
 */
export function readXml(text: string): Element | undefined {
  let depth = 0
  for (const [tag] of text.matchAll(/<\/?[A-Za-z][^<>]*>/g)) {
    if (tag.endsWith('/>')) continue
    depth += tag.startsWith('</') ? -1 : 1
    if (depth > deepest) return undefined
  }
  try {
    return fromXml(text).children.find((node): node is Element => node.type === 'element')
  } catch {
    return undefined
  }
}

/** An element as text. */
export function writeXml(element: Element): string {
  const root: Root = {type: 'root', children: [element]}
  return toXml(root)
}
