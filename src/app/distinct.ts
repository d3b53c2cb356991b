import type {Finding} from '../model/finding.js'
import {formatFinding} from './format-finding.js'

/** Each thing once: a file that is included twice is mended once; waived in one place only, it is not waived. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const key = formatFinding(finding)
    if (!known.has(key) || finding.waived === undefined) known.set(key, finding)
  }
  return [...known.values()]
}
