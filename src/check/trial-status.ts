import type {Check} from '../model/check.js'
import {contradiction, heldClaims} from './contradiction.js'
import {judgeStatus, recordedStatus} from './judge-status.js'

/** A trial is said to be in another state than the registry has it in, as of the review’s date. */
export const trialStatus: Check = {
  rule: 'trial-status',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'status')) {
      const verdict = judgeStatus(claim.status, study, facts.document.date)
      if (verdict === 'wrong') yield contradiction(claim, study, recordedStatus(study))
      if (verdict === 'unknown') yield contradiction(claim, study, recordedStatus(study), {severity: 'note'})
      if (verdict === 'outdated')
        yield contradiction(claim, study, recordedStatus(study), {
          severity: 'note',
          hint: 'the record may be out of date: `lectern refresh --trials` brings the registry’s own'
        })
    }
  }
}
