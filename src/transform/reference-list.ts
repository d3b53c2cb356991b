import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Evidence} from '../model/evidence.js'
import type {Reference} from '../model/reference.js'
import {allWords} from '../words/index.js'
import {bareHeading, isHeading, sectionOf} from './headings.js'
import {knownWork} from './known-work.js'
import {plain} from './sentences.js'

/** A line in bold that heads a reference list is the heading its author meant. */
export function promoteReferenceHeading(body: readonly ElementContent[]): void {
  if (body.some((node) => isHeading(node) && headsReferences(plain(node)))) return
  const last = body.findLast((node) => isBoldLine(node) && headsReferences(plain(node)))
  if (last?.type === 'element') {
    last.tagName = 'h2'
    const [strong] = last.children
    if (strong?.type === 'element') last.children = strong.children
  }
}

function isBoldLine(node: ElementContent): node is Element {
  const [only, ...others] = node.type === 'element' && node.tagName === 'p' ? node.children : []
  return only?.type === 'element' && only.tagName === 'strong' && others.length === 0
}

function headsReferences(heading: string): boolean {
  return allWords.some((words) => words.referenceHeadings.test(bareHeading(heading)))
}

/** The heading of the author’s reference list: the last that says so and has a link or a list below it. */
export function findClosing(body: readonly ElementContent[]): Element | undefined {
  return body.findLast((node): node is Element => {
    if (!isHeading(node) || !headsReferences(plain(node))) return false
    return sectionOf(body, node).some((each) => has(each, ['a', 'ul', 'ol']))
  })
}

function has(node: ElementContent, names: readonly string[]): boolean {
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
          ? [...each.value.matchAll(/\b10\.\d{4,9}\/[^\s"<>]+/g)].map(
              ([doi]) => `https://doi.org/${doi.replace(/[.,;)\]]+$/, '')}`
            )
          : each.type === 'element' && each.tagName === 'a'
            ? [String(each.properties.href ?? '')]
            : []
      for (const address of addresses) {
        const work = knownWork(address, evidence.references)
        if (work) works.add(work)
      }
    })
  }
  return [...works]
}
