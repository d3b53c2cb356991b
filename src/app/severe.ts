import type {Finding} from '../model/finding.js'

/** How many findings are this severe, and not waived. */
export function severe(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity && finding.waived === undefined).length
}
