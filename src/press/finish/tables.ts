import type {Pdf} from '../pdf/pdf.js'
import type {Dict, Value} from '../pdf/values.js'
import {dictionary, items} from './objects.js'
import {adopt, isTag, type Kid, newTag, type Tag, tagsOf} from './tag-tree.js'

/** Tables of rows of cells, each row as wide as the others, with header cells that say what they head. */
export function mendTables(pdf: Pdf, top: Tag): void {
  for (const table of tagsOf(top)) {
    if (table.type !== 'Table') continue
    adopt(
      table,
      withoutWrappers(table.kids).map((kid) => within(pdf, table, kid, tableParts, 'TR'))
    )
    const rows = rowsOf(table)
    for (const row of rows)
      adopt(
        row,
        withoutWrappers(row.kids).map((kid) => within(pdf, row, kid, cellTypes, 'TD'))
      )
    for (const row of rows) for (const cell of row.kids.filter(isTag)) mendCell(pdf, cell)
    square(pdf, rows)
  }
}

const cellTypes: ReadonlySet<string> = new Set(['TH', 'TD'])
const groupTypes: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot'])
const tableParts: ReadonlySet<string> = new Set(['TR', 'Caption', ...groupTypes])

function withoutWrappers(kids: readonly Kid[]): Kid[] {
  return kids.flatMap((kid) =>
    isTag(kid) && kid.type === 'NonStruct' && kid.kids.every(isTag) ? withoutWrappers(kid.kids) : [kid]
  )
}

/** A kid that may stand in a parent, or the cell or row that holds it there. */
function within(pdf: Pdf, parent: Tag, kid: Kid, types: ReadonlySet<string>, type: 'TR' | 'TD'): Tag {
  return isTag(kid) && types.has(kid.type) ? kid : newTag(pdf, type, parent, [kid])
}

function rowsOf(tag: Tag): Tag[] {
  return tag.kids
    .filter(isTag)
    .flatMap((kid) => (kid.type === 'TR' ? [kid] : groupTypes.has(kid.type) ? rowsOf(kid) : []))
}

function mendCell(pdf: Pdf, cell: Tag): void {
  const scope = attribute(pdf, cell, 'Scope')?.get('Scope')
  // Chromium leaves empty cells out, unless they head a row: the page says they do.
  if (cell.type === 'TH' && cell.kids.length === 0 && scope !== 'Column') {
    cell.type = 'TD'
    cell.dict.delete('ID')
    attribute(pdf, cell, 'Scope')?.delete('Scope')
  } else if (cell.type === 'TH' && !scope) addAttribute(pdf, cell, 'Scope', 'Column')
}

/** Cuts spans that leave the table or overlap, and fills up rows that are too short. */
function square(pdf: Pdf, rows: readonly Tag[]): void {
  // For each column, the first row that is free again.
  const free: number[] = []
  const ends = rows.map((row, index) => {
    let column = 0
    const isTaken = (at: number) => (free[at] ?? 0) > index
    for (const cell of row.kids.filter(isTag)) {
      while (isTaken(column)) column++
      const down = Math.min(spanOf(pdf, cell, 'RowSpan'), rows.length - index)
      let across = 1
      const most = spanOf(pdf, cell, 'ColSpan')
      while (across < most && !isTaken(column + across)) across++
      setSpan(pdf, cell, 'RowSpan', down)
      setSpan(pdf, cell, 'ColSpan', across)
      for (let count = 0; count < across; count++) free[column++] = index + down
    }
    while (isTaken(column)) column++
    return column
  })
  for (const [index, row] of rows.entries()) {
    const missing = free.length - (ends[index] ?? 0)
    if (missing === 0) continue
    const cell = newTag(pdf, 'TD', row, [])
    setSpan(pdf, cell, 'ColSpan', missing)
    row.kids.push(cell)
  }
}

/** No row of a table has more columns than a browser lets it have. */
const mostColumns = 1000

type Span = 'RowSpan' | 'ColSpan'

function spanOf(pdf: Pdf, cell: Tag, name: Span): number {
  const given = attribute(pdf, cell, name)?.get(name)
  const span = typeof given === 'number' ? given : 1
  return Math.max(1, name === 'ColSpan' ? Math.min(span, mostColumns) : span)
}

function setSpan(pdf: Pdf, cell: Tag, name: Span, span: number): void {
  const owned = attribute(pdf, cell, name)
  if (owned) owned.set(name, span)
  else if (span !== 1) addAttribute(pdf, cell, name, span)
}

function attribute(pdf: Pdf, cell: Tag, name: string): Dict | undefined {
  for (const item of items(pdf, cell.dict.get('A'))) {
    const owned = dictionary(pdf, item)
    if (owned?.get('O') === 'Table' && owned.has(name)) return owned
  }
  return undefined
}

function addAttribute(pdf: Pdf, cell: Tag, name: string, value: Value): void {
  const owned: Dict = new Map([
    ['O', 'Table'],
    [name, value]
  ])
  cell.dict.set('A', [...items(pdf, cell.dict.get('A')), owned])
}
