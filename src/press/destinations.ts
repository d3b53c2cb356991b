import {PDF, PdfArray, PdfDict, PdfRef} from '@libpdf/core'

/**
 * The page, from 1, on which each id of a printed page landed: Chromium names a destination after every id that
 * the page links to.
 */
export async function pagesOfIds(bytes: Uint8Array): Promise<Map<string, number>> {
  const pdf = await PDF.load(bytes)
  const numbers = new Map(pdf.getPages().map(({ref}, index) => [ref.objectNumber, index + 1]))
  const entry = pdf.context.catalog.getDict().get('Dests')
  const named = entry instanceof PdfRef ? pdf.context.resolve(entry) : entry
  const found = new Map<string, number>()
  if (!(named instanceof PdfDict)) return found
  for (const [name, destination] of named) {
    const page = destination instanceof PdfArray ? destination.at(0) : undefined
    const number = page instanceof PdfRef ? numbers.get(page.objectNumber) : undefined
    if (number !== undefined) found.set(name.value, number)
  }
  return found
}
