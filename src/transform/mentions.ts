import type {Mention} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Place} from '../model/origin.js'

/** The trials that a text names, each with its record, if one is held. */
export function mentionsOf(found: ReadonlyMap<string, Place>, evidence: Evidence): Mention[] {
  return [...found].map(([id, place]) => {
    const study = evidence.studies.get(id)
    return study ? {id, place, study} : {id, place}
  })
}
