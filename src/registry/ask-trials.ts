import {StudiesPage, StudyAnswer} from '../model/study-answer.js'
import type {Answer} from './ask.js'
import type {Registry, Said, Tell} from './said.js'

/** The registry’s names for what `StudyAnswer` takes: whole modules where most of one is wanted. */
export const studyFields = [
  'IdentificationModule',
  'StatusModule',
  'SponsorCollaboratorsModule',
  'ConditionsModule',
  'DesignModule',
  'ArmsInterventionsModule',
  'PrimaryOutcomeMeasure',
  'PrimaryOutcomeTimeFrame',
  'LocationCountry',
  'ReferencePMID',
  'ReferenceType',
  'HasResults'
].join('|')

const perRequest = 50
const mostPages = 20
/** A registry that failed so often in a row is not asked again in this run. */
const mostFailures = 3
const silent = 'the registry had stopped answering'

/**
 * Asks ClinicalTrials.gov for studies, 50 at a time. An id that an answer lacks is asked for alone: it may have become
 * another’s, or be gone. So is each id of a request that failed, once or twice, so that one bad record spoils no other.
 */
export async function askTrials(
  ids: readonly string[],
  {ask, base, memory}: Registry,
  tell: Tell
): Promise<Map<string, Said<StudyAnswer>>> {
  const said = new Map<string, Said<StudyAnswer>>()
  let failures = 0
  for (const id of ids) {
    const kept = memory.get(addressOf(id))
    if (kept) said.set(id, kept as Said<StudyAnswer>)
  }
  const open = ids.filter((id) => !said.has(id))
  for (let index = 0; index < open.length; index += perRequest) {
    const batch = open.slice(index, index + perRequest)
    const {studies, reason} = failures < mostFailures ? await askBatch(batch) : {studies: [], reason: silent}
    for (const id of batch) {
      const found = studies.find((study) => namesOf(study)[0] === id)
      if (found !== undefined) await keep(id, toSaid(id, found))
    }
    for (const id of batch) {
      if (said.has(id)) continue
      const alias = studies.map(namesOf).find(([, ...aliases]) => aliases.includes(id))
      if (alias?.[0]) await keep(id, {kind: 'moved', to: alias[0]})
      else await keep(id, await askAlone(id, reason))
    }
    tell(`ClinicalTrials.gov: ${said.size} of ${ids.length} trials`)
  }
  return said

  /** All pages of one request. A page token that expired starts the request anew, once. */
  async function askBatch(batch: readonly string[]): Promise<{studies: unknown[]; reason?: string}> {
    let reason = ''
    for (let start = 0; start < 2; start++) {
      const studies: unknown[] = []
      let token: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const query = new URLSearchParams({
          format: 'json',
          'filter.ids': batch.join('|'),
          fields: studyFields,
          pageSize: String(perRequest * 2),
          ...(token === undefined ? {} : {pageToken: token})
        })
        const answer = await ask(`${base}/studies?${query}`)
        const read = answer.kind === 'answer' ? StudiesPage.safeParse(answer.value) : undefined
        if (!read?.success) {
          reason = reasonOf(answer)
          break
        }
        studies.push(...read.data.studies)
        if (read.data.nextPageToken === undefined || read.data.nextPageToken === token) {
          failures = 0
          return {studies}
        }
        token = read.data.nextPageToken
      }
      // Only a token can have expired.
      if (token === undefined) break
    }
    failures++
    return {studies: [], reason}
  }

  async function askAlone(id: string, afterFailure: string | undefined): Promise<Said<StudyAnswer>> {
    if (failures >= mostFailures) return {kind: 'none', reason: afterFailure ?? silent}
    const query = new URLSearchParams({format: 'json', fields: studyFields})
    const answer = await ask(`${addressOf(id)}?${query}`, afterFailure === undefined ? {} : {tries: 2})
    if (answer.kind === 'none') {
      failures++
      return {kind: 'none', reason: answer.reason}
    }
    failures = 0
    if (answer.status === 404 && !isPage(answer.value)) return {kind: 'gone'}
    if (answer.status !== 200) return {kind: 'none', reason: reasonOf(answer)}
    const [name] = namesOf(answer.value)
    if (name !== undefined && name !== id && /^NCT\d{8}$/.test(name)) return {kind: 'moved', to: name}
    return toSaid(id, answer.value)
  }

  function toSaid(id: string, study: unknown): Said<StudyAnswer> {
    const read = StudyAnswer.safeParse(study)
    if (read.success) return {kind: 'record', said: read.data, source: addressOf(id)}
    const [issue] = read.error.issues
    return {
      kind: 'none',
      reason: `its answer has another form at \`${issue?.path.join('.') || 'the study'}\`: ${issue?.message}`
    }
  }

  async function keep(id: string, answer: Said<StudyAnswer>): Promise<void> {
    said.set(id, answer)
    if (answer.kind !== 'none') await memory.put(addressOf(id), answer)
  }

  function addressOf(id: string): string {
    return `${base}/studies/${id}`
  }
}

/** A study’s id and those it had before, as far as they can be read. */
function namesOf(study: unknown): string[] {
  const named = below(below(study, 'protocolSection'), 'identificationModule')
  const aliases = below(named, 'nctIdAliases')
  return [below(named, 'nctId'), ...(Array.isArray(aliases) ? aliases : [])].map((name) =>
    typeof name === 'string' ? name : ''
  )
}

function below(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function reasonOf(answer: Answer): string {
  if (answer.kind === 'none') return answer.reason
  const body = typeof answer.value === 'string' ? answer.value.replace(/\s+/g, ' ').trim().slice(0, 100) : ''
  if (answer.status === 200) return 'an answer of another form'
  return `HTTP ${answer.status}${body && !isPage(body) ? `, “${body}”` : ''}`
}

/** Whether an answer is a page for people: a wrong address has one, a missing study has a line of text. */
function isPage(body: unknown): boolean {
  return typeof body === 'string' && /^\s*</.test(body)
}
