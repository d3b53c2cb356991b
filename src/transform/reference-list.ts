import type {Element, ElementContent, Nodes} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Evidence} from '../model/evidence.js'
import type {Reference} from '../model/reference.js'
import {allWords, type Words} from '../words/index.js'
import {bareHeading, isHeading, promote, sectionOf} from './headings.js'
import {knownWork} from './known-work.js'
import {printedWorks} from './printed-works.js'
import {plain} from './sentences.js'

/** A line of its own that heads a reference list, in bold or plain, is the heading its author meant. */
export function promoteReferenceHeading(body: readonly ElementContent[]): void {
  if (body.some((node) => isHeading(node) && headsReferences(plain(node)))) return
  const last = body.findLast((node) => isLine(node) && headsReferences(plain(node)))
  if (last?.type === 'element') promote(last, 'h2')
}

function isLine(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'p' && plain(node).length < 60
}

/** Whether a heading opens a reference list, in any language held. */
export function headsReferences(heading: string): boolean {
  return allWords.some((words) => words.referenceHeadings.test(bareHeading(heading)))
}

/** The heading of the author’s reference list: the last that says so and has a link or a list below it. */
export function findClosing(body: readonly ElementContent[]): Element | undefined {
  return body.findLast((node): node is Element => {
    if (!isHeading(node) || !headsReferences(plain(node))) return false
    return sectionOf(body, node).some((each) => has(each, ['a', 'ul', 'ol']))
  })
}

/**
 * A heading for the references of a review that cites and heads none: the last that says so and has nothing below it,
 * else one of ours at the end.
 */
export function addClosing(body: ElementContent[], words: Words, language: string): Element {
  const last = body.findLast((node): node is Element => isHeading(node))
  if (last && headsReferences(plain(last)) && sectionOf(body, last).length === 1) return last
  const foreign = words.language === language.split('-')[0] ? {} : {lang: words.language}
  const heading: Element = h('h2', foreign, words.references)
  const position = body.at(-1)?.position
  if (position) heading.position = position
  body.push(heading)
  return heading
}

/** Whether a node is, or holds, an element of some names. */
export function has(node: ElementContent, names: readonly string[]): boolean {
  let found = false
  visit(node, 'element', (each) => {
    found ||= names.includes(each.tagName)
  })
  return found
}

/** The works that a reference list links to, or names by DOI, and that the evidence knows; in the list’s order. */
export function worksOf(section: readonly ElementContent[], evidence: Evidence): Reference[] {
  const works = new Set<Reference>()
  for (const node of section) {
    visit(node, (each) => {
      const addresses =
        each.type === 'text'
          ? printedWorks(each.value).map(({address}) => address)
          : isLink(each)
            ? [String(each.properties.href)]
            : []
      for (const address of addresses) {
        const work = knownWork(address, evidence.references)
        if (work) works.add(work)
      }
    })
  }
  return [...works]
}

function isLink(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'a' && typeof node.properties.href === 'string'
}
