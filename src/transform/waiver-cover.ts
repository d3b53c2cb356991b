import type {Html, Nodes, Parents, Root, RootContent} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {Stretch} from '../model/waiver.js'

/** What is read as one run of words: in it, a waiver is of it. */
const prose = new Set(['paragraph', 'heading', 'tableRow'])
/** No container’s signs before a line’s text are longer than this, nor white space after it. */
const farthest = 200

/** A node among its siblings. */
interface Spot {
  readonly parent: Parents
  readonly index: number
}

/** Says what waivers of a tree cover, by where they stand in it; `source` is the text it was read from. */
export function coverIn(
  tree: Root,
  source: string
): (node: Html, ancestors: readonly Parents[]) => readonly Stretch[] {
  const known = new Map<Nodes, {readonly nodes: number; readonly stretches: readonly Stretch[]}>()
  let starts: Map<number, Spot> | undefined
  let lines: ReadonlySet<number> | undefined
  return (node, ancestors) => {
    const parent = ancestors.at(-1) ?? tree
    if (ancestors.some(({type}) => prose.has(type))) return inProse(node, ancestors)
    const index = (parent.children as Nodes[]).indexOf(node)
    return isBare(node) ? following(parent, index) : stretchesOf([node])
  }

  /** On a line of its own, the block that begins on the next; else that in which it stands. */
  function inProse(node: Html, ancestors: readonly Parents[]): readonly Stretch[] {
    const next = isAlone(node) ? startingAfter(node) : undefined
    if (next) return whole(next)
    const at = ancestors.findIndex(({type}) => prose.has(type))
    const [block, outer] = [ancestors[at], ancestors[at - 1]]
    if (!block) return []
    if (outer?.type === 'listItem') return ownWords(outer)
    if (block.type === 'tableRow' && outer && isBareRow(block, source)) {
      const above = (outer.children as Nodes[]).indexOf(block) - 1
      return stretchesOf(outer.children.slice(Math.max(above, 0), above + 1))
    }
    return stretchesOf([block as RootContent])
  }

  /** The next block, whole; at the end of an item or a box, that. */
  function following(parent: Parents, index: number): readonly Stretch[] {
    const next = parent.children.findIndex((each, at) => at > index && !isBare(each))
    if (next >= 0) {
      const [before, list] = [
        parent.children.slice(0, index).findLast((each) => !isBare(each)),
        parent.children[next]
      ]
      const [item] = list?.type === 'list' ? list.children : []
      return item && areOneList(before, list, source) ? stretchesOf([item]) : whole({parent, index: next})
    }
    if (parent.type === 'listItem') return ownWords(parent)
    return parent.type === 'root' ? [] : stretchesOf([parent as RootContent])
  }

  /** A block, or the section that it heads. */
  function whole({parent, index}: Spot): readonly Stretch[] {
    const node = parent.children[index]
    if (node?.type === 'list') return stretchesOf(listsFrom(parent, index))
    if (node?.type !== 'heading') return node ? stretchesOf([node]) : []
    const end = parent.children.findIndex(
      (each, at) => at > index && each.type === 'heading' && each.depth <= node.depth
    )
    return stretchesOf(parent.children.slice(index, end < 0 ? undefined : end))
  }

  /** A list, and those that are one with it but for waivers between them. */
  function listsFrom(parent: Parents, index: number): RootContent[] {
    const lists: RootContent[] = []
    for (const node of parent.children.slice(index)) {
      if (isBare(node)) continue
      if (lists.length > 0 && !areOneList(lists.at(-1), node, source)) break
      lists.push(node)
    }
    return lists
  }

  function ownWords(item: Parents): readonly Stretch[] {
    return stretchesOf(item.children.filter(({type}) => type !== 'list'))
  }

  /** Where nodes stand in the text, with what they include, which stands elsewhere; of the same nodes asked once. */
  function stretchesOf(nodes: readonly RootContent[]): readonly Stretch[] {
    const [first] = nodes
    const found = first && known.get(first)
    if (found?.nodes === nodes.length) return found.stretches
    const stretches = nodes.flatMap((each) => {
      const inside: {start: Stretch['start']; end: Stretch['end']}[] = []
      visit(each, ({type, position}) => {
        const last = inside.at(-1)
        if (!position) return
        const {start, end} = position
        if (!last || start.line < last.start.line || start.line > last.end.line) inside.push({start, end})
        return prose.has(type) ? SKIP : undefined
      })
      return inside
    })
    if (first) known.set(first, {nodes: nodes.length, stretches})
    return stretches
  }

  /** What begins on the line below a waiver, or below others that follow it. */
  function startingAfter(node: Html): Spot | undefined {
    starts ??= startsOf(tree)
    lines ??= linesOfWaivers(tree)
    let line = (node.position?.end.line ?? 0) + 1
    while (lines.has(line)) line++
    return starts.get(line)
  }

  function isAlone({position}: Html): boolean {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
    const before = `\n${source.slice(Math.max(0, start - farthest), start)}`
    return (
      /[\r\n][\s>]*$/.test(start > farthest ? before.slice(1) : before) &&
      /^[ \t|]*(?:[\r\n]|$)/.test(source.slice(end, end + farthest))
    )
  }
}

/** Whether a node holds nothing but waivers. */
export function isBare(node: Nodes | undefined): boolean {
  return node?.type === 'html' && node.data?.waiver !== undefined && node.value.trim() === ''
}

/** Whether a table’s row is one only because a waiver has its line. */
export function isBareRow(row: Parents, source: string): boolean {
  const {start, end} = row.position ?? {}
  const written = source.slice(start?.offset, end?.offset).trim()
  return written.startsWith('<!--') && written.endsWith('-->')
}

/** Whether two lists would be one but for the waivers between them. */
export function areOneList(before: Nodes | undefined, after: Nodes | undefined, source: string): boolean {
  if (before?.type !== 'list' || after?.type !== 'list') return false
  const marker = ({position}: Nodes) =>
    /^(?:\d+([.)])|(\S))/.exec(source.slice(position?.start.offset, (position?.start.offset ?? 0) + 12))
  const [one, other] = [marker(before), marker(after)]
  return one?.[1] === other?.[1] && (one?.[1] !== undefined || one?.[2] === other?.[2])
}

/** The outermost block that begins on each line. */
function startsOf(tree: Root): Map<number, Spot> {
  const starts = new Map<number, Spot>()
  visit(tree, (node, index, parent) => {
    const line = node.position?.start.line
    if (!parent || index === undefined || line === undefined) return
    if (!starts.has(line) && !isBare(node)) starts.set(line, {parent, index})
    return prose.has(node.type) ? SKIP : undefined
  })
  return starts
}

/** The lines that waivers have. */
function linesOfWaivers(tree: Root): Set<number> {
  const lines = new Set<number>()
  visit(tree, 'html', ({data, position}) => {
    if (!data?.waiver || !position) return
    for (let line = position.start.line; line <= position.end.line; line++) lines.add(line)
  })
  return lines
}
