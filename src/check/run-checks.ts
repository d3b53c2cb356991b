import type {Check, Complaint, Facts} from '../model/check.js'
import type {Severity} from '../model/finding.js'
import {changedSince} from './changed-since.js'
import {trialAcronym} from './trial-acronym.js'
import {trialDate} from './trial-date.js'
import {trialEnrolment} from './trial-enrolment.js'
import {trialIntervention} from './trial-intervention.js'
import {trialPhase} from './trial-phase.js'
import {trialSponsor} from './trial-sponsor.js'
import {trialStatus} from './trial-status.js'
import {trialWithoutId} from './trial-without-id.js'
import {unmentionedResults} from './unmentioned-results.js'

/** All checks of what a review says, in the order their findings are told for one place. */
export const checks: readonly Check[] = [
  trialAcronym,
  trialIntervention,
  trialPhase,
  trialStatus,
  changedSince,
  trialEnrolment,
  trialSponsor,
  trialDate,
  trialWithoutId,
  unmentionedResults
]

/** What all checks find, each with its rule and severity. */
export function runChecks(facts: Facts): (Complaint & {rule: string; severity: Severity})[] {
  return checks.flatMap(({rule, severity, find}) =>
    [...find(facts)].map((complaint) => ({severity, ...complaint, rule}))
  )
}
