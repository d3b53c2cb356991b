import type {Update} from '../model/reference.js'
import {sameDoi} from './ask-crossref.js'
import {below} from './changes.js'
import type {Facts, WorkFacts} from './to-item.js'
import type {LockRecord} from './to-study-record.js'

/** What a refresh itself says of a record; all else of its note is the project’s own. */
const fetchedKeys = new Set([
  'origin',
  'asOf',
  'source',
  'retrieved',
  'digest',
  'compiled',
  'authorsComplete',
  'updates',
  'updateOf'
])

/**
 * The lock’s record of a work: what the registry said over what was held. What it does not speak of stays; of that,
 * what a person compiled is named in `custom.compiled`. The id, the project’s own note and its role stay.
 */
export function toReferenceRecord(
  {facts, updates, updateOf}: WorkFacts,
  {
    id,
    source,
    retrieved,
    digest,
    held
  }: {
    id: string
    source: string
    retrieved: string
    digest: string
    held: LockRecord | undefined
  }
): LockRecord {
  const {id: _, custom: heldCustom, ...fields} = held ?? {}
  const note = isRecord(heldCustom) ? heldCustom : {}
  const said = Object.fromEntries(
    Object.entries(facts).filter(([key, each]) => !stays(key, fields[key], each))
  )
  const kept = Object.keys(fields).filter(
    (key) => !(key in said) && !isSame(fields[key], facts[key as keyof Facts])
  )
  const listed: unknown[] = Array.isArray(note.compiled) ? note.compiled : []
  const compiled = note.origin === 'fetched' ? kept.filter((key) => listed.includes(key)) : kept
  const {authorsComplete, updates: heldUpdates, updateOf: heldUpdateOf} = note
  const own = Object.fromEntries(Object.entries(note).filter(([key]) => !fetchedKeys.has(key)))
  return {
    id,
    ...fields,
    ...said,
    custom: {
      origin: 'fetched',
      source,
      retrieved,
      digest,
      ...own,
      compiled: compiled.length > 0 ? compiled : undefined,
      authorsComplete: 'author' in facts ? undefined : authorsComplete,
      updates: union(updates, heldUpdates),
      updateOf: union(updateOf, heldUpdateOf)
    }
  }
}

/** What is held and says the same, or more of the same: a day where the registry names the month. */
function stays(key: string, held: unknown, said: unknown): boolean {
  if (held === undefined) return false
  if (key === 'DOI' || key === 'PMCID') return sameDoi(String(held), String(said))
  if (key === 'ISSN') return true
  if (key === 'issued' || key === 'available-date') {
    const [mine = '', theirs = ''] = [held, said].map((date) => JSON.stringify(below(date, 'date-parts')))
    return theirs.endsWith(']]') && mine.startsWith(`${theirs.slice(0, -2)},`)
  }
  return false
}

function isSame(held: unknown, said: unknown): boolean {
  return typeof held === 'string' && typeof said === 'string' && sameDoi(held, said)
}

/** What the registry lists, and what was noted that it does not: another notice, or one of a kind it lists none of. */
function union(said: readonly Update[], held: unknown): readonly Update[] | undefined {
  const noted = (Array.isArray(held) ? held : []).filter(isRecord) as unknown as Update[]
  const more = noted.filter(
    ({DOI, type}) => !said.some((each) => (DOI && each.DOI ? sameDoi(DOI, each.DOI) : each.type === type))
  )
  const all = [...said, ...more]
  return all.length > 0 ? all : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
