import {readable} from '../words/readable.js'
import {below, type Change, differences, type Fact, listed, quoted, textBelow} from './changes.js'
import type {LockRecord} from './to-study-record.js'

/** What a work’s new record says otherwise than the one held, and what has come after the work since. */
export function workChanges(id: string, held: LockRecord, now: LockRecord): Change[] {
  return differences(id, workFacts(held), workFacts(now))
}

/** `first record of smith2024-trial (“A trial”, Journal, 2024)` */
export function firstWork(id: string, now: LockRecord): string {
  const facts = new Map(workFacts(now).map(([what, says]) => [what, says]))
  const told = [facts.get('title'), facts.get('journal'), facts.get('date')?.slice(0, 4)].filter(Boolean)
  return `first record of ${id}${told.length > 0 ? ` (${told.join(', ')})` : ''}`
}

function workFacts(record: LockRecord): Fact[] {
  const text = (key: string) => textBelow(record, key)
  const type = text('type')
  return [
    ['title', quoted(text('title'))],
    ['authors', peopleOf(record.author)],
    ['editors', peopleOf(record.editor)],
    ['journal', text('container-title')],
    ['journal’s short title', text('container-title-short')],
    ['volume', text('volume')],
    ['issue', text('issue')],
    ['pages', text('page')],
    ['date', dateOf(record.issued)],
    ['available from', dateOf(record['available-date'])],
    ['publisher', text('publisher')],
    ['type', type && readable(type.replaceAll('-', '_'))],
    ['DOI', text('DOI')],
    ['PMID', text('PMID')],
    ['PMCID', text('PMCID')],
    ['ISSN', text('ISSN')],
    ['corrections and retractions', noticesOf(below(record, 'custom.updates'))],
    ['corrects or retracts', noticesOf(below(record, 'custom.updateOf'))]
  ]
}

function peopleOf(people: unknown): string | undefined {
  if (!Array.isArray(people)) return undefined
  return listed(
    people.map(
      (each) => text(each, 'literal') ?? [text(each, 'family'), text(each, 'given')].filter(Boolean).join(' ')
    )
  )
}

function noticesOf(notices: unknown): string | undefined {
  if (!Array.isArray(notices)) return 'none'
  return listed(
    notices.map((each) => {
      const date = text(each, 'date')
      return [text(each, 'type'), text(each, 'DOI'), date && `(${date})`].filter(Boolean).join(' ')
    })
  )
}

function dateOf(date: unknown): string | undefined {
  const parts = below(date, 'date-parts')
  const [first] = Array.isArray(parts) ? parts : []
  return Array.isArray(first) ? first.map((part) => String(part).padStart(2, '0')).join('-') : undefined
}

function text(value: unknown, key: string): string | undefined {
  return textBelow(value, key)
}
