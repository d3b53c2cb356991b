import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {plain} from './sentences.js'

const number = '[-−–+]?\\d[\\d,.\\u00A0\\u202F]*(?: \\d{3})*\\s?%?'
const numeric = new RegExp(
  `^(?:[<>≤≥≈~=]\\s?)?${number}(?:\\s?(?:±|–|—|-|to|à|/)\\s?${number})?(?:\\s?[(\\[]${number}(?:\\s?(?:–|—|-|to|à|,|;)\\s?${number})?[)\\]])?$`
)
const absent = /^(?:[-–—−]?|n\/?a|n\.a\.|nr|nd|not reported|non renseigné)$/i
const longest = 40

/** Whether a column holds numbers and nothing else: percentages, ranges, intervals; some cells may hold none. */
export function isNumericColumn(cells: readonly string[]): boolean {
  const held = cells.map((cell) => cell.trim()).filter((cell) => !absent.test(cell))
  return held.length > 0 && held.every((cell) => cell.length <= longest && numeric.test(cell))
}

/**
 * Sets the columns of numbers as figures, with their decimal points below one another, in every table whose author
 * aligned no column. The first column names the rows and stays where it is.
 */
export function alignNumbers(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName === 'table') alignTable(table)
  })
}

function alignTable(table: Element): void {
  const head = rowsOf(table, 'thead')
  const body = rowsOf(table, 'tbody')
  const cells = [...head, ...body].flat()
  if (cells.some(({properties}) => properties.align || properties.colSpan || properties.rowSpan)) return
  const columns = body.reduce((most, row) => Math.max(most, row.length), 0)
  for (let index = 1; index < columns; index++) {
    const column = body.flatMap((row) => row[index] ?? [])
    const texts = column.map((cell) => plain(cell))
    if (!isNumericColumn(texts)) continue
    for (const cell of [...head.flatMap((row) => row[index] ?? []), ...column])
      cell.properties.className = ['figure']
    alignPoints(column, texts)
  }
}

/** A number with fewer decimals than the column’s most is kept from the edge by as many digits. */
function alignPoints(cells: readonly Element[], texts: readonly string[]): void {
  const held = texts.filter((text) => !absent.test(text))
  const isPercent = held[0]?.endsWith('%')
  if (
    !held.every(
      (text) => /^[<>≤≥≈~]?\s?[-−–+]?\d[\d,.\u00A0\u202F ]*%?$/.test(text) && text.endsWith('%') === isPercent
    )
  )
    return
  const decimals = texts.map(decimalsOf)
  const most = decimals.reduce((highest, each) => Math.max(highest, each), 0)
  for (const [index, cell] of cells.entries()) {
    const own = decimals[index] ?? 0
    if (own === most || absent.test(texts[index] ?? '')) continue
    cell.properties.style = `--missing-decimals:${most - own};--missing-point:${own === 0 ? 1 : 0}`
  }
}

/** `1,234` has none, `0,82` two. */
function decimalsOf(text: string): number {
  const [, dot, comma = ''] = /(?:\.(\d+)|,(\d+))%?$/.exec(text) ?? []
  return dot?.length ?? (comma.length === 3 && !/^[-−–+]?0,/.test(text) ? 0 : comma.length)
}

function rowsOf(table: Element, part: 'thead' | 'tbody'): Element[][] {
  return table.children
    .filter((node): node is Element => isNamed(node, [part]))
    .flatMap((node) => node.children.filter((row): row is Element => isNamed(row, ['tr'])))
    .map((row) => row.children.filter((cell): cell is Element => isNamed(cell, ['td', 'th'])))
}

function isNamed(node: ElementContent, names: readonly string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName)
}
