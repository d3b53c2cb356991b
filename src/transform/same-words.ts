import type {ReferenceItem} from '../model/reference.js'

/**
 * Whether an author’s words for a work say something else than its formatted reference: another or a shortened title,
 * another journal or year. Identifiers and addresses count as no words.
 */
export function differs(
  words: string,
  item: ReferenceItem,
  formatted: string
): 'same words' | 'other words' | 'address' {
  const bare = words
    .replace(/\bhttps?:\/\/\S+|\bwww\.\S+|\b10\.\d{4,9}\/\S+|\bPMC\d{5,9}\b/gi, ' ')
    .replace(/\bPMID:?\s*\d+/gi, ' ')
  const given = tokensOf(bare)
  if (given.every((token) => ignored.has(token))) return 'address'
  const held = new Set(
    [
      formatted,
      item.title ?? '',
      item['container-title'] ?? '',
      item['container-title-short'] ?? '',
      item.page ?? '',
      ...(item.author ?? []).map(({family, given: first, literal}) => [family, first, literal].join(' '))
    ].flatMap((text) => tokensOf(String(text)))
  )
  const title = tokensOf(item.title ?? '')
  const [start, length] = longestRun(given, title)
  const isWhole = length === title.length
  if (title.length > 0 && !isWhole && length >= Math.min(3, title.length)) return 'other words'
  const rest = isWhole ? [...given.slice(0, start), ...given.slice(start + length)] : given
  return rest.every((token) => held.has(token) || ignored.has(token) || /^\p{L}{1,2}$/u.test(token))
    ? 'same words'
    : 'other words'
}

const ignored = new Set([
  'doi',
  'pmid',
  'pmcid',
  'et',
  'al',
  'and',
  'in',
  'vol',
  'no',
  'pp',
  'available',
  'from'
])

function tokensOf(text: string): string[] {
  return (
    text
      .slice(0, 4000)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The longest run of words that a text shares with a title: where it begins in the text, and its length. */
function longestRun(text: readonly string[], title: readonly string[]): [start: number, length: number] {
  let best: [number, number] = [0, 0]
  let row: number[] = []
  for (const [at, word] of text.entries()) {
    const next: number[] = []
    for (const [index, other] of title.entries()) {
      next[index] = word === other ? (row[index - 1] ?? 0) + 1 : 0
      if ((next[index] ?? 0) > best[1]) best = [at - (next[index] ?? 0) + 1, next[index] ?? 0]
    }
    row = next
  }
  return best
}
