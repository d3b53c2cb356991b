/// <reference lib="dom" />
import type {PDFPageProxy} from 'pdfjs-dist'
import {made} from './pane.js'

export type {PDFDocumentProxy} from 'pdfjs-dist'

let library: Promise<typeof import('pdfjs-dist')> | undefined

/** What reads and draws PDFs, loaded when it is first asked for. */
export function pdfjs(): Promise<typeof import('pdfjs-dist')> {
  library ??= import('pdfjs-dist').then((loaded) => {
    loaded.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.js', location.href).href
    return loaded
  })
  return library
}

/** How high a page is for its width. */
export function ratioOf(page: PDFPageProxy): number {
  const {width, height} = page.getViewport({scale: 1})
  return height / width
}

/** A picture of a page, as fine as the screen. */
export async function drawn(page: PDFPageProxy, width: number): Promise<HTMLCanvasElement> {
  const scale = (width / page.getViewport({scale: 1}).width) * devicePixelRatio
  const viewport = page.getViewport({scale})
  const canvas = made('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({canvas, viewport}).promise
  return canvas
}
