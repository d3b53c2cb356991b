import type {PDFDocumentProxy} from 'pdfjs-dist'
import {bare} from './find-text.js'

/** Where a text begins in a PDF: its page, and how far down and how high it is, in parts of the page. */
export interface TextPlace {
  readonly page: number
  readonly top: number
  readonly height: number
}

/** Looks for a text, and where a page ends within it for its beginning. */
export async function textPlace(pdf: PDFDocumentProxy, text: string): Promise<TextPlace | undefined> {
  const wanted = bare(text)
  for (const start of [wanted.slice(0, 48), wanted.slice(0, 24)]) {
    if (start.length < 4) continue
    for (let page = 1; page <= pdf.numPages; page++) {
      const place = await placeOn(pdf, page, start)
      if (place) return place
    }
  }
  return undefined
}

async function placeOn(pdf: PDFDocumentProxy, page: number, start: string): Promise<TextPlace | undefined> {
  const own = await pdf.getPage(page)
  const {items} = await own.getTextContent()
  const pieces = items.flatMap((item) => ('str' in item ? [{...item, bare: bare(item.str)}] : []))
  let at = pieces
    .map((piece) => piece.bare)
    .join('')
    .indexOf(start)
  if (at < 0) return undefined
  const piece = pieces.find(({bare: {length}}) => {
    at -= length
    return at < 0
  })
  if (!piece) return undefined
  const {height} = own.getViewport({scale: 1})
  const size = Math.max(piece.height, 8)
  return {page, top: (height - (piece.transform[5] as number) - size) / height, height: (1.4 * size) / height}
}
