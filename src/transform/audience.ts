import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

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
