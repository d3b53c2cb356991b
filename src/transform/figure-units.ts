import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Unit} from '../model/deck.js'

/** Whether a node is a figure with its caption and source. */
export function isFigure(node: ElementContent): boolean {
  return hasClass(node, 'exhibit') && hasClass(node, 'figure')
}

/** Pictures and their caption stay together; the author’s notes on them may follow on a further slide. */
export function parted(figure: Element): {pictures: Element; notes: ElementContent[]} {
  const isNotes = (node: ElementContent) => hasClass(node, 'notes')
  const shown = figure.children.filter((node) => !isNotes(node))
  return {pictures: {...figure, children: shown}, notes: figure.children.filter(isNotes)}
}

/** A figure on slides: each of its pictures a unit with caption and source, with what it says in words as its notes. */
export function figureUnits(figure: Element): Unit[] {
  const pictures: Element[] = []
  const frame = framed(figure, (picture) => pictures.push(picture))
  if (pictures.length === 0) return [{content: figure, notes: []}]
  const {id: _, ...properties} = frame.properties
  return pictures.map((picture, index) => ({
    content: filled(index === 0 ? frame : {...frame, properties}, picture),
    notes: [h('p', String(picture.properties.ariaLabel ?? ''))]
  }))
}

/** A figure’s tree without its pictures, which are taken out of it. */
function framed(node: Element, take: (picture: Element) => void): Element {
  const children = node.children.filter((child) => {
    const isPicture = child.type === 'element' && child.tagName === 'svg'
    if (isPicture) take(child)
    return !isPicture
  })
  return {
    ...node,
    children: children.map((child) => (child.type === 'element' ? framed(child, take) : child))
  }
}

function filled(frame: Element, picture: Element): Element {
  const children = frame.children.map((child) => {
    return hasClass(child, 'drawing') ? {...child, children: [picture]} : child
  })
  return {...frame, children}
}

function hasClass(node: ElementContent, name: string): node is Element {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return Array.isArray(className) && className.includes(name)
}
