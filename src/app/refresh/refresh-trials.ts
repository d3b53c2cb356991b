import {StudyRecord} from '../../model/study.js'
import {askTrials} from '../../registry/ask-trials.js'
import {below, type Change} from '../../registry/changes.js'
import {digestOf} from '../../registry/digest.js'
import type {Registry, Tell} from '../../registry/said.js'
import {firstRecord, studyChanges} from '../../registry/study-changes.js'
import {type LockRecord, toStudyRecord} from '../../registry/to-study-record.js'
import {wordsFor} from '../../words/index.js'
import type {Refreshed} from './refreshed.js'

/** Brings the records of trials up to date, and takes in new ones at the end, by their ids. What could not be had stays. */
export async function refreshTrials(
  held: readonly LockRecord[],
  {add, today, registry, tell}: {add: readonly string[]; today: string; registry: Registry; tell: Tell}
): Promise<Refreshed> {
  const words = wordsFor('en')
  const ids = held.flatMap((record) => idOf(record) ?? [])
  const more = [...new Set(add)].filter((id) => !ids.includes(id)).sort()
  const said = await askTrials([...new Set([...ids, ...more])], registry, tell)

  const changes: Change[] = []
  const added: string[] = []
  const missing: string[] = []
  const notices: string[] = []
  /** Answers of no use, by address. */
  const useless: string[] = []
  let unchanged = 0
  let isWhole = true
  const records = [
    ...held.map((record) => refreshed(idOf(record), record) ?? record),
    ...more.flatMap((id): LockRecord[] => {
      const record = refreshed(id, undefined)
      return record ? [record] : []
    })
  ]
  for (const address of useless) await registry.memory.drop(address)
  return {records, changed: {changes, added, unchanged}, missing, notices, isWhole}

  /** The new record; undefined where the one held stays. */
  function refreshed(id: string | undefined, record: LockRecord | undefined): LockRecord | undefined {
    const answer = id === undefined ? undefined : said.get(id)
    if (id === undefined || answer === undefined) return undefined
    if (answer.kind === 'moved') {
      const next = ids.includes(answer.to)
        ? 'which the evidence holds'
        : `\`lectern refresh --add ${answer.to}\` takes it in`
      notices.push(`${id} is now ${answer.to}, ${next}`)
      return undefined
    }
    if (answer.kind === 'gone') {
      isWhole = false
      notices.push(`${id}: gone, no study with this id at ClinicalTrials.gov`)
      return undefined
    }
    if (answer.kind === 'none') return refuse(id, answer.reason)
    const next = toStudyRecord(answer.said, {source: answer.source, retrieved: today, held: record})
    const lost = lostFacts(record, next)
    const read = StudyRecord.safeParse(next)
    if (lost || !read.success) useless.push(answer.source)
    if (lost)
      return refuse(id, `its answer lacks \`${lost}\`, which the record has: its form may have changed`)
    if (!read.success)
      return refuse(id, `its answer has another form at \`${read.error.issues[0]?.path.join('.')}\``)
    if (!record) {
      added.push(firstRecord(id, next, words))
      return next
    }
    if (isEdited(record)) notices.push(`${id}: the record held was changed by hand since it was fetched`)
    const found = studyChanges(id, record, next, words)
    changes.push(...found)
    if (found.length === 0) unchanged++
    return next
  }

  function refuse(id: string, reason: string): undefined {
    isWhole = false
    missing.push(`${id}: ${reason}`)
  }
}

function idOf(record: LockRecord): string | undefined {
  const id = below(record, 'protocolSection.identificationModule.nctId')
  return typeof id === 'string' && /^NCT\d{8}$/.test(id) ? id : undefined
}

/** What every study has at the registry, and the more so one that had it when it was fetched before. */
function lostFacts(held: LockRecord | undefined, next: LockRecord): string | undefined {
  const always = ['identificationModule.briefTitle', 'statusModule.overallStatus']
  const mostly = ['sponsorCollaboratorsModule.leadSponsor.name', 'designModule.studyType']
  const core = below(held, 'provenance.origin') === 'fetched' ? [...always, ...mostly] : always
  return core
    .map((path) => `protocolSection.${path}`)
    .find((path) => below(held, path) !== undefined && below(next, path) === undefined)
}

function isEdited({provenance, ...facts}: LockRecord): boolean {
  return below(provenance, 'origin') === 'fetched' && below(provenance, 'digest') !== digestOf(facts)
}
