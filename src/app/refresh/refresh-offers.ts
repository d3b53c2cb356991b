import type {Evidence} from '../../model/evidence.js'
import {UserError} from '../../model/user-error.js'
import type {World} from '../../model/world.js'
import type {WorkIds} from '../../registry/ask-ncbi.js'
import {type NamedId, namedIds} from '../../registry/named-ids.js'
import {readFile} from '../inputs.js'

/** The ids that the project’s texts name and the evidence lacks, each where it stands first. */
export async function missingIds(world: World, {studies, references}: Evidence): Promise<NamedId[]> {
  const files = (await world.list('content')).filter(
    (path) => path.endsWith('.md') && !path.startsWith('content/evidence/')
  )
  const named: NamedId[] = []
  for (const path of files) named.push(...namedIds(path, String((await readFile(world, path)) ?? '')))
  const ids = references.flatMap(({item: {DOI, PMID, PMCID}}) =>
    [DOI, PMID, PMCID].flatMap((id) => id?.toLowerCase() ?? [])
  )
  // An address may go on after the DOI: `…/fcell.2022.851613/full`.
  const isKnown = ({kind, id}: NamedId) =>
    kind === 'nct'
      ? studies.has(id)
      : ids.some((known) => known === id.toLowerCase() || isStep(id.toLowerCase(), known))
  const first = new Map(named.toReversed().map((each) => [`${each.kind} ${each.id.toLowerCase()}`, each]))
  return named.filter((each) => first.get(`${each.kind} ${each.id.toLowerCase()}`) === each && !isKnown(each))
}

/** Ids that a caller names, each of the kind its form tells. */
export function readIds(ids: readonly string[]): Pick<NamedId, 'kind' | 'id'>[] {
  return ids
    .flatMap((each) => each.split(','))
    .map((text) => {
      const id = text.trim().replace(/^(?:@?(?:nct|doi|pmid|pmcid):\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
      if (/^NCT\d{8}$/i.test(id)) return {kind: 'nct', id: id.toUpperCase()}
      if (/^10\.\d{4,9}\/\S+$/.test(id)) return {kind: 'doi', id}
      if (/^PMC\d{1,9}$/i.test(id)) return {kind: 'pmcid', id: id.toUpperCase()}
      if (/^\d{1,9}$/.test(id)) return {kind: 'pmid', id}
      throw new UserError(
        `Unexpected id \`${text}\`, expected one of a trial (\`NCT04856982\`), a DOI, a PMID or a PMCID`
      )
    })
}

/** The works among some ids, as they are asked for. */
export function workIds(ids: readonly Pick<NamedId, 'kind' | 'id'>[]): WorkIds[] {
  return ids.flatMap(({kind, id}) => (kind === 'nct' ? [] : [{[kind]: id}]))
}

/** `NCT04856982, content/als.md:12:3` */
export function inPlace({id, kind, file, place}: NamedId): string {
  return `${kind === 'pmid' ? `PMID ${id}` : id}, ${file}:${place.line}:${place.column}`
}

function isStep(id: string, known: string): boolean {
  return known.startsWith('10.') && id.startsWith(known) && /^[/.?]/.test(id.slice(known.length))
}
