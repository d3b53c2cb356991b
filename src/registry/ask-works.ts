import type {WorkAnswer} from '../model/work-answer.js'
import {askCrossref} from './ask-crossref.js'
import {askIds, askSummaries, type WorkIds} from './ask-ncbi.js'
import {digestOf} from './digest.js'
import type {Registry, Said, Tell} from './said.js'
import {fromCrossref, fromPubMed, type WorkFacts} from './to-item.js'

export interface WorksContext {
  readonly crossref: Registry
  readonly idconv: Registry
  readonly eutils: Registry
  readonly tell: Tell
}

/** What a registry said of a work as CSL, and the digest of its answer. */
export type WorkSaid = Said<WorkFacts & {readonly digest: string}>

const doiForm = /^10\.\d{4,9}\/\S+$/
const mostFailures = 3
const tellEvery = 10

/**
 * Asks for works by the ids they are known by: the other ids of each from NCBI’s converter, the work itself from
 * Crossref, or from PubMed where it has no DOI or Crossref does not know it. `problems` are what could not be had beside.
 */
export async function askWorks(
  wanted: ReadonlyMap<string, WorkIds>,
  context: WorksContext
): Promise<{said: Map<string, WorkSaid>; problems: string[]}> {
  const {crossref, eutils, tell} = context
  const {ids, learned, problems} = await convert(wanted, context)
  const said = new Map<string, WorkSaid>()

  const only = [...ids].filter(([, {doi, pmid}]) => !doi && pmid)
  const summaries = await askSummaries([...new Set(only.map(([, {pmid = ''}]) => pmid))], eutils)
  for (const [key, own] of only) {
    const summary = summaries.get(own.pmid ?? '')
    const doi = summary?.kind === 'record' ? fromPubMed(summary.said).facts.DOI : undefined
    if (!doi) continue
    ids.set(key, {...own, doi})
    learned.set(key, {...learned.get(key), pmid: own.pmid ?? ''})
  }

  let failures = 0
  let asked = 0
  const withDoi = [...ids].filter(([, {doi}]) => doi)
  const unknown: string[] = []
  for (const [key, {doi = ''}] of withDoi) {
    const answer = await ask(doi)
    failures = answer.kind === 'none' ? failures + 1 : 0
    if (answer.kind === 'gone') unknown.push(key)
    said.set(key, withIds(fromAnswer(answer), learned.get(key)))
    asked++
    if (asked % tellEvery === 0 || asked === withDoi.length)
      tell(`Crossref: ${asked} of ${withDoi.length} works`)
  }

  const late = unknown.flatMap((key) => ids.get(key)?.pmid ?? []).filter((pmid) => !summaries.has(pmid))
  for (const [pmid, summary] of await askSummaries([...new Set(late)], eutils)) summaries.set(pmid, summary)
  if (summaries.size > 0) tell(`PubMed: ${summaries.size} of ${summaries.size} works`)
  for (const [key, own] of ids) {
    const summary = summaries.get(own.pmid ?? '')
    if (!summary || (said.has(key) && !unknown.includes(key))) continue
    said.set(key, withIds(fromSummary(summary), learned.get(key)))
  }
  return {said, problems}

  async function ask(doi: string): Promise<Said<WorkAnswer>> {
    if (!doiForm.test(doi)) return {kind: 'none', reason: `\`${doi}\` is no DOI`}
    if (failures >= mostFailures) return {kind: 'none', reason: 'the registry had stopped answering'}
    return askCrossref(doi, crossref)
  }
}

/** The ids of each work, with those that the converter knows; what it says goes before what was noted. `learned` is its own part. */
async function convert(
  wanted: ReadonlyMap<string, WorkIds>,
  {idconv, tell}: WorksContext
): Promise<{ids: Map<string, WorkIds>; learned: Map<string, WorkIds>; problems: string[]}> {
  const ids = new Map(wanted)
  const learned = new Map<string, WorkIds>()
  const problems: string[] = []
  for (const kind of ['pmcid', 'pmid', 'doi'] as const) {
    const open = [...ids].filter(([, own]) => own[kind] && isOpen(own, kind))
    const names = [...new Set(open.map(([, own]) => own[kind] ?? ''))]
    const {found, reason} = await askIds(kind, names, idconv)
    for (const [key, own] of open) {
      const more = found.get(own[kind] ?? '') ?? {}
      learned.set(key, {...learned.get(key), ...more})
      // A DOI that is known keeps its spelling.
      ids.set(key, {...own, ...more, ...(own.doi ? {doi: own.doi} : {})})
    }
    if (reason) {
      problems.push(`NCBI’s id converter: ${reason}`)
      break
    }
    if (names.length > 0) tell(`NCBI’s id converter: ${found.size} of ${names.length} ids`)
  }
  return {ids, learned, problems}
}

function isOpen({doi, pmid, pmcid}: WorkIds, kind: keyof WorkIds): boolean {
  return kind === 'doi' ? !pmid || !pmcid : !doi
}

function fromAnswer(answer: Said<WorkAnswer>): WorkSaid {
  if (answer.kind !== 'record') return answer
  return {...answer, said: {...fromCrossref(answer.said), digest: digestOf(answer.said)}}
}

function fromSummary(summary: Said<Parameters<typeof fromPubMed>[0]>): WorkSaid {
  if (summary.kind !== 'record') return summary
  return {...summary, said: {...fromPubMed(summary.said), digest: digestOf(summary.said)}}
}

function withIds(answer: WorkSaid, {pmid, pmcid}: WorkIds = {}): WorkSaid {
  if (answer.kind !== 'record') return answer
  const facts = {...answer.said.facts, ...(pmid ? {PMID: pmid} : {}), ...(pmcid ? {PMCID: pmcid} : {})}
  return {...answer, said: {...answer.said, facts}}
}
