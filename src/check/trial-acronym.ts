import type {Check} from '../model/check.js'
import {contradiction, heldClaims} from './contradiction.js'

/** An id stands beside the acronym of another trial: one of the two is wrong. */
export const trialAcronym: Check = {
  rule: 'trial-acronym',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'acronym')) {
      const own = study.acronym ? `acronym ${study.acronym}` : 'no acronym'
      yield contradiction(claim, study, own, {hint: `${claim.name} is \`${claim.bearer}\``})
    }
  }
}
