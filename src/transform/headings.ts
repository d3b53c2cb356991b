import GithubSlugger from 'github-slugger'
import type {Element, ElementContent} from 'hast'
import type {Heading} from '../model/document.js'
import type {Anchor} from './links.js'
import {headingText} from './sentences.js'

/** Whether a node is a heading of the author’s. */
export function isHeading(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && /^h[1-6]$/.test(node.tagName)
}

/** The depth of a heading, 1 to 6. */
function depthOf(heading: Element): number {
  return Number(heading.tagName.charAt(1))
}

/**
 * Gives the body’s headings ids, and levels that start at `h2` and skip none, as a reader’s contents and a screen
 * reader want them; who is below whom stays. Gives them in order, and a map from the anchors that editors make
 * (`#overview-of-research`) to the ids.
 */
export function settleHeadings(body: readonly ElementContent[]): {
  headings: Heading[]
  anchors: Map<string, Anchor>
} {
  const headings: Heading[] = []
  const anchors = new Map<string, Anchor>()
  const open: number[] = []
  const slugger = new GithubSlugger()
  const ids = new GithubSlugger()
  for (const node of body) {
    if (!isHeading(node)) continue
    const depth = nextDepth(node, open)
    const text = headingText(node)
    const id = ids.slug(`sec-${shortAscii(text)}`)
    anchors.set(slugger.slug(text), {id, name: text})
    node.tagName = `h${depth}`
    node.properties.id = id
    headings.push({id, depth, text})
  }
  return {headings, anchors}
}

/** Levels of headings that have ids, for a part of the review: from `h2`, none skipped; gives those the part has. */
export function settleLevels(body: readonly ElementContent[], headings: readonly Heading[]): Heading[] {
  const texts = new Map(headings.map(({id, text}) => [id, text]))
  const open: number[] = []
  return body.flatMap((node): Heading[] => {
    if (!isHeading(node)) return []
    const id = String(node.properties.id)
    const text = texts.get(id)
    if (text === undefined) return []
    const depth = nextDepth(node, open)
    node.tagName = `h${depth}`
    return [{id, depth, text}]
  })
}

/** A heading’s level below those that are open, which it joins. */
function nextDepth(heading: Element, open: number[]): number {
  const raw = depthOf(heading)
  while ((open.at(-1) ?? 0) >= raw) open.pop()
  const depth = Math.min(2 + open.length, 6)
  open.push(raw)
  return depth
}

/** The nodes from a heading to the next that is not below it. */
export function sectionOf(body: readonly ElementContent[], heading: Element): ElementContent[] {
  const start = body.indexOf(heading)
  const end = body.findIndex(
    (node, index) => index > start && isHeading(node) && depthOf(node) <= depthOf(heading)
  )
  return body.slice(start, end === -1 ? undefined : end)
}

/** Whether a node is a paragraph of one line in bold, as authors write who know no headings. */
export function isBoldLine(node: ElementContent): boolean {
  const [only, ...others] = node.type === 'element' && node.tagName === 'p' ? node.children : []
  return only?.type === 'element' && only.tagName === 'strong' && others.length === 0
}

/** Makes a line the heading its author meant. */
export function promote(line: Element, tagName: 'h1' | 'h2'): void {
  const [only] = line.children
  line.tagName = tagName
  if (only?.type === 'element' && only.tagName === 'strong') line.children = only.children
}

/** `7. References (2020–2025):` as `references` */
export function bareHeading(heading: string): string {
  return heading
    .slice(0, 120)
    .replace(/^(?:\d[\d.]*|[IVXLC]+|[A-Z])[.):]\s+/, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '')
    .toLowerCase()
}

// Ids become PDF destinations, of which strict readers take 127 bytes.
function shortAscii(text: string): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, 60)
  return ascii.trim() || 'section'
}
