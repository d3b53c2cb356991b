import type {Check} from '../model/check.js'
import type {Claim} from '../model/claim.js'
import {wordsFor} from '../words/index.js'
import {contradiction, heldClaims, isUnsure} from './contradiction.js'

/** A trial is said to have another number of participants than the registry has. */
export const trialEnrolment: Check = {
  rule: 'trial-enrolment',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'enrolment')) {
      const recorded = study.enrolment
      if (recorded === undefined || agrees(claim, recorded.count)) continue
      const {number, kindOfFact} = wordsFor('en')
      const kind = recorded.type ? ` (${kindOfFact(recorded.type)})` : ''
      const unsure = isUnsure(study, 'enrollmentInfo.count') || isUnsure(study, 'enrollmentInfo')
      yield contradiction(
        claim,
        study,
        `${number(recorded.count)} participants${kind}`,
        unsure ? {severity: 'note'} : {}
      )
    }
  }
}

/** A rounded number is within a tenth of what it rounds. */
function agrees({count, bound}: Extract<Claim, {about: 'enrolment'}>, recorded: number): boolean {
  if (bound === 'least') return count <= recorded
  if (bound === 'most') return recorded <= count
  return bound === 'about' ? Math.abs(count - recorded) <= recorded / 10 : count === recorded
}
