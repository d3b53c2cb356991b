import type {Element, ElementContent} from 'hast'
import {allWords} from '../words/index.js'
import {bareHeading, isHeading, sectionOf} from './headings.js'
import {plain} from './sentences.js'

/** The section that concludes, before tables of ours stand in it. */
export function concludingSection(
  body: readonly ElementContent[],
  closing: Element | undefined
): {heading: Element; content: ElementContent[]} | undefined {
  const end = closing ? body.indexOf(closing) : body.length
  const tops = body.filter((node, index): node is Element => isHeading(node) && index < end)
  const says = (node: Element) =>
    allWords.some((words) => words.conclusionHeadings.test(bareHeading(plain(node))))
  // A summary that opens a review does not conclude it.
  const heading = tops.slice(1).findLast(says) ?? tops.findLast(({tagName}) => tagName === 'h2')
  if (!heading) return undefined
  const content = sectionOf(body, heading).slice(1)
  return {
    heading,
    content: content.filter((node) => node.type !== 'element' || node.tagName !== 'lectern-directive')
  }
}
