import type {Landing, Spot} from '../model/page.js'
import {Pdf} from './pdf/pdf.js'
import {nameText, Ref} from './pdf/values.js'

/** What `print.css` leaves above and below the text: 24 mm and 22 mm, in points. */
const margins = ((24 + 22) / 25.4) * 72

/**
 * Where each id of a printed page landed: Chromium names a destination after every id that the page links to. It
 * counts from the top of the page’s text, and writes that as if the page had no margin.
 */
export function landingOf(bytes: Uint8Array): Landing {
  const pdf = new Pdf(bytes)
  const pages = pdf.pages()
  const sheets = new Map(pages.map(({ref, height}, index) => [ref, {page: index + 1, height}]))
  const named = pdf.resolve(pdf.catalog.get('Dests'))
  const spots = new Map<string, Spot>()
  const landing = {spots, pages: pages.length, heights: pages.map(({height}) => height - margins)}
  if (!(named instanceof Map)) return landing
  for (const [name, value] of named) {
    const destination = pdf.resolve(value)
    if (!Array.isArray(destination)) continue
    const [page, , , y] = destination
    const sheet = page instanceof Ref ? sheets.get(page) : undefined
    if (sheet && typeof y === 'number') spots.set(nameText(name), {page: sheet.page, top: sheet.height - y})
  }
  return landing
}
