import {PDF, PdfArray, PdfDict, PdfNumber, PdfRef} from '@libpdf/core'
import type {Landing, Spot} from '../model/page.js'

/** What `print.css` leaves above and below the text: 24 mm and 22 mm, in points. */
const margins = ((24 + 22) / 25.4) * 72

/**
 * Where each id of a printed page landed: Chromium names a destination after every id that the page links to. It
 * counts from the top of the page’s text, and writes that as if the page had no margin.
 */
export async function landingOf(bytes: Uint8Array): Promise<Landing> {
  const pdf = await PDF.load(bytes)
  const pages = pdf.getPages()
  const sheets = new Map(pages.map(({ref, height}, index) => [ref.objectNumber, {page: index + 1, height}]))
  const entry = pdf.context.catalog.getDict().get('Dests')
  const named = entry instanceof PdfRef ? pdf.context.resolve(entry) : entry
  const spots = new Map<string, Spot>()
  const landing = {spots, pages: pages.length, heights: pages.map(({height}) => height - margins)}
  if (!(named instanceof PdfDict)) return landing
  for (const [name, value] of named) {
    const destination = value instanceof PdfRef ? pdf.context.resolve(value) : value
    if (!(destination instanceof PdfArray)) continue
    const page = destination.at(0)
    const y = destination.at(3)
    const sheet = page instanceof PdfRef ? sheets.get(page.objectNumber) : undefined
    if (sheet && y instanceof PdfNumber)
      spots.set(name.value, {page: sheet.page, top: sheet.height - y.value})
  }
  return landing
}
