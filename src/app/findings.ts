import type {VFile} from 'vfile'
import type {Finding, Severity} from '../model/finding.js'

/** What was said of a file, in the order of the text. A message’s `fatal` is the VFile convention: error, warning, note. */
export function findingsOf(file: VFile): Finding[] {
  return file.messages
    .map((message) => ({
      file: file.path,
      place: {line: message.line ?? 1, column: message.column ?? 1},
      severity: severityOf(message.fatal),
      message: message.reason,
      rule: message.ruleId ?? 'lectern'
    }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
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
