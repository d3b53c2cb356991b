import {type Comparison, commonWords, compareTitles} from './compare-titles.js'
import {bare, type Part} from './part.js'
import {tokensOf, wordsOf} from './tokens.js'

/** A title as an author gives it, and how it stands to the record’s. */
export interface TitleGiven extends Part {
  readonly comparison: Comparison
}

/** The words of a link as a title; undefined where they may be meant as something else. */
export function titleOfWords(part: Part, title: string): TitleGiven | undefined {
  const given = bare(part)
  if (!/^\p{Lu}|^\p{N}/u.test(given.text) || isWholeReference(given.text)) return undefined
  // “Title (PDF)”, “Title | Journal”
  const shorter = [given.text.replace(/\s*\([^()]*\)?$/, ''), given.text.replace(/\s[|–—-]\s.*$/, '')]
  const read = [given.text, ...shorter].flatMap(
    (text) => judged(bare({text, from: given.from}), title, 0.5) ?? []
  )
  return likenesses.flatMap(
    (likeness) => read.find(({comparison}) => comparison.likeness === likeness) ?? []
  )[0]
}

const likenesses = ['same', 'cut', 'altered'] as const

/** The title in an item that gives authors, journal and more: in quotation marks, or the part that is nearest to it. */
export function titleOfItem(text: string, title: string): TitleGiven | undefined {
  const whole = find(text, title)
  if (whole) return {...whole, comparison: {likeness: 'same', share: 1, hasEdge: true}}
  const quoted = /[“"«]([^“”"«»]{10,400})[”"»]/.exec(text) ?? inSingleQuotes.exec(text)
  if (quoted?.[1]) return judged(bare({text: quoted[1], from: quoted.index + 1}), title, 0.5)
  const judgements = spansOf(text).flatMap((span) => judged(bare(span), title, 0.7) ?? [])
  return judgements
    .filter(({comparison}) => comparison.hasEdge)
    .toSorted((a, b) => likenessOf(b, title) - likenessOf(a, title) || a.from - b.from)[0]
}

/** An apostrophe ends no title: a comma or full stop stands beside the mark that does. */
const inSingleQuotes = /(?<![\p{L}\p{N}])[‘']([^‘“”"«»]{10,400}?)(?:[’'](?=[.,])|(?<=[.,])[’'](?=\s))/u

/** Authors, a year or a sentence’s end: more than a title. */
function isWholeReference(text: string): boolean {
  return /\bet (?:al|coll)\b|\b(?:19|20)\d{2}\s*;|[.?!]\s+\p{Lu}/u.test(text)
}

function judged(given: Part, title: string, least: number): TitleGiven | undefined {
  const comparison = compareTitles(given.text, title)
  if (!comparison || comparison.likeness === 'same') return comparison && {...given, comparison}
  const [words, own] = [wordsOf(given.text), wordsOf(title)]
  if (words.length < 3) return undefined
  if (comparison.likeness === 'cut') {
    const isTitle = comparison.hasEdge || isAfterColon(words, title) || words.length * 2 >= own.length
    return isTitle ? {...given, comparison} : undefined
  }
  if (comparison.share < least || comparison.share * words.length < 3) return undefined
  // Authors before it, or more behind a colon, are no change of the title.
  const whole = find(given.text, title)
  if (whole && /^\s*[.,:;–—(|]|^$/.test(given.text.slice(whole.from + whole.text.length))) {
    if (/[.,:;–—]\s*$|^$/.test(given.text.slice(0, whole.from))) return undefined
  }
  return {...given, comparison}
}

function isAfterColon(words: readonly string[], title: string): boolean {
  return title
    .split(/[:–—.?]\s/)
    .slice(1)
    .some((part) => wordsOf(part).slice(0, words.length).join(' ') === words.join(' '))
}

/** Where a text has a title’s words, one after the other. */
function find(text: string, title: string): Part | undefined {
  const own = wordsOf(title)
  const tokens = tokensOf(text)
  const [first] = own
  for (const [index, token] of tokens.entries()) {
    if (token.word !== first || !own.every((word, at) => tokens[index + at]?.word === word)) continue
    const to = tokens[index + own.length - 1]?.to ?? token.to
    return {text: text.slice(token.from, to), from: token.from}
  }
  return undefined
}

/** All runs of the pieces that full stops, question marks and commas part a text into. */
function spansOf(text: string): Part[] {
  const cuts = [0, ...[...text.matchAll(/[.,?!]["”»]?\s+/g)].map((match) => match.index + match[0].length)]
  const starts = cuts.slice(0, mostPieces)
  return starts.flatMap((from, index) =>
    [...starts.slice(index + 1), cuts[starts.length] ?? text.length].map((to) => ({
      text: text.slice(from, to),
      from
    }))
  )
}

/** More are not tried: their runs grow with the square. */
const mostPieces = 10

/** 1 for the title itself, less for what has fewer of its words or more others. */
function likenessOf({text}: Part, title: string): number {
  const [a, b] = [wordsOf(text), wordsOf(title)]
  return (2 * commonWords(a, b)) / (a.length + b.length)
}
