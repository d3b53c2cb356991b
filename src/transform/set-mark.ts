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
  let at = index
  if (name !== undefined) nodes.push({type: 'text', value: name})
  const sign =
    raised && name === undefined && after?.type === 'text' ? /^[.,](?!\d)/.exec(after.value)?.[0] : undefined
  if (sign && after?.type === 'text') {
    after.value = after.value.slice(1)
    siblings.splice(startOfMarks(siblings, index), 0, {type: 'text', value: sign})
    at++
  }
  if (content.length > 0) {
    const mark = h('span', {className: [markClass]})
    mark.children = structuredClone([...(space && !raised ? [nonBreaking] : []), ...content])
    const [first] = mark.children
    if (raised && first?.type === 'element' && startOfMarks(siblings, at) < at)
      first.children.unshift({type: 'text', value: ','})
    nodes.push(mark)
  }
  for (const node of nodes) if (position) node.position = position
  siblings.splice(at, 1, ...nodes)
  return at + nodes.length
}

/** Where the marks begin that stand right before a place: two raised numbers side by side would read as one. */
function startOfMarks(siblings: readonly ElementContent[], index: number): number {
  let start = index
  for (let at = index - 1; at >= 0; at--) {
    const node = siblings[at]
    if (node?.type === 'element' && isMark(node)) start = at
    else if (node?.type !== 'text' || node.value !== '') break
  }
  return start
}

const nonBreaking: ElementContent = {type: 'text', value: '\u00a0'}
