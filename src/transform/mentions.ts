import type {VFile} from 'vfile'
import type {Mention} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Place} from '../model/origin.js'

/** The trials that a text names, each with its record; one without is a warning where it is named first. */
export function mentionsOf(found: ReadonlyMap<string, Place>, evidence: Evidence, file: VFile): Mention[] {
  return [...found].map(([id, place]) => {
    const study = evidence.studies.get(id)
    if (study) return {id, place, study}
    file.message(
      `Unexpected trial \`${id}\` without a record, expected one in \`content/evidence/trials.json\``,
      {
        place,
        source: 'transform',
        ruleId: 'unknown-trial'
      }
    )
    return {id, place}
  })
}
