import type {Check} from '../model/check.js'
import type {Document} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Passage} from '../model/passage.js'

/** A trial of the reference list that the text names nowhere, by id or by acronym. A note, as for a work. */
export const uncitedTrial: Check = {
  rule: 'uncited-trial',
  severity: 'note',
  *find({document, evidence}) {
    const {passages} = document
    const listed = passages.filter(({inReferences}) => inReferences).flatMap(idsIn)
    if (listed.length === 0) return
    const named = namedIn(document, evidence)
    for (const {id, at, passage} of listed) {
      if (named.has(id)) continue
      named.add(id)
      yield {
        place: passage.at(at),
        message: `Unexpected trial \`${id}\` in the reference list alone, expected a word on it in the text`
      }
    }
  }
}

function idsIn(passage: Passage): {id: string; at: number; passage: Passage}[] {
  const printed = [...passage.text.matchAll(trialId)].map(({0: id, index: at}) => ({id, at}))
  const linked = passage.links.flatMap(({href, from}) =>
    [...href.matchAll(trialId)].map(([id]) => ({id, at: from}))
  )
  return [...printed, ...linked].map(({id, at}) => ({id: id.toUpperCase(), at, passage}))
}

const trialId = /(?<![A-Za-z0-9])NCT\d{8}(?![A-Za-z0-9])/gi

/** The trials named outside the reference list; tables of data that stand before it are no passages. */
function namedIn({passages, trials, title}: Document, {studies}: Evidence): Set<string> {
  const prose = passages.filter(({inReferences}) => !inReferences)
  const start = passages.find(({inReferences}) => inReferences)?.at(0).line ?? Number.POSITIVE_INFINITY
  const before = trials.filter(({place}) => place.line < start)
  const names = new Set([title, ...prose.map(({text}) => text)].flatMap((text) => text.match(name) ?? []))
  const byAcronym = [...studies.values()].filter(({acronym = ''}) => {
    const short = acronym.replace(/\s*\(.*\)$/, '')
    return names.has(short) || names.has(short.toUpperCase()) || isPhrase(short, prose)
  })
  return new Set([
    ...prose.flatMap(idsIn).map(({id}) => id),
    ...before.map(({id}) => id),
    ...byAcronym.map(({id}) => id)
  ])
}

/** A word with its hyphens: CENTAUR is not CENTAUR-OLE. */
const name = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/gu

function isPhrase(acronym: string, prose: readonly Passage[]): boolean {
  return acronym.includes(' ') && prose.some(({text}) => text.includes(acronym))
}
