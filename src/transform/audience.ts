import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Who a part of a review is for: who reads the report, who sees the slides, or the speaker alone. */
export type Audience = 'report' | 'slides' | 'notes'

/** Blocks that are not for all: `:::report-only`, `:::slides-only` and `:::notes`. */
export function blocksFor(audience: Audience, children: ElementContent[]): Element {
  return h('div', {className: ['audience'], dataAudience: audience}, children)
}

/** Who a node is for alone; undefined where it is for all. */
export function audienceOf(node: ElementContent): Audience | undefined {
  const audience = node.type === 'element' ? node.properties.dataAudience : undefined
  return audience === 'report' || audience === 'slides' || audience === 'notes' ? audience : undefined
}

/** Whether a reader of the report has a node before them. */
export function isRead(node: ElementContent): boolean {
  const audience = audienceOf(node)
  return audience === undefined || audience === 'report'
}

/** The blocks of a text that the report holds: the same nodes, none copied. */
export function readBlocks(blocks: readonly ElementContent[]): ElementContent[] {
  return blocks.filter((node) => isRead(node))
}

/** Whether any part of some blocks is not for all. */
export function hasAudiences(blocks: readonly ElementContent[]): boolean {
  let found = false
  visit({type: 'root', children: [...blocks]}, 'element', (node) => {
    found ||= audienceOf(node) !== undefined
  })
  return found
}

/**
 * Blocks of a review’s top level that are not for all stand there themselves, each marked, so that a heading among
 * them is one. A mark within a mark is the one that counts.
 */
export function liftAudiences(tree: Root): void {
  tree.children = tree.children.flatMap((node): Root['children'] =>
    node.type === 'element' ? lifted(node) : [node]
  )
}

function lifted(node: Element): ElementContent[] {
  const audience = audienceOf(node)
  if (!audience) return [node]
  return node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && audienceOf(child)) return lifted(child)
    if (child.type === 'element') {
      child.properties.dataAudience = audience
      return [child]
    }
    if (child.type !== 'text' || child.value.trim() === '') return []
    const block = h('p', {dataAudience: audience}, [child])
    return [child.position ? {...block, position: child.position} : block]
  })
}
