import {createHash} from 'node:crypto'
import {PDF, PdfDict, type PdfObject, PdfRef, PdfString} from '@libpdf/core'
import type {Description} from '../model/page.js'

/**
 * Chromium’s PDF, finished: described as a library catalogue wants it, dated by the review (or not at all), and
 * the same bytes for the same page. The pages themselves are not touched.
 */
export async function finish(
  bytes: Uint8Array,
  description: Description
): Promise<{bytes: Uint8Array; pages: number}> {
  const pdf = await PDF.load(bytes)
  pdf.setTitle(description.title)
  pdf.setCreator('Lectern')
  pdf.setLanguage(description.language)
  if (description.authors.length > 0) pdf.setAuthor(description.authors.join('; '))
  if (description.subject) pdf.setSubject(description.subject)
  if (description.keywords.length > 0) pdf.setKeywords([...description.keywords])
  if (description.date) {
    const day = new Date(`${description.date}T00:00:00Z`)
    pdf.setCreationDate(day)
    pdf.setModificationDate(day)
  } else forgetDates(pdf)
  mendBookmarks(pdf, description.headings)
  return {bytes: withOwnId(withOwnNames(await pdf.save())), pages: pdf.getPageCount()}
}

/** Chromium dates every PDF with the hour of its printing. */
function forgetDates(pdf: PDF): void {
  const info = dictionary(pdf, pdf.context.info.trailer.get('Info'))
  info?.delete('CreationDate')
  info?.delete('ModDate')
}

/** Chromium’s bookmarks lose the space at which a heading’s line broke: `AmyotrophicLateral Sclerosis`. */
function mendBookmarks(pdf: PDF, headings: readonly string[]): void {
  const rest = [...headings]
  let position = 0
  walk(dictionary(pdf, pdf.context.catalog.getDict().get('Outlines')))

  function walk(parent: PdfDict | undefined): void {
    for (let item = dictionary(pdf, parent?.get('First')); item; item = dictionary(pdf, item.get('Next'))) {
      const title = item.getString('Title')?.asString() ?? ''
      const index = rest.findIndex((heading) => reads(title, heading))
      if (index >= 0) {
        const [heading = title] = rest.splice(0, index + 1).slice(-1)
        if (heading !== title) item.set('Title', PdfString.fromString(heading))
      } else if (/[\u{1D400}-\u{1D7FF}]/u.test(title) && headings[position]) {
        // A formula’s slanted letters are no words: the heading in this place says it.
        item.set('Title', PdfString.fromString(headings[position] ?? title))
        rest.splice(0, rest.indexOf(headings[position] ?? '') + 1)
      }
      position++
      walk(item)
    }
  }
}

/** A heading that moves to the next page to stay with its text is named twice over. */
function reads(title: string, heading: string): boolean {
  return dense(title) === dense(heading) || dense(title) === dense(heading).repeat(2)
}

function dense(text: string): string {
  return text.replace(/\s+/g, '')
}

function dictionary(pdf: PDF, value: PdfObject | undefined): PdfDict | undefined {
  const object = value instanceof PdfRef ? pdf.context.resolve(value) : value
  return object instanceof PdfDict ? object : undefined
}

/**
 * Chromium names structure elements by a counter that all tabs of a process share, so that what else is printed
 * at the time shows in the names. Ours count from one, in the same order.
 */
function withOwnNames(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const all = text.toString('latin1')
  // The numbers’ own order depends on what else ran; that of the structure elements which bear them does not.
  const borne = [...all.matchAll(/\/ID \(node(\d{8})\)/g)].map(([, name = '']) => name)
  const own = new Map([...new Set(borne)].map((name, index) => [name, String(index + 1).padStart(8, '0')]))
  const renamed = all.replace(/\(node(\d{8})\)/g, (_, name) => `(node${own.get(name) ?? name})`)
  // The tree of names is a list of pairs, sorted by name; sorting pairs moves no other byte.
  const sorted = renamed.replace(/(?:\(node\d{8}\) \d+ \d+ R\s?)+/g, (pairs) => {
    const end = /\s$/.test(pairs) ? ' ' : ''
    const each = pairs.match(/\(node\d{8}\) \d+ \d+ R/g) ?? []
    return each.sort().join(' ') + end
  })
  if (sorted.length !== all.length) throw new Error('Unexpected change of length in a PDF’s names')
  text.write(sorted, 0, 'latin1')
  return text
}

/** The library draws a random file identifier; ours is the digest of everything else. */
function withOwnId(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = text.lastIndexOf('/ID [')
  const match =
    at < 0
      ? undefined
      : /^\/ID \[<([0-9A-F]{32})> ?<([0-9A-F]{32})>\]/.exec(text.toString('latin1', at, at + 80))
  if (!match) throw new Error('Unexpected PDF without a file identifier in its trailer')
  const blank = match[0].replace(/[0-9A-F]{32}/g, '0'.repeat(32))
  text.write(blank, at, 'latin1')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase()
  text.write(blank.replaceAll('0'.repeat(32), digest), at, 'latin1')
  return text
}
