import type {Element, ElementContent, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'

/** The tree of a part of the package. */
export function readPart(xml: string): Root {
  return fromXml(xml)
}

/** A part as text, with nothing but white space between elements left out. */
export function writePart(tree: Root): string {
  return toXml(tree, {closeEmptyElements: true})
}

/** An element: `element('a:off', {x: 0, y: 0})`. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly ElementContent[] = []
): Element {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(given.map(([key, value]) => [key, clean(String(value))])),
    children: [...children]
  }
}

/** Every element of a name below a node, in order. */
export function allNamed(node: Root | Element, name: string): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : [...(child.name === name ? [child] : []), ...allNamed(child, name)]
  )
}

/** The first element of a name below a node; a part of the library’s that has none is not what we know of it. */
export function firstNamed(node: Root | Element, name: string): Element {
  const [found] = allNamed(node, name)
  if (!found) throw new Error(`Unexpected part without \`${name}\``)
  return found
}

/** An element’s child elements of a name. */
export function childrenNamed(node: Element, name: string): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element' && child.name === name)
}

/** Text without what XML cannot hold: control signs, halves of a sign. */
export function clean(text: string): string {
  return [...text].filter(isSign).join('')
}

function isSign(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(0xd800 <= code && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
