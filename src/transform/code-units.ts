import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Unit} from '../model/deck.js'

/** Lines of code that stay together, and how many characters a slide’s line holds. */
const codeLines = 15
const codeLine = 88

/** Code in pieces that a slide can hold, however long its lines are. */
export function codeUnits(block: Element): Unit[] {
  const code = block.children.find((child): child is Element => child.type === 'element')
  const text = code?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? ''
  const lines = text.replace(/\n$/, '').split('\n').flatMap(inPieces)
  const rows = lines.reduce((sum, line) => sum + rowsOf(line), 0)
  // About as many on each of the slides that they need.
  const most = Math.ceil(rows / Math.ceil(rows / codeLines))
  const units: Unit[] = []
  for (let from = 0; from < lines.length; ) {
    let [to, held] = [from, 0]
    while (to < lines.length && (to === from || held + rowsOf(lines[to]) <= most)) held += rowsOf(lines[to++])
    units.push({content: {...block, children: [h('code', lines.slice(from, to).join('\n'))]}, notes: []})
    from = to
  }
  return units
}

function rowsOf(line = ''): number {
  return Math.max(1, Math.ceil(line.length / codeLine))
}

/** A line that no slide holds goes on in a further unit. */
function inPieces(line: string): string[] {
  const most = codeLines * codeLine
  const pieces: string[] = []
  let from = 0
  while (line.length - from > most) {
    const space = line.lastIndexOf(' ', from + most - 1) + 1
    const to = space > from + most / 2 ? space : from + most
    pieces.push(line.slice(from, to))
    from = to
  }
  return [...pieces, line.slice(from)]
}
