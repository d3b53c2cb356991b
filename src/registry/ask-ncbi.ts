import {IdsAnswer, SummariesAnswer, SummaryAnswer} from '../model/work-answer.js'
import type {Registry, Said} from './said.js'

/** The names a work goes by. */
export interface WorkIds {
  readonly doi?: string
  readonly pmid?: string
  readonly pmcid?: string
}

const perRequest = 200
const tool = 'lectern'

/** What each id is of: the other ids of articles in PubMed Central, by `doi:`, `pmid:` or `pmcid:` and the id. Misses are not there. */
export async function askIds(
  kind: keyof WorkIds,
  ids: readonly string[],
  {ask, base, mailto, memory}: Registry
): Promise<{found: Map<string, WorkIds>; reason?: string}> {
  const found = new Map<string, WorkIds>()
  const addressOf = (id: string) => `${base}/?${new URLSearchParams({ids: id, idtype: kind})}`
  // A comma would part an id in two.
  const open = ids.filter((id) => !/[,\s]/.test(id) && !recall(id))
  for (let index = 0; index < open.length; index += perRequest) {
    const batch = open.slice(index, index + perRequest)
    const query = {
      ids: batch.join(','),
      idtype: kind,
      format: 'json',
      tool,
      ...(mailto ? {email: mailto} : {})
    }
    const answer = await ask(`${base}/?${new URLSearchParams(query)}`)
    if (answer.kind === 'none') return {found, reason: answer.reason}
    const read = IdsAnswer.safeParse(answer.value)
    if (answer.status !== 200 || !read.success)
      return {found, reason: answer.status === 200 ? 'an answer of another form' : `HTTP ${answer.status}`}
    for (const id of batch) {
      const record = read.data.records.find(
        (each) =>
          each.status !== 'error' && [each['requested-id'], each[kind]].some((name) => isSame(name, id))
      )
      const {doi, pmid, pmcid} = record ?? {}
      const ids: WorkIds = {...(doi ? {doi} : {}), ...(pmid ? {pmid} : {}), ...(pmcid ? {pmcid} : {})}
      found.set(id, ids)
      await memory.put(addressOf(id), ids)
    }
  }
  return {found}

  function recall(id: string): boolean {
    const kept = memory.get(addressOf(id))
    if (kept) found.set(id, kept as WorkIds)
    return kept !== undefined
  }
}

/** Summaries of PubMed’s by PMID. Too many requests are told in a sound answer there, and asked again. */
export async function askSummaries(
  pmids: readonly string[],
  {ask, base, mailto, memory}: Registry
): Promise<Map<string, Said<SummaryAnswer>>> {
  const said = new Map<string, Said<SummaryAnswer>>()
  const addressOf = (pmid: string) =>
    `${base}/esummary.fcgi?${new URLSearchParams({db: 'pubmed', id: pmid, retmode: 'json'})}`
  for (const pmid of pmids) {
    const kept = memory.get(addressOf(pmid))
    if (kept) said.set(pmid, kept as Said<SummaryAnswer>)
  }
  const open = pmids.filter((pmid) => !said.has(pmid))
  for (let index = 0; index < open.length; index += perRequest) {
    const batch = open.slice(index, index + perRequest)
    const query = {
      db: 'pubmed',
      id: batch.join(','),
      retmode: 'json',
      tool,
      ...(mailto ? {email: mailto} : {})
    }
    const answer = await ask(`${base}/esummary.fcgi?${new URLSearchParams(query)}`, {fault: rateFault})
    const read =
      answer.kind === 'answer' && answer.status === 200 ? SummariesAnswer.safeParse(answer.value) : undefined
    for (const pmid of batch) {
      const reason = answer.kind === 'none' ? answer.reason : `HTTP ${answer.status}`
      const summary: Said<SummaryAnswer> = read?.success
        ? toSaid(pmid, read.data.result[pmid])
        : {kind: 'none', reason: read ? 'an answer of another form' : reason}
      said.set(pmid, summary)
      if (summary.kind !== 'none') await memory.put(addressOf(pmid), summary)
    }
  }
  return said

  function toSaid(pmid: string, summary: unknown): Said<SummaryAnswer> {
    if (summary === undefined || (typeof summary === 'object' && summary !== null && 'error' in summary))
      return {kind: 'gone'}
    const read = SummaryAnswer.safeParse(summary)
    if (read.success && read.data.uid === pmid)
      return {kind: 'record', said: read.data, source: addressOf(pmid)}
    const at = read.success ? 'uid' : read.error.issues[0]?.path.join('.')
    return {kind: 'none', reason: `its answer has another form at \`${at || 'the summary'}\``}
  }
}

/** `{"error": "API rate limit exceeded"}` in place of a result. */
function rateFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || 'result' in value || !('error' in value))
    return undefined
  return `“${String(value.error).slice(0, 100)}”`
}

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase()
}
