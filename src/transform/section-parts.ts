import type {Element, ElementContent} from 'hast'
import {isFigure} from './figure-units.js'
import {plain} from './sentences.js'
import {isNotes} from './speaker-notes.js'
import {isPicture} from './to-blocks.js'

/** What stands on slides of its own: some text, or a table or figure with the sentence that announces it. */
export interface Part {
  readonly kind: 'text' | 'table' | 'figure' | 'trials'
  /** Of text, all; of others, what is announced, first. */
  readonly nodes: Element[]
  /** A sentence that announces the table or figure. */
  readonly before: Element[]
  /** What only the speaker has. */
  readonly notes: Element[]
}

/** A section’s nodes by what they are, in order. */
export function partsOf(nodes: readonly ElementContent[]): Part[] {
  const parts: Part[] = []
  for (const node of nodes.flatMap(flattened)) {
    const kind = kindOf(node)
    const last = parts.at(-1)
    if (kind === undefined) continue
    if (isNotes(node) && last) (last.kind === 'text' ? last.nodes : last.notes).push(node)
    else if (kind === 'text' && last?.kind === 'text') last.nodes.push(node)
    else {
      const before = kind === 'table' || kind === 'figure' ? announcement(last) : []
      parts.push({kind, nodes: [node], before, notes: []})
    }
  }
  return parts.filter(({nodes: own}) => own.length > 0)
}

/** The last sentence of some text, taken out of it, where it announces what follows. */
function announcement(text: Part | undefined): Element[] {
  const last = text?.kind === 'text' ? text.nodes.at(-1) : undefined
  if (last?.tagName !== 'p' || isNotes(last) || !/[:：]$/.test(plain(last))) return []
  text?.nodes.pop()
  return [last]
}

/** Undefined for a table of evidence that slides have elsewhere. */
function kindOf(node: Element): Part['kind'] | undefined {
  if (isNotes(node)) return 'text'
  if (has(node, 'evidence')) return holds(node, 'trials') ? 'trials' : undefined
  if (isFigure(node) || (node.tagName === 'p' && isPicture(node))) return 'figure'
  return node.tagName === 'table' || (has(node, 'exhibit') && holds(node, undefined)) ? 'table' : 'text'
}

/** A box round blocks counts as the blocks; a table or figure with its caption is one thing. */
function flattened(node: ElementContent): Element[] {
  if (node.type !== 'element') return []
  const isBox = ['div', 'details', 'center', 'article', 'figure'].includes(node.tagName)
  return isBox && !isNotes(node) && !has(node, 'exhibit') ? node.children.flatMap(flattened) : [node]
}

function holds(node: Element, name: string | undefined): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (name ? has(child, name) : child.tagName === 'table')
  )
}

function has(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name)
}
