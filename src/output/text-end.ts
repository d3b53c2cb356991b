import type {ElementContent} from 'hast'
import {h} from 'hastscript'

/** Marks where the text ends: after its last block, or in it where that has a page of its own. */
export function markEnd(body: ElementContent[]): void {
  const end = h('div', {id: 'end'})
  const last = body.at(-1)
  const isTurned = last?.type === 'element' && [last.properties.className].flat().includes('turned')
  if (isTurned) last.children.push(end)
  else body.push(end)
}
