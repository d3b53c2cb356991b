import type {Element, ElementContent, Parents} from 'hast'
import {h} from 'hastscript'
import type {Citation, Mark} from '../model/citation.js'

/** Whether an element is a citation’s mark: titles, bookmarks and key points leave it out. */
export function isMark({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes(markClass)
}

const markClass = 'citation'

/**
 * Puts a mark in its place. No line breaks before it; a raised one has no space before it and stands after a comma or
 * full stop. Gives the index that follows it.
 */
export function setMark(
  {content, name, raised}: Mark,
  how: Citation['how'],
  parent: Parents,
  index: number
): number {
  const siblings = parent.children as ElementContent[]
  const position = siblings[index]?.position
  const [before, after] = [siblings[index - 1], siblings[index + 1]]
  let space = how === 'link' || name !== undefined
  if (name === undefined && before?.type === 'text' && /\s$/.test(before.value)) {
    before.value = before.value.trimEnd()
    space = true
  }
  const nodes: ElementContent[] = []
  if (name !== undefined) nodes.push({type: 'text', value: name})
  const sign = raised && after?.type === 'text' ? /^[.,](?!\d)/.exec(after.value)?.[0] : undefined
  if (sign && after?.type === 'text') {
    after.value = after.value.slice(1)
    nodes.push({type: 'text', value: sign})
  }
  if (content.length > 0) {
    const children: ElementContent[] = [...(space && !raised ? [nonBreaking] : []), ...content]
    nodes.push({...h('span', {className: [markClass]}), children: structuredClone(children)})
  }
  for (const node of nodes) if (position) node.position = position
  siblings.splice(index, 1, ...nodes)
  return index + nodes.length
}

const nonBreaking: ElementContent = {type: 'text', value: '\u00a0'}
