import type {Check} from '../model/check.js'
import {asOf, heldClaims, words} from './contradiction.js'
import {judgeStatus, recordedStatus} from './judge-status.js'

/** A trial’s status as the review gives it may have been right on the review’s date, and has changed in the record since. */
export const changedSince: Check = {
  rule: 'changed-since',
  severity: 'note',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'status'))
      if (judgeStatus(claim.status, study, facts.document.date) === 'changed')
        yield {
          place: claim.passage.at(claim.from),
          message: `Unexpected “${words(claim)}” of \`${claim.trial}\` in a review that is read today, expected what changed since ${facts.document.date}: registry says ${recordedStatus(study)}, ${asOf(study)}`
        }
  }
}
