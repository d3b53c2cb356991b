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
      if (recorded.type === 'ACTUAL' && isPlan(claim)) continue
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

/** What was planned may be right where the record only tells what came of it. */
function isPlan({passage, from}: Claim): boolean {
  return plans.test(passage.text.slice(Math.max(0, from - 40), from))
}

const plans =
  /(?:plann|aim(?:ed|s)|intend|target|set out|expect|sought|seek|pr[ée]vo(?:yait|it)|pr[ée]vus?|visait|cible|objectif|escompt)[^.;,]*$/iu

/** A rounded number is near what it rounds; some of the participants are not more than all. */
function agrees({count, bound, part}: Extract<Claim, {about: 'enrolment'}>, recorded: number): boolean {
  if (part) return bound === 'most' || count <= recorded + (bound === 'about' ? leeway(count, recorded) : 0)
  if (bound === 'least') return count <= recorded
  if (bound === 'most') return recorded <= count
  return bound === 'about' ? Math.abs(count - recorded) <= leeway(count, recorded) : count === recorded
}

function leeway(count: number, recorded: number): number {
  const step = count % 100 === 0 ? 20 : count % 10 === 0 ? 5 : 1
  return Math.max(recorded / 10, step)
}
