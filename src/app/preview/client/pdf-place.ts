/// <reference lib="dom" />
import type {PDFDocumentProxy} from './pdf-js.js'
import {type Piece, piecesOf, placeOn, textOf} from './pdf-text.js'

/** A place on paper: a sheet by its number from 0, and how far down it is, in parts of the sheet. */
export interface SheetPlace {
  readonly sheet: number
  readonly part: number
}

/** How much of a text names it, how many lines are looked for, how many pages away, and by how many more another is nearly as near. */
const enough = 60
const mostLines = 12
const farthest = 8
const nearly = 3

/** Where the upper edge of a window on sheets is. */
export function placeAt(top: number, sheets: readonly HTMLElement[]): SheetPlace {
  const sheet = Math.max(
    0,
    sheets.findLastIndex(({offsetTop}) => offsetTop <= top)
  )
  const {offsetTop = 0, offsetHeight = 0} = sheets[sheet] ?? {}
  return {sheet, part: offsetHeight > 0 ? (top - offsetTop) / offsetHeight : 0}
}

/**
 * Remembers what of some sheets is at the upper edge of their list, and scrolls there once they have changed. What is
 * there may be told as a place before and after. Who is at the very beginning stays there.
 */
export function holdPlace(
  list: HTMLElement,
  sheets: () => readonly HTMLElement[],
  same?: readonly [SheetPlace, SheetPlace]
): () => void {
  const top = list.scrollTop
  const place = placeAt(top, sheets())
  const [before, after] = same ?? [place, place]
  const above = top - topOf(before, sheets())
  return () => {
    if (top > 0) list.scrollTop = topOf(after, sheets()) + above
  }
}

/** How far down a place is; the end where there are no longer so many sheets. */
function topOf({sheet, part}: SheetPlace, sheets: readonly HTMLElement[]): number {
  const {offsetTop = 0, offsetHeight = 0} = sheets[Math.min(sheet, sheets.length - 1)] ?? {}
  return offsetTop + (sheet < sheets.length ? part : 1) * offsetHeight
}

/**
 * Where the first text from a place on is in a PDF, and where in a later version of it; undefined where it is in neither
 * or more than once.
 */
export async function sameText(
  before: PDFDocumentProxy,
  after: PDFDocumentProxy,
  from: SheetPlace
): Promise<readonly [SheetPlace, SheetPlace] | undefined> {
  const known = new Map<number, readonly Piece[]>()
  for (const page of [from.sheet + 1, from.sheet + 2].filter((each) => each <= before.numPages)) {
    const pieces = await piecesOf(before, page)
    const text = textOf(pieces)
    const isSeen = ({top, bare}: Piece) => bare !== '' && (page > from.sheet + 1 || from.part <= top)
    const lines = pieces.filter(isSeen).toSorted((a, b) => a.top - b.top)
    for (const line of lines.slice(0, mostLines)) {
      const start = text.slice(line.at, line.at + enough)
      if (start.length < enough || !isOnce(start, text)) continue
      const found = await onlyOne(start, page)
      if (found) return [toPlace(line), toPlace(found)]
    }
  }
  return undefined

  /** Where a text is on the pages around one, if no other is nearly as near: what is said again and again tells no place. */
  async function onlyOne(start: string, page: number): Promise<Piece | undefined> {
    let only: Piece | undefined
    let limit = farthest
    for (let step = 0; step <= 2 * limit; step++) {
      const each = page + (step % 2 === 1 ? (step + 1) / 2 : -step / 2)
      if (each < 1 || after.numPages < each) continue
      const pieces = known.get(each) ?? (await piecesOf(after, each))
      known.set(each, pieces)
      const found = placeOn(pieces, start)
      if (!found) continue
      if (only || !isOnce(start, textOf(pieces))) return undefined
      only = found
      limit = Math.min(farthest, Math.ceil(step / 2) + nearly)
    }
    return only
  }
}

function isOnce(part: string, text: string): boolean {
  return text.indexOf(part) === text.lastIndexOf(part)
}

function toPlace({page, top}: Piece): SheetPlace {
  return {sheet: page - 1, part: top}
}
