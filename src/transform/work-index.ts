import type {Reference} from '../model/reference.js'

/** The works of the evidence, each under what an address or a citation may name it by; where several share a name, in their order. */
export interface WorkIndex {
  /** Works under a name of some kind, by their place in the evidence. */
  at(kind: Kind, name: string): readonly number[]
  /** Characters of the longest DOI that begins as DOIs do; those that do not are under `odd`. */
  readonly longestDoi: number
}

type Kind = 'id' | 'url' | 'pmcid' | 'pmid' | 'doi' | 'odd' | 'suffix' | 'volume'

/** The index of a list of works, made once. */
export function workIndexOf(references: readonly Reference[]): WorkIndex {
  let index = indexes.get(references)
  if (!index) {
    index = makeIndex(references)
    indexes.set(references, index)
  }
  return index
}

const indexes = new WeakMap<readonly Reference[], WorkIndex>()
const none: readonly number[] = []

function makeIndex(references: readonly Reference[]): WorkIndex {
  const names = new Map<string, number[]>()
  let longestDoi = 0
  for (const [at, {item}] of references.entries()) {
    const {DOI: doi, PMID: pmid, PMCID: pmcid, URL: url} = item
    const add = (kind: Kind, name: string) => {
      const held = names.get(`${kind} ${name}`)
      if (held) held.push(at)
      else names.set(`${kind} ${name}`, [at])
    }
    add('id', item.id)
    if (url) add('url', withoutSlash(url))
    if (pmcid) add('pmcid', pmcid.toLowerCase())
    if (pmid) add('pmid', pmid.toLowerCase())
    if (!doi) continue
    const lower = doi.toLowerCase()
    add('doi', lower)
    if (isUsual(lower)) longestDoi = Math.max(longestDoi, lower.length)
    else add('odd', '')
    add('suffix', lower.slice(lower.indexOf('/') + 1))
    add('volume', volumeOf(item.volume, item.issue, item.page))
  }
  return {at: (kind, name) => names.get(`${kind} ${name}`) ?? none, longestDoi}
}

/** DOIs begin with `10.`. */
function isUsual(doi: string): boolean {
  return doi.startsWith('10.')
}

/** Volume, issue and page as one name; what is absent is absent in both. */
export function volumeOf(volume?: string, issue?: string, page?: string): string {
  return JSON.stringify([volume, issue, page])
}

/** `https://a.org/x/` as `https://a.org/x` */
export function withoutSlash(address: string): string {
  return address.replace(/\/$/, '')
}
