import type {Check, Complaint, Facts} from '../model/check.js'
import type {Severity} from '../model/finding.js'

/** All checks of what a review says, in the order their findings are told for one place. */
export const checks: readonly Check[] = []

/** What all checks find, each with its rule and severity. */
export function runChecks(facts: Facts): (Complaint & {rule: string; severity: Severity})[] {
  return checks.flatMap(({rule, severity, find}) =>
    [...find(facts)].map((complaint) => ({severity, ...complaint, rule}))
  )
}
