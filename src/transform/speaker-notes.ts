import type {Element, ElementContent} from 'hast'
import {audienceOf, hasAudiences} from './audience.js'

/** Whether a node is for the speaker alone. */
export function isNotes(node: ElementContent): boolean {
  return audienceOf(node) === 'notes'
}

/** An element as a slide shows it: without what is for the speaker alone. */
export function shown(node: Element): Element {
  if (!hasAudiences(node.children)) return node
  const children = node.children.filter((child) => !isNotes(child))
  return {...node, children: children.map((child) => (child.type === 'element' ? shown(child) : child))}
}

/** A node as a speaker has it: all of it, as if nothing were marked. */
export function said(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  const {dataAudience, className, ...properties} = node.properties
  const isBox = Array.isArray(className) && className.includes('audience')
  if (!dataAudience && !hasAudiences(node.children)) return [node]
  const children = node.children.flatMap(said)
  if (isBox) return children
  return [{...node, properties: {...properties, ...(className ? {className} : {})}, children}]
}
