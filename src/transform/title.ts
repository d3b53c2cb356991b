import type {ElementContent} from 'hast'
import {isRead} from './audience.js'
import {isBoldLine, isHeading, promote} from './headings.js'
import {headsReferences} from './reference-list.js'
import {headingText, plain} from './sentences.js'

/** The review’s title. The first `#` is taken out of the body where it says the same: the cover prints it. */
export function takeTitle(body: ElementContent[], given: string | undefined): string | undefined {
  const index = body.findIndex(
    (node) => isHeading(node) && isRead(node) && node.tagName === 'h1' && !headsReferences(plain(node))
  )
  const heading = body[index]
  if (!heading) return given
  const text = heading.type === 'element' ? headingText(heading) : ''
  if (text === '' || (given !== undefined && normal(given) !== normal(text))) return given
  body.splice(index, 1)
  return given ?? text
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** In a review without headings, its lines in bold are the headings; the first of all is its title. */
export function promoteBoldLines(body: readonly ElementContent[]): void {
  if (body.some((node) => isHeading(node) && node.tagName !== 'h1')) return
  const hasTitle = body.some((node) => isHeading(node))
  for (const [index, node] of body.entries()) {
    if (node.type === 'element' && isBoldLine(node) && plain(node).length <= 120)
      promote(node, index === 0 && !hasTitle ? 'h1' : 'h2')
  }
}
