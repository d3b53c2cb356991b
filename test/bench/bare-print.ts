import {readFileSync, statSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import type {BrowserFiles} from '../../src/press/embedded-chromium.js'
import type {Step} from './measure.js'

/** The print of a page by the headless browser alone, without anything of ours. */
export function barePrint({executable, environment}: BrowserFiles, html: string, folder: string): Step {
  return {
    file: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdfOf(html)}`,
      pathToFileURL(html).href
    ],
    folder,
    environment
  }
}

/** The PDF that a page is printed to, beside it. */
export function pdfOf(html: string): string {
  return html.replace(/\.html$/, '.pdf')
}

/** Pages and bytes of PDFs as Chromium writes them, together. */
export function madeOf(pdfs: readonly string[]): {pages: number; bytes: number} {
  const pages = pdfs.map((pdf) => {
    const counts = readFileSync(pdf, 'latin1').matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)
    return Math.max(0, ...[...counts].map(([, count]) => Number(count)))
  })
  return {
    pages: pages.reduce((sum, count) => sum + count, 0),
    bytes: pdfs.reduce((sum, pdf) => sum + statSync(pdf).size, 0)
  }
}
