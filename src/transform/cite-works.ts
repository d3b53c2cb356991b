import type {Element, ElementContent, Parents, Root} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import type {Bibliography, Citable, Citation, Cite} from '../model/citation.js'
import type {Document, ListedItem} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Words} from '../words/index.js'
import {isRead, readBlocks} from './audience.js'
import {type Citables, citablesOf} from './citable.js'
import {citationName, placeFor} from './citations.js'
import {sectionOf} from './headings.js'
import {knownWork} from './known-work.js'
import {type ReferenceList, readReferenceList} from './listed-works.js'
import {partLines} from './reference-lines.js'
import {addClosing, findClosing, has} from './reference-list.js'
import {setMark} from './set-mark.js'

/** What a review cites and lists, formatted. */
export interface Cited {
  /** The heading of the reference list: the author’s, or ours where he cites and has none. */
  readonly closing: Element | undefined
  readonly citations: readonly Citation[]
  readonly listed: readonly ListedItem[]
  readonly list: ReferenceList
  /** Undefined where nothing is cited or listed. */
  readonly bibliography?: Bibliography
  /** Works in the order of the printed list. */
  readonly works: readonly Citable[]
  /** The ids of what is cited or listed, as numbers follow; in a talk, those of its review first. */
  readonly order: readonly string[]
  /** Ids of those that the report neither cites nor lists: slides or a speaker’s notes do. */
  readonly asides: ReadonlySet<string>
}

export interface CiteOptions {
  readonly evidence: Evidence
  /** Without it, marks read as they were typed, and the author’s list stays. */
  readonly cite: Cite | undefined
  readonly words: Words
  readonly language: string
  /** What was cited before, in the review that a talk takes from: numbers go on from there. */
  readonly before?: Pick<Document, 'citations' | 'order'> | undefined
}

/**
 * Sets the marks of a text’s citations, in brackets, in sentences, and after links to known works; what stands in the
 * reference list is listed. Numbers follow the order of reading: those of a note, its mark; what the report neither cites
 * nor lists comes last.
 */
export async function citeWorks(
  body: ElementContent[],
  footnotes: readonly ElementContent[],
  {evidence, cite, words, language, before = {citations: [], order: []}}: CiteOptions
): Promise<Cited> {
  const head = findClosing(readBlocks(body))
  if (head && cite) partLines(body, sectionOf(body, head), evidence)
  const section = head ? sectionOf(body, head).slice(1) : []
  const list = readReferenceList(section, evidence)
  const text = [...body, ...footnotes].filter((node) => !section.includes(node))
  for (const root of [...body, ...footnotes]) unset(root, true)
  citeLinks(text, evidence)
  const isCited = text.some((node) => has(node, [citationName]))
  const closing = head ?? (cite && isCited ? addClosing(body, words, language) : undefined)
  const {read, aside} = inOrder(body, footnotes)
  const places = [...read, ...aside]
  const citations = places.flatMap(({data}) => (data?.citation ? [data.citation] : []))
  const citables = citablesOf(evidence)
  const idsIn = (some: readonly Citation[]) => some.flatMap(({parts}) => parts.map(({id}) => id))
  const inList = list.items.flatMap(({work}) => (work ? [work.item.id] : []))
  const main = idsOf(worksOf([...idsIn(citations.slice(0, read.length)), ...inList], citables))
  const works = worksOf([...idsIn(citations), ...inList], citables).toSorted(
    (a, b) => Number(!main.has(a.id)) - Number(!main.has(b.id))
  )
  const order = [...new Set([...before.order, ...idsOf(works)])]
  const asides = new Set([...idsOf(works)].filter((id) => !main.has(id)))
  if (closing && !head && main.size === 0) closing.properties.dataAudience = 'slides'
  if (!cite || works.length === 0) {
    for (const root of [...body, ...footnotes]) unset(root, false)
    return {closing, citations, listed: list.listed, list, works, order, asides}
  }
  const bibliography = await cite({
    works: worksOf(order, citables),
    citations: [...before.citations, ...citations]
  })
  const marks = new Map(
    places.map((place, index) => [place, bibliography.marks[before.citations.length + index]])
  )
  visit(rootOf([...body, ...footnotes]), 'element', (node, index, parent) => {
    const mark = marks.get(node)
    if (!mark || !parent || index === undefined) return
    return [SKIP, setMark(mark, node.data?.citation?.how ?? 'brackets', parent, index)]
  })
  const byId = new Map(works.map((work) => [work.id, work]))
  return {
    closing,
    citations,
    listed: list.listed,
    list,
    bibliography,
    works: bibliography.entries.flatMap(({id}) => byId.get(id) ?? []),
    order,
    asides
  }
}

function idsOf(works: readonly Citable[]): Set<string> {
  return new Set(works.map(({id}) => id))
}

/** A link to a known work is a citation of it, unless one follows. */
function citeLinks(nodes: readonly ElementContent[], {references}: Evidence): void {
  visit(rootOf(nodes), 'element', (node, index, parent) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string' || !parent || index === undefined) return
    const work = knownWork(href, references)
    const at = node.position?.start
    if (!work || !at) return
    const {id} = work.item
    const next = parent.children
      .slice(index + 1)
      .find((each) => each.type !== 'text' || each.value.trim() !== '')
    const isFollowed = next?.type === 'element' && next.data?.citation?.parts.some((part) => part.id === id)
    if (isFollowed) return
    const citation: Citation = {
      parts: [{id}],
      how: 'link',
      place: {line: at.line, column: at.column}
    }
    parent.children.splice(index + 1, 0, placeFor(citation, '', node.position))
    return [SKIP, index + 2]
  })
}

/** The places of citations in the order of reading; those that a report’s reader does not come to, apart. */
function inOrder(
  body: readonly ElementContent[],
  footnotes: readonly ElementContent[]
): {read: Element[]; aside: Element[]} {
  const notes = new Map<string, Element>()
  visit(rootOf(footnotes), 'element', (node) => {
    if (node.tagName === 'li' && typeof node.properties.id === 'string') notes.set(node.properties.id, node)
  })
  const found = new Set<Element>()
  const asides: Element[] = []
  const collect = (nodes: readonly ElementContent[]) => {
    visit(rootOf(nodes), 'element', (node) => {
      if (!isRead(node) && !asides.includes(node)) {
        asides.push(node)
        return SKIP
      }
      if (node.tagName === citationName) found.add(node)
      const target = 'dataFootnoteRef' in node.properties ? String(node.properties.href).slice(1) : undefined
      const note = target === undefined ? undefined : notes.get(target)
      if (!note || target === undefined) return
      notes.delete(target)
      collect(note.children)
    })
  }
  collect(body)
  const read = new Set(found)
  for (const node of asides) collect([node])
  collect(footnotes)
  return {read: [...read], aside: [...found].filter((node) => !read.has(node))}
}

/** What is cited and listed, each once, with an id for its entry. */
function worksOf(ids: readonly string[], citables: Citables): (Citable & {anchor: string})[] {
  const taken = new Set<string>()
  return [...new Set(ids)].flatMap((id) => {
    const work = citables.find(id) ?? citables.find(`nct:${id}`)
    if (!work) return []
    const wanted = `ref-${id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}`
    let anchor = wanted
    for (let number = 2; taken.has(anchor); number++) anchor = `${wanted}-${number}`
    taken.add(anchor)
    return [{...work, anchor}]
  })
}

/** Gives the places of citations the author’s words back: those in links, whose words stay, or all. */
function unset(root: ElementContent, inLinks: boolean): void {
  visitParents(rootOf([root]), 'element', (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (node.tagName !== citationName || !parent) return
    if (inLinks && !ancestors.some((each) => each.type === 'element' && each.tagName === 'a')) return
    const siblings: Parents['children'] = parent.children
    const index = siblings.indexOf(node)
    siblings.splice(index, 1, ...node.children)
    return [SKIP, index + node.children.length]
  })
}

function rootOf(nodes: readonly ElementContent[]): Root {
  return {type: 'root', children: [...nodes]}
}
