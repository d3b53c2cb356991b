import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Landing} from '../model/page.js'
import type {Words} from '../words/index.js'

/** A number as wide as most, for the print that tells the pages. */
const anyPage = 10

/** Puts the page after each `Table 1` that leads to a table or figure: paper has no links. */
export function withPages(body: readonly ElementContent[], {spots}: Landing, words: Words): void {
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const {href, className} = node.properties
    if (typeof href !== 'string' || !Array.isArray(className) || !className.includes('cross-reference'))
      return
    const page = spots.get(href.slice(1))?.page ?? anyPage
    node.children.push(h('span', {className: ['at']}, ` (${words.onPage(page)})`))
  })
}
