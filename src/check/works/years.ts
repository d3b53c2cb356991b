import type {ReferenceItem} from '../../model/reference.js'

/** A year in a text, and where it stands. */
export interface Year {
  readonly year: number
  readonly from: number
  readonly to: number
}

/** The years of this and the last century in a text; not those of a range of pages, an address or an identifier. */
export function yearsIn(text: string): Year[] {
  return [...text.matchAll(year)].map((match) => ({
    year: Number(match[0]),
    from: match.index,
    to: match.index + match[0].length
  }))
}

const year = /(?<![\p{L}\p{N}/:.@_–-])(?:19|20)\d{2}(?![\p{L}\p{N}/_]|[–-]\p{N}|\.\p{N})/gu

/** All years in which a record says that its work appeared. */
export function yearsOf(item: ReferenceItem): number[] {
  return [item.issued, item['available-date']].flatMap((date) => date?.['date-parts'][0]?.[0] ?? [])
}
