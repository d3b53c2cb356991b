import type {Element, Nodes, Root, RootContent} from 'hast'
import type {VFile} from 'vfile'
import type {Matter} from '../model/matter.js'
import type {Passage} from '../model/passage.js'
import {PassageText, Places} from './passage-text.js'

/**
 * The author’s prose, block by block, each character with its place in the source: what statements are read from. To be
 * taken before anything is set, renamed or put in.
 */
export function passagesOf(tree: Root, file: VFile, matter: Matter): Passage[] {
  const places = new Places(file)
  const isNotes = (node: RootContent) => node.type === 'element' && 'dataFootnotes' in node.properties
  const blocks = [
    ...tree.children.filter(isNotes).flatMap(withoutHeading),
    ...tree.children.filter((node) => !isNotes(node))
  ]
  const passages: Passage[] = []
  readBlocks(blocks, {places, leads: [], section: '', passages})
  const known = passages.map(({text}) => text)
  return [...matterPassages(places, matter, known), ...passages]
}

/** The same, with those below the reference list’s heading marked; `line` is where that stands. */
export function withReferences(passages: readonly Passage[], line: number | undefined): Passage[] {
  const start = passages.findIndex((each) => each.kind !== 'matter' && each.at(0).line === line)
  if (line === undefined || start < 0) return [...passages]
  const depth = passages[start]?.depth ?? 2
  const after = passages.findIndex((each, index) => index > start && (each.depth ?? 7) <= depth)
  const end = after < 0 ? passages.length : after
  return passages.map((each, index) => (start < index && index < end ? {...each, inReferences: true} : each))
}

interface State {
  readonly places: Places
  readonly leads: readonly string[]
  section: string
  readonly passages: Passage[]
}

const inner = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'table',
  'dl',
  'div',
  'section',
  'blockquote',
  'figure',
  'details',
  'pre'
])

function readBlocks(nodes: readonly RootContent[], state: State): void {
  let inline: RootContent[] = []
  let lead: string | undefined
  const flush = () => {
    const passage = inline.length > 0 ? read('paragraph', inline, state) : undefined
    if (passage) lead = passage.text
    inline = []
  }
  for (const node of nodes) {
    if (node.type === 'element' && (isBlock(node) || /^h[1-6]$/.test(node.tagName))) {
      flush()
      lead = readBlock(node, lead, state)
    } else inline.push(node)
  }
  flush()
}

/** Footnotes, without the heading that Lectern gives them. */
function withoutHeading(notes: RootContent): RootContent[] {
  return notes.type === 'element' ? notes.children.slice(1) : []
}

/** Reads one block; gives its text where it may lead in what follows. */
function readBlock(node: Element, lead: string | undefined, state: State): string | undefined {
  const {tagName, children} = node
  if (/^h[1-6]$/.test(tagName)) {
    const heading = read('heading', children, state, {depth: Number(tagName[1])})
    state.section = heading?.text ?? ''
    return undefined
  }
  if (tagName === 'pre') return undefined
  if (tagName === 'p' || tagName === 'dt' || tagName === 'dd')
    return read(state.leads.length > 0 ? 'item' : 'paragraph', children, state)?.text
  if (tagName === 'figcaption' || tagName === 'caption' || tagName === 'summary') {
    read('caption', children, state)
    return undefined
  }
  if (tagName === 'table') {
    readTable(node, state)
    return undefined
  }
  if (tagName === 'ul' || tagName === 'ol') {
    const leads = [...state.leads, lead ?? '']
    for (const item of children) if (item.type === 'element') readItem(item, {...state, leads})
    return undefined
  }
  readBlocks(children, state)
  return undefined
}

/** An item’s own words are one passage each paragraph; what is below it is led by the first. */
function readItem(item: Element, state: State): void {
  let own: RootContent[] = []
  let leads = state.leads
  const flush = () => {
    const passage = own.length > 0 ? read('item', own, state) : undefined
    if (passage && leads === state.leads) leads = [...state.leads, passage.text]
    own = []
  }
  for (const child of item.children) {
    if (child.type !== 'element' || !isBlock(child)) own.push(child)
    else if (child.tagName === 'p') {
      flush()
      own = [...child.children]
      flush()
    } else {
      flush()
      const below = {...state, leads}
      if (child.tagName === 'ul' || child.tagName === 'ol') {
        for (const each of child.children) if (each.type === 'element') readItem(each, below)
      } else readBlocks([child], below)
    }
  }
  flush()
}

function readTable(table: Element, state: State): void {
  const rows: Element[] = []
  const gather = (node: Nodes) => {
    if (node.type !== 'element') return
    if (node.tagName === 'caption') read('caption', node.children, state)
    else if (node.tagName === 'tr') rows.push(node)
    else for (const child of node.children) gather(child)
  }
  gather(table)
  let heads: string[] = []
  for (const [index, row] of rows.entries()) {
    const text = new PassageText(state.places)
    const cells = row.children
      .filter((cell): cell is Element => cell.type === 'element')
      .map((cell, column) => {
        if (column > 0) text.gap(' | ')
        const from = text.length
        text.add(cell.children)
        return {from, to: text.length, head: heads[column] ?? ''}
      })
    if (index === 0) heads = cells.map(({from, to}) => text.value.slice(from, to).trim())
    const passage = text.done({
      kind: 'row',
      cells: index === 0 ? [] : cells,
      leads: state.leads,
      section: state.section
    })
    if (passage) state.passages.push(passage)
  }
}

function read(
  kind: Passage['kind'],
  nodes: readonly Nodes[],
  {places, leads, section, passages}: State,
  more: {depth?: number} = {}
): Passage | undefined {
  const text = new PassageText(places)
  text.add(nodes)
  const passage = text.done({kind, cells: [], leads, section, ...more})
  if (passage) passages.push(passage)
  return passage
}

function isBlock({tagName, children}: Element): boolean {
  if (inner.has(tagName) || ['dt', 'dd', 'figcaption', 'summary'].includes(tagName)) return true
  return (
    tagName === 'lectern-directive' ||
    children.some((child) => child.type === 'element' && inner.has(child.tagName))
  )
}

/** What the front matter says and the text does not say in the same words. */
function matterPassages(places: Places, matter: Matter, known: readonly string[]): Passage[] {
  const said = [matter.subtitle, matter.abstract, ...(matter.keyPoints ?? [])].filter(
    (text) => text !== undefined
  )
  return said
    .filter((text) => !known.some((each) => each.includes(text.replace(/\s+/g, ' ').trim())))
    .flatMap((text) => {
      const passage = new PassageText(places)
      passage.addText(text, Math.max(places.source.indexOf(text.slice(0, 24)), 0))
      return passage.done({kind: 'matter', cells: [], leads: [], section: ''}) ?? []
    })
}
