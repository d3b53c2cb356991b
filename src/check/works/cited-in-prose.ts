import type {Passage} from '../../model/passage.js'
import type {Reference} from '../../model/reference.js'
import {tokensOf, wordsOf} from './tokens.js'

/** Whether the prose points at a listed work without a link or key: by its number, its author or its title. */
export type CitedInProse = (work: Reference, number: number) => boolean

/** Reads the text outside the reference list once. */
export function citedInProse(passages: readonly Passage[]): CitedInProse {
  const prose = passages.filter(({inReferences}) => !inReferences).map(({text}) => text)
  const numbers = new Set(prose.flatMap(numbersIn))
  const words = prose.map(
    (text) =>
      ` ${tokensOf(text)
        .map(({word}) => word)
        .join(' ')} `
  )
  const authors = new Set(words.flatMap((text) => [...text.matchAll(author)].map(([, name]) => name)))
  return ({item}, number) => {
    if (numbers.has(number)) return true
    const [first] = item.author ?? []
    if (wordsOf(first?.family ?? first?.literal ?? '').some((name) => authors.has(name))) return true
    const [main = ''] = (item.title ?? '').split(/[:?]\s/)
    const title = wordsOf(main)
    return title.length >= 4 && words.some((text) => text.includes(` ${title.join(' ')} `))
  }
}

/** `miller 2022`, `miller et al`, `miller and colleagues`, `miller et collaborateurs`, `miller and shaw 2022` */
const author =
  / (\p{L}+)(?= (?:(?:19|20)\d{2}[a-z]?|et (?:al|coll\p{L}*|ses coll\p{L}*)|and (?:col\p{L}+|cowork\p{L}+|others)|(?:and|et) \p{L}+ (?:19|20)\d{2}[a-z]?) )/gu

/** The numbers of marks such as `[3]`, `(1,4)` and `[2–5]`. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/[[(](\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})[\])]/g)].flatMap(([, mark = '']) =>
    mark.split(/\s?[,;]\s?/).flatMap((each) => {
      const [from = 0, to = from] = each.split(/\s?[–-]\s?/).map(Number)
      return Array.from({length: Math.min(Math.max(to - from, 0), 200) + 1}, (_, index) => from + index)
    })
  )
}
