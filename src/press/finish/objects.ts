import {type PDF, PdfArray, PdfDict, type PdfObject, PdfRef} from '@libpdf/core'

/** An object itself, where a reference to it may stand. */
export function resolved(pdf: PDF, value: PdfObject | undefined): PdfObject | undefined {
  return value instanceof PdfRef ? (pdf.context.resolve(value) ?? undefined) : value
}

/** A dictionary (a stream is one), or a reference to it; undefined for anything else. */
export function dictionary(pdf: PDF, value: PdfObject | undefined): PdfDict | undefined {
  const object = resolved(pdf, value)
  return object instanceof PdfDict ? object : undefined
}

/** The items of an array, or the one item that stands for an array of one. */
export function items(pdf: PDF, value: PdfObject | undefined): PdfObject[] {
  const object = resolved(pdf, value)
  if (object instanceof PdfArray) return object.toArray()
  return value === undefined ? [] : [value]
}
