import type {ReferenceItem} from '../../model/reference.js'
import {wordsOf} from './tokens.js'

/**
 * Whether a name is that of a work’s journal: in full, shortened as in “Front Cell Dev Biol”, or by its initials as in
 * “NEJM”; or of its publisher, which some give instead.
 */
export function isItsJournal(name: string, item: ReferenceItem): boolean {
  const journals = [item['container-title'], item['container-title-short']].filter(
    (each) => each !== undefined
  )
  return journals.some((journal) => isSameJournal(name, journal)) || isPublisher(name, item.publisher)
}

/** Whether two names are of one journal. */
export function isSameJournal(one: string, other: string): boolean {
  const [a, b] = [namesOf(one), namesOf(other)]
  return a.some((left) => b.some((right) => isSame(left, right)))
}

/** The words of a name, and of what stands before its subtitle or place: “Cell Journal (Yakhteh)”. */
function namesOf(name: string): string[][] {
  const [short = ''] = name.split(/\s*[:(=/]/)
  return [...new Set([name, short])]
    .map((each) => wordsOf(each).filter((word) => !small.has(word)))
    .filter((words) => words.length > 0)
}

const small = new Set([
  ...['the', 'a', 'an', 'of', 'and', 'in', 'for', 'on', 'to'],
  ...['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'en', 'der', 'die', 'das', 'und', 'fur']
])

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('')) return true
  return (
    isShortened(a, b) ||
    isShortened(b, a) ||
    isInitials(a, b) ||
    isInitials(b, a) ||
    // “New England Journal”
    (a.length >= 3 && a.every((word, index) => word === b[index]))
  )
}

/** One word alone is never shortened: Cell is not Cells. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  return (
    long.length > 1 &&
    short.length === long.length &&
    short.every((word, index) => isAbbreviation(word, long[index] ?? ''))
  )
}

/** `neurosurg` of `neurosurgery`, `natl` of `national`. */
function isAbbreviation(short: string, long: string): boolean {
  if (long.startsWith(short)) return true
  if (short.length < 3 || short[0] !== long[0]) return false
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** `nejm`; of a long name the last words may be left out, as in `pnas`. */
function isInitials(short: readonly string[], long: readonly string[]): boolean {
  const [word = ''] = short
  if (short.length > 1 || word.length < 3 || long.length < word.length) return false
  return long
    .map((each) => each[0])
    .join('')
    .startsWith(word)
}

function isPublisher(name: string, publisher = ''): boolean {
  const [words, own] = [wordsOf(name), wordsOf(publisher)]
  return words.length > 0 && words.every((word, index) => word === own[index])
}
