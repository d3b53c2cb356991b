/**
 * A record with nothing that would trip the processor: names are lists of names, dates have parts or are said in words,
 * all else is text. What is of another shape is left out, as is any date without a year.
 */
export function soundItem(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(item).map(([key, value]): [string, unknown] => {
    if (names.has(key)) return [key, soundNames(value)]
    if (key === 'accessed' || key === 'issued' || key === 'submitted' || /-date$/.test(key))
      return [key, soundDate(value)]
    return [key, typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const names = new Set([
  ...[
    'author',
    'chair',
    'collection-editor',
    'compiler',
    'composer',
    'container-author',
    'contributor',
    'curator'
  ],
  ...[
    'director',
    'editor',
    'editorial-director',
    'executive-producer',
    'guest',
    'host',
    'illustrator',
    'interviewer'
  ],
  ...['narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author'],
  ...['script-writer', 'series-creator', 'translator']
])

function soundNames(value: unknown): object[] | undefined {
  if (!Array.isArray(value)) return undefined
  const sound = value.filter(isObject).map((name) => {
    const parts = Object.entries(name).filter(([, part]) => typeof part === 'string' && part.trim() !== '')
    return Object.fromEntries(parts)
  })
  const named = sound.filter((name) => name.family ?? name.given ?? name.literal)
  return named.length > 0 ? named : undefined
}

function soundDate(value: unknown): object | undefined {
  if (!isObject(value)) return undefined
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const sound = parts.flatMap((part): number[][] => {
    const numbers = Array.isArray(part) ? part.map(Number) : []
    return numbers.length > 0 && numbers.every((each) => Number.isInteger(each)) ? [numbers.slice(0, 3)] : []
  })
  if (sound.length > 0) return {'date-parts': sound.slice(0, 2)}
  const said = value.literal ?? value.raw
  return typeof said === 'string' && said !== '' ? {literal: said} : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
