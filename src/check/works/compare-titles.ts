import {wordsOf} from './tokens.js'

/** How a title that an author gives stands to the record’s: undefined where it may not be meant as that title. */
export type Likeness = 'same' | 'cut' | 'altered'

export interface Comparison {
  readonly likeness: Likeness
  /** The part of the given words that is found in the title, in its order: 1 for all. */
  readonly share: number
  /** Whether the given words begin or end as the title does. */
  readonly hasEdge: boolean
}

/** Compares the words of a title as given with those of the record’s. */
export function compareTitles(given: string, title: string): Comparison | undefined {
  const ours = wordsOf(title).map(respelt)
  const parts = given.split(/\s*(?:…|\.\.\.|\[\.\.\.\])\s*/).map((part) => wordsOf(part).map(respelt))
  const theirs = parts.flat()
  if (theirs.length === 0 || ours.length === 0 || theirs.length > longest || ours.length > longest)
    return undefined
  if (theirs.join('') === ours.join('')) return {likeness: 'same', share: 1, hasEdge: true}

  const hasEdge = theirs[0] === ours[0] || theirs.at(-1) === ours.at(-1)
  if (isCut(parts, ours)) return {likeness: 'cut', share: 1, hasEdge}
  return {likeness: 'altered', share: commonWords(theirs, ours) / theirs.length, hasEdge}
}

/** How many words of one list stand in the other in the same order. */
export function commonWords(a: readonly string[], b: readonly string[]): number {
  let row: number[] = Array(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** No title is longer; what is takes too long to compare. */
const longest = 80

/** Whether each part stands whole in the title, one after the other. */
function isCut(parts: readonly (readonly string[])[], title: readonly string[]): boolean {
  let rest = ` ${title.join(' ')} `
  for (const part of parts) {
    if (part.length === 0) continue
    const at = rest.indexOf(` ${part.join(' ')} `)
    if (at < 0) return false
    rest = ` ${rest.slice(at + part.join(' ').length + 2)}`
  }
  return true
}

/** British and American spelling are one: `randomised` and `randomized`, `tumour` and `tumor`. */
function respelt(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1')
    .replace(/our/g, 'or')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/ae|oe/g, 'e')
}
