import type {Finding, Severities, Severity} from '../model/finding.js'
import {rules} from '../model/rules.js'

const levels: readonly Severity[] = ['note', 'warning', 'error']

/**
 * A finding as severe as the project has its rule, or none where that is off. One that is less sure than its rule is not
 * raised, and an error stays one.
 */
export function withSeverity<T extends {readonly finding: Finding}>(each: T, severities: Severities): T[] {
  const {rule, severity} = each.finding
  const wanted = severities[rule]
  const usual = rules[rule]?.severity ?? severity
  if (wanted === undefined || severity === 'error') return [each]
  if (wanted === 'off') return []
  const isLess = levels.indexOf(severity) < levels.indexOf(usual)
  const settled = isLess && levels.indexOf(severity) < levels.indexOf(wanted) ? severity : wanted
  return [{...each, finding: {...each.finding, severity: settled}}]
}
