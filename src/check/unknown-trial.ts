import type {Check} from '../model/check.js'
import {nearTrial, trialName} from './trials/near-trial.js'

/** A trial of which no record is held, where it is named first. */
export const unknownTrial: Check = {
  rule: 'unknown-trial',
  severity: 'warning',
  *find({document, evidence}) {
    for (const {id, place, study} of document.trials) {
      if (study) continue
      const near = nearTrial(id, evidence)
      const remedy = near ? `${trialName(near)} is near` : '`lectern refresh --add` asks the registry for it'
      yield {
        place,
        message: `Unexpected trial \`${id}\` without a record, expected one in \`content/evidence/trials.json\`: ${remedy}`
      }
    }
  }
}
