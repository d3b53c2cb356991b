import type {Citable} from '../model/citation.js'
import type {Evidence} from '../model/evidence.js'

/** What a citation’s key names, if the evidence holds it: an id, or `doi:`, `pmid:`, `pmcid:` and `nct:` before one. */
export interface Citables {
  find(key: string): Citable | undefined
  /** The keys of which one may be meant by another that is not known. */
  readonly keys: readonly string[]
}

/** What can be cited of the evidence. */
export function citablesOf({references, studies}: Evidence): Citables {
  const works = new Map<string, Citable>()
  const identifiers = new Map<string, Citable>()
  for (const reference of references) {
    const {item} = reference
    const work: Citable = {id: item.id, kind: 'work', reference}
    if (works.has(item.id)) continue
    works.set(item.id, work)
    const {DOI: doi, PMID: pmid, PMCID: pmcid} = item
    const names = [doi && `doi:${doi}`, pmid && `pmid:${pmid}`, pmcid && `pmcid:${pmcid}`]
    for (const name of names) if (name) identifiers.set(name.toLowerCase(), work)
  }
  return {
    keys: [...works.keys()],
    find(key) {
      const own = works.get(key)
      if (own) return own
      const [, prefix = '', rest = ''] = /^(doi|pmid|pmcid|nct):(.*)$/is.exec(key) ?? []
      const lower = prefix.toLowerCase()
      if (lower === 'nct') {
        const id = rest.toUpperCase().replace(/^(?=\d{8}$)/, 'NCT')
        const study = studies.get(id)
        return study && {id, kind: 'trial', study}
      }
      const name = lower === 'pmcid' && /^\d+$/.test(rest) ? `PMC${rest}` : rest
      const bare = lower === 'doi' ? name.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '') : name
      return prefix ? identifiers.get(`${lower}:${bare}`.toLowerCase()) : undefined
    }
  }
}

/** Whether a key says by its beginning that it is one. */
export function isPrefixed(key: string): boolean {
  return /^(?:doi:10\.|pmid:\d|pmcid:(?:PMC)?\d|nct:)/i.test(key)
}

/** The key that was likely meant: one or two letters away, or the same but for its case. */
export function likely(key: string, keys: readonly string[]): string | undefined {
  const wanted = key.toLowerCase()
  const most = wanted.length < 5 ? 1 : 2
  let best: {key: string; distance: number} | undefined
  for (const each of keys) {
    if (Math.abs(each.length - key.length) > most) continue
    const distance = distanceOf(wanted, each.toLowerCase(), most)
    if (distance <= most && (!best || distance < best.distance)) best = {key: each, distance}
  }
  return best?.key
}

/** How many letters two words differ in, counted up to a limit. */
function distanceOf(a: string, b: string, most: number): number {
  if (a.length > 100 || b.length > 100) return most + 1
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}
