import type {CheckReport} from './check-report.js'
import {toAnnotations} from './to-annotations.js'
import {toJson} from './to-json.js'
import {toSarif} from './to-sarif.js'
import {toText} from './to-text.js'

/** How findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]

/** A check’s report in a format, ending with a new line. */
export function reportCheck(report: CheckReport, format: Format): string {
  return printers[format](report)
}

const printers: Readonly<Record<Format, (report: CheckReport) => string>> = {
  text: toText,
  json: toJson,
  sarif: toSarif,
  github: toAnnotations
}
