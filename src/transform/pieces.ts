import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {slice} from './sentences.js'

/** A sentence longer than this goes on in a further unit, so that any sentence can be shown. */
export const longest = 500

/** Inline nodes in pieces that a slide can hold, parted after a sentence, else a clause, or at a space. */
export function piecesOf(nodes: ElementContent[]): ElementContent[][] {
  const text = nodes.map((node) => textOf(node)).join('')
  const pieces: ElementContent[][] = []
  for (let from = 0; from < text.length || from === 0; ) {
    const to = text.length - from <= longest ? text.length : breakBefore(text, from + longest, from)
    pieces.push(slice(nodes, from, to))
    from = Math.max(to, from + 1)
  }
  return pieces
}

/** The last place to part a text before an offset: after a sentence, a comma or semicolon if not too early, else at a space. */
function breakBefore(text: string, end: number, start: number): number {
  const room = text.slice(start, end)
  const sentence = [...room.matchAll(/\p{Ll}[.!?…]['"”’»)\]]{0,3}\s+(?=\p{Lu})/gu)].at(-1)
  if (sentence && sentence.index > longest / 3) return start + sentence.index + sentence[0].length
  const clause = Math.max(room.lastIndexOf(', '), room.lastIndexOf('; ')) + 2
  const space = room.lastIndexOf(' ') + 1
  const best = clause > longest / 2 ? clause : space > 0 ? space : longest
  return start + best
}
