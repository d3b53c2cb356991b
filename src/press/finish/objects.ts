import type {Pdf} from '../pdf/pdf.js'
import {type Dict, Stream, type Value} from '../pdf/values.js'

/** A dictionary, that of a stream too, or a reference to it; undefined for anything else. */
export function dictionary(pdf: Pdf, value: Value | undefined): Dict | undefined {
  const object = pdf.resolve(value)
  if (object instanceof Map) return object
  return object instanceof Stream ? object.dict : undefined
}

/** The items of an array, or the one item that stands for an array of one. */
export function items(pdf: Pdf, value: Value | undefined): readonly Value[] {
  const object = pdf.resolve(value)
  if (Array.isArray(object)) return object
  return value === undefined ? [] : [value]
}
