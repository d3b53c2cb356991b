import {ReferenceItem} from '../../model/reference.js'
import {sameDoi} from '../../registry/ask-crossref.js'
import type {WorkIds} from '../../registry/ask-ncbi.js'
import {askWorks, type WorksContext} from '../../registry/ask-works.js'
import {type Change, textBelow} from '../../registry/changes.js'
import {keyOf} from '../../registry/key-of.js'
import type {WorkFacts} from '../../registry/to-item.js'
import {toReferenceRecord} from '../../registry/to-reference-record.js'
import type {LockRecord} from '../../registry/to-study-record.js'
import {firstWork, workChanges} from '../../registry/work-changes.js'
import type {Refreshed} from './refreshed.js'

/** Brings the records of works up to date, and takes in new ones at the end, by their keys. What could not be had stays. */
export async function refreshWorks(
  held: readonly LockRecord[],
  {add, today, registries}: {add: readonly WorkIds[]; today: string; registries: WorksContext}
): Promise<Refreshed> {
  const changes: Change[] = []
  const added: string[] = []
  const missing: string[] = []
  const notices: string[] = []
  /** Answers of no use, by address. */
  const useless: string[] = []
  let unchanged = 0
  let isWhole = true

  const wanted = new Map<string, WorkIds>()
  for (const [index, record] of held.entries()) {
    const ids = idsOf(record)
    if (ids) wanted.set(heldKey(index), ids)
    else notices.push(`${nameOf(record)}: no DOI, PMID or PMCID to ask for it by`)
  }
  for (const ids of add) wanted.set(`add ${shown(ids)}`, ids)
  const {said, problems} = await askWorks(wanted, registries)
  if (problems.length > 0) isWhole = false
  missing.push(...problems)

  const records: LockRecord[] = held.map((record, index) => refreshed(record, heldKey(index)) ?? record)
  const fresh: LockRecord[] = []
  for (const ids of add) {
    const record = taken(ids)
    if (record) fresh.push(record)
  }
  fresh.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  for (const address of useless) await registries.crossref.memory.drop(address)
  return {records: [...records, ...fresh], changed: {changes, added, unchanged}, missing, notices, isWhole}

  function refreshed(record: LockRecord, key: string): LockRecord | undefined {
    const facts = factsOf(nameOf(record), key)
    const next = facts && toRecord(nameOf(record), facts, record)
    if (!next) return undefined
    const found = workChanges(nameOf(record), record, next)
    changes.push(...found)
    if (found.length === 0) unchanged++
    return next
  }

  function taken(ids: WorkIds): LockRecord | undefined {
    const said = factsOf(shown(ids), `add ${shown(ids)}`)
    if (!said) return undefined
    const found = {...said, facts: {...said.facts, ...factsOfIds(ids), ...said.facts}}
    const known = [...records, ...fresh].find((record) => isSameWork(record, found.facts))
    if (known) {
      notices.push(`${shown(ids)} is ${nameOf(known)}, which the evidence holds`)
      return undefined
    }
    const taken = new Set([...records, ...fresh].map(nameOf))
    const next = toRecord(keyOf(found.facts, taken), found, undefined)
    if (next) added.push(firstWork(nameOf(next), next))
    return next
  }

  function factsOf(name: string, key: string): Found | undefined {
    const answer = said.get(key)
    if (answer?.kind === 'record') return {...answer.said, source: answer.source}
    if (answer?.kind === 'moved') notices.push(`${name}: its DOI is now ${answer.to}`)
    else if (answer?.kind === 'gone') notices.push(`${name}: neither Crossref nor PubMed knows it by its ids`)
    else if (wanted.has(key)) {
      return refuse(name, answer?.kind === 'none' ? answer.reason : 'no DOI or PMID is known of it')
    }
    return undefined
  }

  function toRecord(id: string, found: Found, record: LockRecord | undefined): LockRecord | undefined {
    const {source, digest} = found
    const next = toReferenceRecord(found, {id, source, digest, retrieved: today, held: record})
    const read = ReferenceItem.safeParse(next)
    if (!read.success || found.facts.title === undefined) useless.push(source)
    if (!read.success)
      return refuse(id, `its answer has another form at \`${read.error.issues[0]?.path.join('.')}\``)
    if (found.facts.title === undefined)
      return refuse(id, 'its answer lacks a `title`, which every work has: its form may have changed')
    return next
  }

  function refuse(id: string, reason: string): undefined {
    isWhole = false
    missing.push(`${id}: ${reason}`)
  }
}

interface Found extends WorkFacts {
  readonly source: string
  readonly digest: string
}

function heldKey(index: number): string {
  return `held ${index}`
}

function nameOf(record: LockRecord): string {
  return textBelow(record, 'id') ?? 'a work without an id'
}

function idsOf(record: LockRecord): WorkIds | undefined {
  const [doi, pmid, pmcid] = ['DOI', 'PMID', 'PMCID'].map((key) => textBelow(record, key))
  const bare = doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  if (!bare && !pmid && !pmcid) return undefined
  return {...(bare ? {doi: bare} : {}), ...(pmid ? {pmid} : {}), ...(pmcid ? {pmcid} : {})}
}

function factsOfIds({doi, pmid, pmcid}: WorkIds): WorkFacts['facts'] {
  return {...(doi ? {DOI: doi} : {}), ...(pmid ? {PMID: pmid} : {}), ...(pmcid ? {PMCID: pmcid} : {})}
}

function isSameWork(record: LockRecord, facts: WorkFacts['facts']): boolean {
  return (['DOI', 'PMID', 'PMCID'] as const).some((key) => {
    const [mine, theirs] = [textBelow(record, key), facts[key]]
    return mine !== undefined && theirs !== undefined && sameDoi(mine, theirs)
  })
}

function shown({doi, pmid, pmcid}: WorkIds): string {
  return doi ?? pmcid ?? `PMID ${pmid}`
}
