import type {Element, ElementContent} from 'hast'
import type {VFile} from 'vfile'
import type {Finding} from '../../model/finding.js'
import {lineIn} from '../../transform/sources.js'
import type {Reading} from '../read-talk.js'
import type {ShownFinding, Spot} from './protocol.js'

/** How much of a text names it. */
const enough = 80

/** Findings with where they are to be seen in what was made of the text. */
export function withSpots(findings: readonly Finding[], {written}: Pick<Reading, 'written'>): ShownFinding[] {
  return findings.map((finding) => {
    const {file, place, severity, message, rule, waived} = finding
    const spot = written.map((each) => each.document && spotOf(finding, each.file, each.document.body))
    const [found] = spot.filter((each) => each !== undefined)
    return {
      ...{file, place, severity, message, rule},
      ...(waived === undefined ? {} : {waived}),
      ...(found ? {spot: found} : {})
    }
  })
}

/** The smallest element that holds a finding’s place, and the block that it is in. */
function spotOf(
  {file: path, place}: Pick<Finding, 'file' | 'place'>,
  file: VFile,
  body: readonly ElementContent[]
): Spot | undefined {
  const blocks = body.filter((node) => node.type === 'element')
  const block = blocks.findIndex((node) => holds(node))
  const found = blocks[block]
  if (!found) return undefined
  let smallest: Element = found
  for (let inner: Element | undefined = found; inner; ) {
    smallest = inner
    inner = inner.children.find((node): node is Element => node.type === 'element' && holds(node))
    if (inner && !/^(?:ul|ol|li|table|thead|tbody|tr|td|th|p|blockquote|div|section)$/.test(inner.tagName))
      break
  }
  const text = textOf(smallest).replace(/\s+/g, ' ').trim().slice(0, enough)
  return {text: text || textOf(found).replace(/\s+/g, ' ').trim().slice(0, enough), block}

  /** An element that was made in place of others has no position of its own: what is in it says where it is. */
  function holds(node: Element): boolean {
    const {position} = node
    if (!position) return node.children.some((child) => child.type === 'element' && holds(child))
    const start = lineIn(file, position.start.line)
    const end = lineIn(file, position.end.line)
    if (start.path !== path || place.line < start.line || end.line < place.line) return false
    if (start.line === place.line && place.column < position.start.column) return false
    return !(end.line === place.line && position.end.column < place.column)
  }
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
