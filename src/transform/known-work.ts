import type {Reference, ReferenceItem} from '../model/reference.js'

/** The work of the evidence that an address leads to, by DOI, PubMed’s or PubMed Central’s id, or the publisher’s own path. */
export function knownWork(address: string, references: readonly Reference[]): Reference | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) return undefined
  return references.find(({item}) => leadsTo(url, item))
}

function leadsTo(url: URL, item: ReferenceItem): boolean {
  const path = decode(url.pathname).toLowerCase()
  const host = url.hostname.replace(/^www\./, '')
  const segments = path.split('/').filter(Boolean)
  if (item.URL && trimmed(item.URL) === trimmed(url.href)) return true
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

function trimmed(address: string): string {
  return address.replace(/\/$/, '')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
