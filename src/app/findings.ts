import type {VFile} from 'vfile'
import type {Finding, Severity} from '../model/finding.js'
import {lineIn} from '../transform/sources.js'

/**
 * What was said of a review, in the order of its text, then of its included files and of the data it asked for,
 * each at its own place. A message’s `fatal` is the VFile convention: error, warning, note.
 */
export function findingsOf(file: VFile): Finding[] {
  const own = file.messages
    .toSorted((a, b) => (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1))
    .map((message) => {
      const {path, line} = lineIn(file, message.line ?? 1)
      return {
        file: path,
        place: {line, column: message.column ?? 1},
        severity: severityOf(message.fatal),
        message: message.reason,
        rule: message.ruleId ?? 'lectern'
      }
    })
  const all = [...own, ...(file.data.others ?? []).flatMap(findingsOf)]
  // A file that is included twice is mended once.
  return [...new Map(all.map((finding) => [formatFinding(finding), finding])).values()]
}

function severityOf(fatal: boolean | null | undefined): Severity {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'note'
}

/** `content/als.md:12:3  warning  Unexpected …, expected …  unknown-trial` */
export function formatFinding({file, place, severity, message, rule}: Finding): string {
  return `${file}:${place.line}:${place.column}  ${severity}  ${message}  ${rule}`
}

/** How many findings are this severe. */
export function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length
}
