import type {Check, Complaint, Facts} from '../model/check.js'
import type {Severity} from '../model/finding.js'
import {correctedWork} from './corrected-work.js'
import {malformedTrialId} from './malformed-trial-id.js'
import {organisationSpelling} from './organisation-spelling.js'
import {referenceJournal} from './reference-journal.js'
import {referenceTitle} from './reference-title.js'
import {referenceYear} from './reference-year.js'
import {retiredAddress} from './retired-address.js'
import {retractedWork} from './retracted-work.js'
import {uncitedReference} from './uncited-reference.js'
import {uncitedTrial} from './uncited-trial.js'
import {unknownTrial} from './unknown-trial.js'

/** All checks of what a review says, in the order their findings are told for one place. */
export const checks: readonly Check[] = [
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
