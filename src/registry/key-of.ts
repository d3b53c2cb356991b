import {textBelow, textsBelow} from './changes.js'
import type {Facts} from './to-item.js'

const small = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'in',
  'on',
  'and',
  'with',
  'to',
  'from',
  'by',
  'de',
  'la',
  'le',
  'les',
  'des',
  'du'
])

/** A key for a work that has none yet: `lin2022-potential-cellular-therapy`; with a letter more where that is taken. */
export function keyOf(facts: Facts, taken: ReadonlySet<string>): string {
  const [name = 'work'] = [...textsBelow(facts.author, 'family'), ...textsBelow(facts.author, 'literal')]
  const year = facts.issued?.['date-parts'][0]?.[0] ?? ''
  const title = (textBelow(facts, 'title') ?? '').replace(/<[^>]*>/g, '')
  const words = title
    .split(/\s+/)
    .map(plain)
    .filter((word) => word && !small.has(word))
  const key = [`${plain(name) || 'work'}${year}`, ...words.slice(0, 3)].join('-')
  for (let count = 1; ; count++) {
    const next = count === 1 ? key : `${key}-${count}`
    if (!taken.has(next)) return next
  }
}

function plain(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24)
}
