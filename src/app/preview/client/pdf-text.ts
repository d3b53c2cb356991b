import {bare} from './find-text.js'
import type {PDFDocumentProxy} from './pdf-js.js'

/** Where a text begins in a PDF: its page, and how far down and how high it is, in parts of the page. */
export interface TextPlace {
  readonly page: number
  readonly top: number
  readonly height: number
}

/** A piece of a page’s text, which begins at a character of what all of them say. */
export interface Piece extends TextPlace {
  readonly bare: string
  readonly at: number
}

/** Looks for a text, and where a page ends within it for its beginning. */
export async function textPlace(pdf: PDFDocumentProxy, text: string): Promise<TextPlace | undefined> {
  const wanted = bare(text)
  for (const start of [wanted.slice(0, 48), wanted.slice(0, 24)]) {
    if (start.length < 4) continue
    for (let page = 1; page <= pdf.numPages; page++) {
      const place = placeOn(await piecesOf(pdf, page), start)
      if (place) return place
    }
  }
  return undefined
}

/** Where a text begins on a page. */
export function placeOn(pieces: readonly Piece[], start: string): Piece | undefined {
  const at = textOf(pieces).indexOf(start)
  return at < 0 ? undefined : pieces.findLast((piece) => piece.at <= at && piece.bare !== '')
}

/** All that the pieces of a page say. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.bare).join('')
}

export async function piecesOf(pdf: PDFDocumentProxy, page: number): Promise<Piece[]> {
  const own = await pdf.getPage(page)
  const {items} = await own.getTextContent()
  const {height: whole} = own.getViewport({scale: 1})
  let at = 0
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const size = Math.max(item.height, 8)
    const top = (whole - (item.transform[5] as number) - size) / whole
    const piece = {page, top, height: (1.4 * size) / whole, bare: bare(item.str), at}
    at += piece.bare.length
    return [piece]
  })
}
