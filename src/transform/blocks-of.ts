import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {isHeading} from './headings.js'
import {plain} from './sentences.js'

/** The tree’s blocks, each an element and none empty, with the footnotes apart. */
export function blocksOf(tree: Root): {body: ElementContent[]; footnotes: ElementContent[]} {
  const blocks = tree.children.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return isHeading(node) && plain(node) === '' ? [] : [node]
    if (node.type !== 'text' || node.value.trim() === '') return []
    return [{...h('p', node.value), ...(node.position ? {position: node.position} : {})}]
  })
  const isFootnotes = (node: ElementContent) => node.type === 'element' && 'dataFootnotes' in node.properties
  return {body: blocks.filter((node) => !isFootnotes(node)), footnotes: blocks.filter(isFootnotes)}
}
