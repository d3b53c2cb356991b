import {PDF, PdfDict, PdfRef} from '@libpdf/core'
import {getDocument, OPS, Util} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {TextItem} from 'pdfjs-dist/types/src/display/api.js'

/** A PDF as a reader has it. */
export interface OpenPdf {
  readonly pages: readonly OpenPage[]
  /** Bookmarks, indented by level. */
  readonly outline: readonly string[]
  /** The page, from 1, that each bookmark leads to. */
  readonly bookmarked: ReadonlyMap<string, number>
  /** How often each structure tag occurs. */
  readonly tags: ReadonlyMap<string, number>
  readonly fonts: readonly {readonly name: string; readonly type: string; readonly embedded: boolean}[]
  readonly info: Readonly<Record<string, unknown>>
  readonly links: readonly string[]
}

export interface OpenPage {
  readonly width: number
  readonly height: number
  readonly text: string
  /** Each run of text and its box, in points from the lower left. */
  readonly runs: readonly {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly width: number
  }[]
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false}).promise
  const pages: OpenPage[] = []
  const tags = new Map<string, number>()
  const links: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const {width, height} = page.getViewport({scale: 1})
    const items = (await page.getTextContent()).items.filter((item): item is TextItem => 'str' in item)
    const text = items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('')
    const runs = items.map((item) => ({
      text: item.str,
      x: item.transform[4],
      y: item.transform[5],
      width: item.width
    }))
    pages.push({width, height, text, runs})
    count((await page.getStructTree()) as Node | null, tags)
    for (const link of await page.getAnnotations()) if (link.url) links.push(link.url)
  }
  const {info} = await pdf.getMetadata()
  const bookmarks = (await pdf.getOutline()) ?? []
  const outline = flatten(bookmarks, 0)
  const bookmarked = new Map<string, number>()
  for (const {title, dest} of every(bookmarks)) {
    const [page] = typeof dest === 'string' ? ((await pdf.getDestination(dest)) ?? []) : (dest ?? [])
    if (page) bookmarked.set(title, (await pdf.getPageIndex(page)) + 1)
  }
  await pdf.destroy()
  return {
    pages,
    outline,
    bookmarked,
    tags,
    fonts: await fontsOf(bytes),
    info: info as Record<string, unknown>,
    links
  }
}

/** Text with white space folded, and joined again where a line broke inside a word. */
export function folded(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('\u00AD', '')
}

interface Node {
  readonly role?: string
  readonly children?: readonly Node[]
}

function count(node: Node | null | undefined, tags: Map<string, number>): void {
  if (node?.role) tags.set(node.role, (tags.get(node.role) ?? 0) + 1)
  for (const child of node?.children ?? []) count(child, tags)
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
  readonly dest: string | readonly unknown[] | null
}

function every(bookmarks: readonly Bookmark[]): Bookmark[] {
  return bookmarks.flatMap((bookmark) => [bookmark, ...every(bookmark.items)])
}

function flatten(bookmarks: readonly Bookmark[], depth: number): string[] {
  return bookmarks.flatMap(({title, items}) => [`${' '.repeat(depth)}${title}`, ...flatten(items, depth + 1)])
}

async function fontsOf(bytes: Uint8Array): Promise<OpenPdf['fonts']> {
  const pdf = await PDF.load(bytes)
  const resolve = (value: unknown) => (value instanceof PdfRef ? pdf.context.resolve(value) : value)
  const fonts: {name: string; type: string; embedded: boolean}[] = []
  for (let number = 1; number < 100_000; number++) {
    const object = pdf.getObject(PdfRef.of(number, 0))
    if (object === null && number > bytes.length / 20) break
    if (!(object instanceof PdfDict) || object.getName('Type')?.value !== 'Font') continue
    const descriptor = resolve(object.get('FontDescriptor'))
    const type = object.getName('Subtype')?.value ?? ''
    if (type === 'Type0') continue
    const embedded =
      descriptor instanceof PdfDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))
    fonts.push({name: object.getName('BaseFont')?.value ?? '', type, embedded})
  }
  return fonts
}

/** Where pictures are painted, in points from the lower left of their pages, which count from 1. */
export async function picturesOf(
  bytes: Uint8Array
): Promise<{page: number; left: number; right: number; bottom: number; top: number}[]> {
  const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise
  const pictures: {page: number; left: number; right: number; bottom: number; top: number}[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const {fnArray, argsArray} = await (await pdf.getPage(number)).getOperatorList()
    let matrix = [1, 0, 0, 1, 0, 0]
    const kept: number[][] = []
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.save) kept.push(matrix)
      else if (operator === OPS.restore) matrix = kept.pop() ?? matrix
      else if (operator === OPS.transform) matrix = Util.transform(matrix, argsArray[index])
      else if (operator === OPS.paintImageXObject) {
        const [a = 0, , , d = 0, e = 0, f = 0] = matrix
        const [left, right] = [Math.min(e, e + a), Math.max(e, e + a)]
        pictures.push({page: number, left, right, bottom: Math.min(f, f + d), top: Math.max(f, f + d)})
      }
    }
  }
  await pdf.destroy()
  return pictures
}
