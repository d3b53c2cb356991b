import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ListedItem} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Reference} from '../model/reference.js'
import {worksOf} from './reference-list.js'
import {ownProse, plain} from './sentences.js'

/** An item of the author’s reference list that is a work, or says it is one. */
export interface ListItem {
  readonly node: Element
  /** The list it is an item of; none for a paragraph. */
  readonly list?: Element
  /** Its record; absent where none is held. */
  readonly work?: Reference
}

/** The author’s reference list, read. */
export interface ReferenceList {
  readonly items: readonly ListItem[]
  /** All that he lists, in his words. */
  readonly listed: readonly ListedItem[]
}

/**
 * The works of a reference list: an item names one by its link or identifier; the same work twice is an item once.
 * A list without items is its paragraphs.
 */
export function readReferenceList(section: readonly ElementContent[], evidence: Evidence): ReferenceList {
  const inLists = candidatesIn(section, 'li')
  const candidates = inLists.length > 0 ? inLists : candidatesIn(section, 'p')
  const seen = new Set<Reference>()
  const items: ListItem[] = []
  const listed: ListedItem[] = []
  for (const candidate of candidates) {
    const {node} = candidate
    const own = ownProse(node)
    const works = worksOf(own, evidence)
    const [work] = works
    const isLeaf = !node.children.some((child) => child.type === 'element' && /^[uo]l$/.test(child.tagName))
    listed.push(toListed(node, own, works.length === 1 ? work : undefined))
    if (works.length === 1 && work && isLeaf && !seen.has(work)) {
      seen.add(work)
      items.push({...candidate, work})
    } else if (works.length === 0 && isLeaf && looksLikeWork(own)) items.push(candidate)
  }
  return {items, listed}
}

function candidatesIn(section: readonly ElementContent[], name: 'li' | 'p'): ListItem[] {
  const found: ListItem[] = []
  const root: Root = {type: 'root', children: [...section]}
  visit(root, 'element', (node, _, parent) => {
    if (node.tagName !== name || !parent) return
    if (parent.type === 'element' && name === 'li') found.push({node, list: parent})
    if (parent === root && name === 'p') found.push({node})
  })
  return found
}

function toListed(node: Element, own: readonly ElementContent[], work: Reference | undefined): ListedItem {
  const link = linkIn(own)
  const at = (link?.children[0]?.position ?? link?.position ?? own[0]?.position ?? node.position)?.start
  return {
    text: plain({type: 'root', children: [...own]}),
    place: {line: at?.line ?? 1, column: at?.column ?? 1},
    ...(link ? {linkText: plain(link), href: String(link.properties.href)} : {}),
    ...(work ? {work} : {})
  }
}

/** The first link of some nodes. */
export function linkIn(nodes: readonly ElementContent[]): Element | undefined {
  let found: Element | undefined
  visit({type: 'root', children: [...nodes]}, 'element', (node) => {
    if (node.tagName === 'a' && typeof node.properties.href === 'string') found ??= node
  })
  return found
}

/** Whether an item without a record is a publication, and not a registry’s entry or a page of the web. */
export function looksLikeWork(own: readonly ElementContent[]): boolean {
  const href = String(linkIn(own)?.properties.href ?? '')
  const text = textOf({type: 'root', children: [...own]})
  if (/clinicaltrials\.gov|trialsearch\.who\.int|isrctn\.com|clinicaltrialsregister\.eu/i.test(href))
    return false
  return (
    /\b10\.\d{4,9}\/\S/.test(`${href} ${text}`) ||
    /\bPMID:?\s*\d{5,9}\b|\bPMC\d{5,9}\b/i.test(`${href} ${text}`) ||
    /pubmed\.ncbi|ncbi\.nlm\.nih\.gov\/pubmed\/\d|\/articles?\/|\/doi\//i.test(href) ||
    // `2022;387(12):1099`, and `(Nature, 2023)` at the end of a title.
    /\b(?:19|20)\d\d(?:\s\w{3,9}){0,2}\s?;\s?\d{1,4}\s?[(:]/.test(text) ||
    /\([^()]{2,80},\s(?:19|20)\d\d\)\s*\.?$/.test(text)
  )
}
