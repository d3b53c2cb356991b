import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'

/** A line of a journal’s first page: what it is about, and what is said; short forms with what they stand for. */
export interface ColophonEntry {
  readonly name: string
  readonly text: string
  readonly pairs: readonly {readonly short: string; readonly long: string}[]
}

/** What the front matter gives of a journal’s first page, in the order one is used to; undefined where nothing is. */
export function colophonOf({colophon}: Document, words: Words): ColophonEntry[] | undefined {
  const {howToCite, searchDate, funding, competingInterests, licence, abbreviations} = colophon
  const entries = [
    [words.howToCite, howToCite],
    [words.searchDate, searchDate && words.date(searchDate)],
    [words.funding, funding],
    [words.competingInterests, competingInterests],
    [words.licence, licence]
  ] as const
  const given = entries.flatMap(([name, text]) => (text ? [{name, text, pairs: []}] : []))
  const pairs = abbreviations.map(([short, long]) => ({short, long}))
  const all = [...given, ...(pairs.length > 0 ? [{name: words.shortForms, text: '', pairs}] : [])]
  return all.length > 0 ? all : undefined
}
