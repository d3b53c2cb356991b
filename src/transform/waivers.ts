import type {Html, Parents, Root} from 'mdast'
import {visitParents} from 'unist-util-visit-parents'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Stretch, Waiver} from '../model/waiver.js'
import type {Source} from './sources.js'
import {readComments} from './waiver-comments.js'
import {coverIn, isBare} from './waiver-cover.js'
import {removeWaiver} from './without-waivers.js'

declare module 'mdast' {
  interface HtmlData {
    /** The raw HTML as it was written, where a comment of it is a waiver. */
    waiver?: string
    /** Where the waiver stands before everything else of a file: the text of that file, by offset. */
    whole?: readonly [start: number, end: number]
  }
}

/** More than this is no judgement of each. */
const mostWaivers = 2000

/** Marks the comments of one file that are waivers, before comments go. */
export function markWaivers(tree: Root, file: VFile, length: number, source: Source | undefined): void {
  let isFirst = true
  const first = source?.offset ?? 0
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'html' && readComments(node.value).length > 0) {
      node.data = {...node.data, waiver: node.value}
      if (isFirst && ancestors.length === 1) node.data.whole = [first, first + length]
    } else if (
      node.type === 'text' &&
      ancestors.at(-1)?.type === 'tableCell' &&
      /<!--\s*lectern/.test(node.value)
    ) {
      file.message('Unexpected `|` in a waiver, expected `\\|` in a table’s cell', {
        place: node.position,
        source: 'transform',
        ruleId: 'malformed-waiver'
      })
    } else if (node.type !== 'root' && node.type !== 'yaml') isFirst = false
  })
}

/**
 * Takes the waivers out of a tree that holds all it includes. One in a block covers the block, of a list’s item its own
 * words, of a table the row. One on a line of its own covers the next block, whole; a heading’s section, if that is a
 * heading. One before everything else of a file covers the file.
 */
export function settleWaivers(tree: Root, file: VFile): void {
  const found: {node: Html; ancestors: Parents[]}[] = []
  visitParents(tree, 'html', (node, ancestors) => {
    if (node.data?.waiver) found.push({node, ancestors: [...ancestors]})
  })
  if (found.length === 0) return
  const coverOf = coverIn(tree, String(file))
  const lines = location(String(file))
  const waivers: Waiver[] = []
  for (const {node, ancestors} of found.slice(0, mostWaivers)) {
    const {whole, waiver = ''} = node.data ?? {}
    const start = node.position?.start.offset ?? 0
    const covers =
      !whole || !isBare(node) ? coverOf(node, ancestors) : whole[0] === 0 ? 'all' : [between(whole)]
    const written = String(file).slice(start, node.position?.end.offset)
    const offsets = offsetsOf(written)
    for (const {rule, reason, fault, index} of readComments(waiver)) {
      const {line, column} = lines.toPoint(start + (offsets[index] ?? 0)) ?? {line: 1, column: 1}
      waivers.push({rule, reason, place: {line, column}, covers, ...(fault ? {fault} : {})})
    }
  }
  const [surplus] = found.slice(mostWaivers)
  if (surplus) {
    file.message(
      `Unexpected waiver beyond ${mostWaivers}, expected fewer: one before a heading covers its section`,
      {
        place: surplus.node.position,
        source: 'transform',
        ruleId: 'malformed-waiver'
      }
    )
  }
  file.data.waivers = waivers
  for (const {node, ancestors} of found) removeWaiver(node, ancestors, String(file))

  function between([start, end]: readonly [number, number]): Stretch {
    const place = (offset: number) => lines.toPoint(offset) ?? {line: 1, column: 1}
    return {start: place(start), end: place(end)}
  }
}

/** Where comments begin in some HTML, by their order: containers put signs of their own between its lines. */
function offsetsOf(html: string): number[] {
  return [...html.matchAll(/<!--/g)].map(({index}) => index)
}
