import {allWords} from './index.js'
import type {Words} from './words.js'

/** A text’s sentences, each with the white space that follows it: joined, they are the text. */
export function* sentences(text: string, words: Words): Generator<string> {
  const segmenter = segmenterOf(words.language)
  let start = 0
  for (let from = 0; from < text.length; from += window) {
    for (const {segment, index} of segmenter.segment(text.slice(from, from + window))) {
      const at = from + index
      const ending = text.slice(Math.max(start, at - longestWord), at)
      if (at === 0 || goesOn(text.slice(start, Math.min(start + 12, at)), ending, segment)) continue
      yield text.slice(start, at)
      start = at
    }
  }
  if (start < text.length) yield text.slice(start)
}

const segmenters = new Map<string, Intl.Segmenter>()

/** What parts a language’s sentences, made once. */
function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, {granularity: 'sentence'})
  segmenters.set(language, segmenter)
  return segmenter
}

/** The segmenter’s time grows with the square of what it is given. */
const window = 4000
/** How much of a sentence’s end tells whether it is one. */
const longestWord = 40
const abbreviations = new Set(allWords.flatMap((words) => words.abbreviations))

/**
 * Whether a sentence that so begins and ends goes on: its full stop was that of an abbreviation, an initial or a
 * number that counts, or the next word begins in lower case.
 */
function goesOn(beginning: string, ending: string, after: string): boolean {
  const end = ending.trimEnd()
  // A line’s end is none of a sentence’s.
  if (!/[.!?…:。！？．؟۔।॥]["”’»)\]」』）›]*$/.test(end)) return true
  const last =
    end
      .split(/[\s([]/)
      .at(-1)
      ?.toLowerCase() ?? ''
  const isNumber = beginning.length < 12 && /^(?:[\d.]+|[ivxlc]+)[.)]?$/.test(beginning.trim().toLowerCase())
  return isNumber || abbreviations.has(last) || /^[a-z]\.$/.test(last) || /^\p{Ll}/u.test(after)
}
