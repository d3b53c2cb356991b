import {PDF, PdfRef} from '@libpdf/core'

/**
 * A PDF, opened. The library knows an object by the one `PdfRef` that stands for it, but keeps only the last 20,000
 * of them: in a longer file an object that was changed would be read, and written, a second time as it was.
 */
export function load(bytes: Uint8Array): Promise<PDF> {
  const refs = PdfRef as unknown as {cache: Pick<Map<string, PdfRef>, 'get' | 'set' | 'clear' | 'size'>}
  // As many as the longest file has objects: a number is the same ref in all of them.
  if (!(refs.cache instanceof Map)) refs.cache = new Map()
  return PDF.load(bytes)
}
