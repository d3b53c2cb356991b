import type {Check, Complaint, Facts} from '../model/check.js'
import type {Severity} from '../model/finding.js'
import {changedSince} from './changed-since.js'
import {correctedWork} from './corrected-work.js'
import {malformedTrialId} from './malformed-trial-id.js'
import {organisationSpelling} from './organisation-spelling.js'
import {referenceJournal} from './reference-journal.js'
import {referenceTitle} from './reference-title.js'
import {referenceYear} from './reference-year.js'
import {retiredAddress} from './retired-address.js'
import {retractedWork} from './retracted-work.js'
import {trialAcronym} from './trial-acronym.js'
import {trialDate} from './trial-date.js'
import {trialEnrolment} from './trial-enrolment.js'
import {trialIntervention} from './trial-intervention.js'
import {trialPhase} from './trial-phase.js'
import {trialSponsor} from './trial-sponsor.js'
import {trialStatus} from './trial-status.js'
import {trialWithoutId} from './trial-without-id.js'
import {uncitedReference} from './uncited-reference.js'
import {uncitedTrial} from './uncited-trial.js'
import {unknownTrial} from './unknown-trial.js'
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
  unmentionedResults,
  malformedTrialId,
  unknownTrial,
  retiredAddress,
  referenceTitle,
  referenceJournal,
  referenceYear,
  retractedWork,
  correctedWork,
  uncitedReference,
  uncitedTrial,
  organisationSpelling
]

/** What all checks find, each with its rule and severity. */
export function runChecks(facts: Facts): (Complaint & {rule: string; severity: Severity})[] {
  return checks.flatMap(({rule, severity, find}) =>
    [...find(facts)].map((complaint) => ({severity, ...complaint, rule}))
  )
}
