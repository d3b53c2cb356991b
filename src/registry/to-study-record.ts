import type {StudyAnswer} from '../model/study-answer.js'
import {digestOf} from './digest.js'

/** A record as `trials.json` holds it; what else a person put there is kept as it is. */
export type LockRecord = Readonly<Record<string, unknown>>

/**
 * The lock’s record of a study: what the registry said, each country once, and where and when it said so. The digest is
 * of the record without its `provenance`. Of a record held before, the publications and conflicts that a person found
 * stay, with their sources; what the registry now speaks for itself goes.
 */
export function toStudyRecord(
  answer: StudyAnswer,
  {source, retrieved, held}: {source: string; retrieved: string; held: LockRecord | undefined}
): LockRecord {
  const {contactsLocationsModule: sites, ...protocol} = answer.protocolSection
  const countries = new Set(sites?.locations?.flatMap(({country}) => country ?? []))
  const said = withoutEmpty({
    protocolSection: {
      ...protocol,
      contactsLocationsModule: {locations: [...countries].map((country) => ({country}))},
      // After the countries, as in the registry’s own order.
      referencesModule: protocol.referencesModule
    },
    hasResults: answer.hasResults
  }) as LockRecord
  return {
    ...said,
    provenance: {origin: 'fetched', source, retrieved, digest: digestOf(said), ...compiledNotes(held)}
  }
}

function compiledNotes(held: LockRecord | undefined): object {
  const note = held?.provenance
  if (typeof note !== 'object' || note === null) return {}
  const {publications, conflicts, sources} = note as LockRecord
  if (publications === undefined && conflicts === undefined) return {}
  return withoutEmpty({publications, conflicts, sources}) as object
}

/** A value without keys that are undefined, and without records and lists that hold nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((each) => !isEmpty(each))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, withoutEmpty(each)])
  return Object.fromEntries(entries.filter(([, each]) => !isEmpty(each)))
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}
