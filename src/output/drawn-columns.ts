import type {Paragraph} from './shape.js'

/**
 * The columns that text runs through, each of which is a box of its own: programs part text over columns each in its
 * own way. A column begins where a paragraph stands above the one before it; its numbers go on.
 */
export function columnsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const columns: Paragraph[][] = []
  let last: Paragraph | undefined
  for (const paragraph of paragraphs) {
    if (last && paragraph.top >= last.top - 1) columns.at(-1)?.push(paragraph)
    else columns.push([paragraph])
    last = paragraph
  }
  return columns.map((column, index) => (index === 0 ? column : numberedOn(column)))
}

/** A list that began in the column before counts from the first number that stands here. */
function numberedOn(column: readonly Paragraph[]): Paragraph[] {
  const starts = new Map<string, number>()
  return column.map((paragraph) => {
    const {mark, level} = paragraph
    if (mark?.kind !== 'number') return paragraph
    const list = `${level} ${mark.style} ${mark.start}`
    const start = (mark.number === mark.start ? undefined : starts.get(list)) ?? mark.number
    starts.set(list, start)
    return {...paragraph, mark: {...mark, start}}
  })
}
