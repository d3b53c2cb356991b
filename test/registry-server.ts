import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** What a fault does to one answer: another answer, a connection that is cut, or one that waits for nothing. */
export type Fault = 'cut' | 'slow' | {status?: number; headers?: Record<string, string>; body: string}

export interface Holdings {
  /** Studies by id, as ClinicalTrials.gov spells them. */
  studies?: Readonly<Record<string, object>>
  /** Ids that became another’s. */
  aliases?: Readonly<Record<string, string>>
  /** Whether a batch answers an old id with the new study, or leaves it out. */
  findsAliases?: boolean
  /** How many studies a page holds, whatever was asked. */
  page?: number
  /** Crossref’s messages by DOI, in small letters. */
  works?: Readonly<Record<string, object>>
  /** Notices that name what they update. */
  notices?: readonly {DOI: string; 'update-to': readonly {DOI: string; type: string}[]}[]
  /** NCBI’s converter: what is in PubMed Central. */
  articles?: readonly {pmid?: number; pmcid: string; doi?: string}[]
  summaries?: Readonly<Record<string, object>>
  /** Asked before each answer, with what was asked and how often before. */
  fault?(asked: string, before: number): Fault | undefined
}

export interface RegistryServer {
  readonly base: string
  /** Paths and queries, in the order they were asked. */
  readonly asked: string[]
  readonly agents: Set<string>
  close(): Promise<void>
}

/** The registries on the loopback address, in the shapes they document: `/ctgov`, `/crossref`, `/idconv`, `/eutils`. */
export async function serveRegistries(holdings: Holdings): Promise<RegistryServer> {
  const asked: string[] = []
  const agents = new Set<string>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    const before = asked.filter((each) => each === path).length
    asked.push(path)
    agents.add(request.headers['user-agent'] ?? '')
    const fault = holdings.fault?.(path, before)
    if (fault === 'slow') return
    if (fault === 'cut') return cut(response)
    if (fault) {
      response.writeHead(fault.status ?? 200, {'content-type': 'application/json', ...fault.headers})
      response.end(fault.body)
    } else answer(request, response, holdings)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    agents,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** The environment that sends a refresh here. */
export function environmentOf({base}: RegistryServer): Record<string, string> {
  return {
    LECTERN_CLINICALTRIALS_URL: `${base}/ctgov`,
    LECTERN_CROSSREF_URL: `${base}/crossref`,
    LECTERN_IDCONV_URL: `${base}/idconv`,
    LECTERN_EUTILS_URL: `${base}/eutils`
  }
}

function cut(response: ServerResponse): void {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'})
  response.write('{"studies": [')
  setImmediate(() => response.destroy())
}

function answer(request: IncomingMessage, response: ServerResponse, holdings: Holdings): unknown {
  const url = new URL(request.url ?? '', 'http://localhost')
  const path = decodeURIComponent(url.pathname)
  const query = Object.fromEntries(url.searchParams)
  const json = (value: unknown, headers = {}) => {
    response.writeHead(200, {'content-type': 'application/json', ...headers})
    response.end(JSON.stringify(value))
  }
  const text = (status: number, words: string, headers = {}) => {
    response.writeHead(status, {'content-type': 'text/plain', ...headers})
    response.end(words)
  }
  const {studies = {}, aliases = {}, works = {}, articles = [], summaries = {}, notices = []} = holdings

  if (path === '/ctgov/studies') {
    const ids = (query['filter.ids'] ?? '').split('|')
    const names = ids.map((id) => (holdings.findsAliases ? (aliases[id] ?? id) : id))
    const found = [...new Set(names)].flatMap((id) => studies[id] ?? []).toReversed()
    const size = Math.min(holdings.page ?? 1000, Number(query.pageSize ?? 10))
    const start = Number(query.pageToken?.slice(1) ?? 0)
    const next = start + size < found.length ? {nextPageToken: `t${start + size}`} : {}
    return json({studies: found.slice(start, start + size), ...next})
  }
  const [, id] = /^\/ctgov\/studies\/(NCT\d{8})$/.exec(path) ?? []
  if (id) {
    // The registry drops the query where it sends on.
    if (aliases[id]) return text(301, '', {location: `/ctgov/studies/${aliases[id]}`})
    return studies[id] ? json(studies[id]) : text(404, `NCT number ${id} not found`)
  }
  if (path === '/crossref/works') {
    const doi = query.filter?.replace(/^updates:/, '').toLowerCase()
    const items = notices.filter((each) => each['update-to'].some(({DOI}) => DOI.toLowerCase() === doi))
    return json({status: 'ok', 'message-type': 'work-list', message: {'total-results': items.length, items}})
  }
  const doi = /^\/crossref\/works\/(.+)$/.exec(path)?.[1]?.toLowerCase()
  if (doi) {
    const message = works[doi]
    const headers = {'x-rate-limit-limit': '50', 'x-rate-limit-interval': '1s'}
    return message
      ? json({status: 'ok', 'message-type': 'work', message}, headers)
      : text(404, 'Resource not found.')
  }
  if (path === '/idconv/') {
    const records = (query.ids ?? '').split(',').map((name) => {
      const found = articles.find((each) =>
        [each.pmcid, String(each.pmid), each.doi].some((known) => known?.toLowerCase() === name.toLowerCase())
      )
      const asked = {'requested-id': name}
      return found ? {...found, ...asked} : {...asked, status: 'error', errmsg: 'Identifier not found in PMC'}
    })
    return json({status: 'ok', 'response-date': '2026-01-01 00:00:00', request: {}, records})
  }
  if (path === '/eutils/esummary.fcgi') {
    const uids = (query.id ?? '').split(',')
    const found = uids.map((uid) => [uid, summaries[uid] ?? {uid, error: 'cannot get document summary'}])
    return json({header: {type: 'esummary', version: '0.3'}, result: {uids, ...Object.fromEntries(found)}})
  }
  return text(404, 'Not found')
}
