import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Evidence} from '../model/evidence.js'
import {worksOf} from './reference-list.js'

/** A paragraph of the reference list whose lines are each a work is as many paragraphs, as its author sees it. */
export function partLines(
  body: ElementContent[],
  section: readonly ElementContent[],
  evidence: Evidence
): void {
  for (const node of section) {
    if (node.type !== 'element' || node.tagName !== 'p' || worksOf([node], evidence).length < 2) continue
    const lines = linesOf(node)
    if (lines.every((line) => worksOf([line], evidence).length < 2))
      body.splice(body.indexOf(node), 1, ...lines)
  }
}

function linesOf(paragraph: Element): Element[] {
  const lines: ElementContent[][] = [[]]
  for (const node of paragraph.children) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([])
    else if (node.type !== 'text') lines.at(-1)?.push(node)
    else
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (value.trim() !== '') lines.at(-1)?.push({...node, value})
      }
  }
  return lines
    .filter((line) => line.length > 0)
    .map((children) => {
      const line = h('p')
      line.children = children
      const position = children[0]?.position ?? paragraph.position
      return position ? {...line, position} : line
    })
}
