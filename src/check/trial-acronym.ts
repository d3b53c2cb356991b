import type {Check} from '../model/check.js'
import {contradiction, heldClaims} from './contradiction.js'

/** An id stands beside the acronym of another trial: one of the two is wrong. */
export const trialAcronym: Check = {
  rule: 'trial-acronym',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'acronym')) {
      // An extension’s title names the trial that it follows.
      if (`${study.title} ${study.officialTitle}`.toUpperCase().includes(claim.name.toUpperCase())) continue
      const own = study.acronym ? `acronym ${study.acronym}` : 'no acronym'
      yield contradiction(claim, study, own, {hint: `${claim.name} is \`${claim.bearer}\``})
    }
  }
}
