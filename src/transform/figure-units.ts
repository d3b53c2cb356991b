import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Unit} from '../model/deck.js'

/** Whether a node is a figure with its caption and source. */
export function isFigure(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return Array.isArray(className) && className.includes('exhibit') && className.includes('figure')
}

/** A figure on slides: each of its pictures a unit with caption and source, with what it says in words as its notes. */
export function figureUnits(figure: Element): Unit[] {
  return picturesOf(figure).map((picture, index) => {
    const content = structuredClone(figure)
    visit(content, 'element', (node, at, parent) => {
      const isOther = node.tagName === 'svg' && node.properties.ariaLabel !== picture.properties.ariaLabel
      if (!isOther || !parent || at === undefined) return
      parent.children.splice(at, 1)
      return at
    })
    if (index > 0) delete content.properties.id
    return {content, notes: [h('p', String(picture.properties.ariaLabel ?? ''))]}
  })
}

function picturesOf(figure: Element): Element[] {
  const pictures: Element[] = []
  visit(figure, 'element', (node) => {
    if (node.tagName === 'svg') pictures.push(node)
  })
  return pictures
}
