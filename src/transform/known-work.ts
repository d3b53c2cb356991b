import type {Reference, ReferenceItem} from '../model/reference.js'
import {volumeOf, type WorkIndex, withoutSlash, workIndexOf} from './work-index.js'

/** The work of the evidence that an address leads to, by DOI, PubMed’s or PubMed Central’s id, or the publisher’s own path. */
export function knownWork(address: string, references: readonly Reference[]): Reference | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) return undefined
  const named = toNamed(url)
  const likely = candidates(named, workIndexOf(references))
  const first = [...likely].sort((a, b) => a - b).find((at) => leads(named, references[at]))
  return first === undefined ? undefined : references[first]
}

/** The work that a citation’s key names: its id, or an identifier with its kind before it. */
export function citedWork(key: string, references: readonly Reference[]): Reference | undefined {
  const [, kind, id = ''] = /^(doi|pmid|pmcid):(.+)$/i.exec(key) ?? []
  const index = workIndexOf(references)
  const field = kind?.toLowerCase()
  const isIdentifier = field === 'doi' || field === 'pmid' || field === 'pmcid'
  const [first] = isIdentifier ? index.at(field, id.toLowerCase()) : index.at('id', key)
  return first === undefined ? undefined : references[first]
}

/** An address taken apart. */
interface Named {
  readonly url: URL
  readonly host: string
  readonly path: string
  readonly segments: readonly string[]
}

function toNamed(url: URL): Named {
  const path = decode(url.pathname).toLowerCase()
  return {url, path, host: url.hostname.replace(/^www\./, ''), segments: path.split('/').filter(Boolean)}
}

/** All works that an address may lead to, found by its parts; each is looked at as a whole afterwards. */
function candidates({url, host, path, segments}: Named, index: WorkIndex): Set<number> {
  const [, volume, issue, page] = segments
  const found = new Set(index.at('url', withoutSlash(url.href)))
  const add = (places: readonly number[]) => {
    for (const at of places) found.add(at)
  }
  for (const segment of segments) {
    add(index.at('pmcid', segment))
    add(index.at('pmid', segment))
  }
  for (const doi of doisIn(path, index.longestDoi)) add(index.at('doi', doi))
  add(index.at('odd', ''))
  if (host === 'nature.com') add(index.at('suffix', segments.at(-1) ?? ''))
  if (host === 'mdpi.com') add(index.at('volume', volumeOf(volume, issue, page)))
  return found
}

/** What may be a DOI in a path: from `10.` to the path’s end, or to what may follow a DOI. */
function doisIn(path: string, longest: number): string[] {
  const ends = [...path.matchAll(/$|[/?#]|\.pdf$|v(?=\d)/g)].map(({index}) => index)
  const dois: string[] = []
  let first = 0
  for (let start = path.indexOf('10.', 1); start >= 0; start = path.indexOf('10.', start + 1)) {
    while ((ends[first] ?? path.length) <= start && first < ends.length) first++
    for (let next = first; (ends[next] ?? Infinity) <= start + longest; next++)
      dois.push(path.slice(start, ends[next]))
  }
  return dois
}

function leads(named: Named, reference: Reference | undefined): boolean {
  return reference !== undefined && leadsTo(named, reference.item)
}

function leadsTo({url, host, path, segments}: Named, item: ReferenceItem): boolean {
  if (item.URL && withoutSlash(item.URL) === withoutSlash(url.href)) return true
  if (item.PMCID && segments.includes(item.PMCID.toLowerCase())) return true
  const isPubMed = host.startsWith('pubmed.') || segments[0] === 'pubmed'
  if (item.PMID && isPubMed && segments.includes(item.PMID)) return true
  if (!item.DOI) return false

  const doi = item.DOI.toLowerCase()
  const at = path.indexOf(doi)
  if (at > 0 && /^(?:$|[/?#]|\.pdf$|v\d)/.test(path.slice(at + doi.length))) return true
  // nature.com names an article by the part of its DOI after the slash.
  if (host === 'nature.com' && segments.at(-1) === doi.slice(doi.indexOf('/') + 1)) return true
  // mdpi.com names one by ISSN, volume, issue and article number.
  const [issn, volume, issue, page] = segments
  return (
    host === 'mdpi.com' &&
    doi.startsWith('10.3390/') &&
    (item.ISSN === undefined || item.ISSN.toLowerCase() === issn) &&
    item.volume === volume &&
    item.issue === issue &&
    item.page === page
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
