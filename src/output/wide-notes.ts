import type {Element, ElementContent, Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'

/** Characters that a table may need in the column of notes, and on the whole measure. */
const columnRoom = 40
const sheetRoom = 92

/** Notes in runs: those for the column, and those with a table that needs the whole measure. */
export interface NotesRun {
  readonly className: readonly ('wide' | 'crowded')[]
  readonly notes: ElementContent[]
}

/** Notes parted where a table stands that the column beside the picture would squeeze. */
export function toRuns(notes: readonly ElementContent[]): NotesRun[] {
  const runs: {className: NotesRun['className']; notes: ElementContent[]}[] = []
  for (const note of notes) {
    const className = settingOf(note)
    const last = runs.at(-1)
    if (last && last.className.join() === className.join()) last.notes.push(note)
    else runs.push({className, notes: [note]})
  }
  return runs
}

function settingOf(note: ElementContent): NotesRun['className'] {
  let [least, comfortable] = [0, 0]
  visit(note as Nodes, 'element', (node) => {
    if (node.tagName !== 'table') return
    const columns = columnsOf(node)
    least = Math.max(least, sumOf(columns.map(({word}) => word)))
    comfortable = Math.max(comfortable, sumOf(columns.map(({word, text}) => Math.max(word, text / 4))))
  })
  if (comfortable <= columnRoom) return []
  return least <= sheetRoom ? ['wide'] : ['wide', 'crowded']
}

/** The longest word and the longest text of each column, in characters, with the space beside it. */
function columnsOf(table: Element): {word: number; text: number}[] {
  const columns: {word: number; text: number}[] = []
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return
    let at = 0
    for (const cell of row.children) {
      if (cell.type !== 'element') continue
      const words = textOf(cell).trim().split(/\s+/)
      const column = columns[at] ?? {word: 0, text: 0}
      const span = Math.max(1, Number(cell.properties.colSpan) || 1)
      const [word, text] = [Math.max(...words.map(({length}) => length)), words.join(' ').length]
      if (span === 1)
        columns[at] = {word: Math.max(column.word, word + 2), text: Math.max(column.text, text + 2)}
      at += Math.min(span, 100)
    }
  })
  return columns.filter((column) => column !== undefined)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
