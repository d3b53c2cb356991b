import type {Finding} from '../model/finding.js'
import type {BaselineEntry} from './baseline.js'
import type {CheckedReview} from './check.js'
import {toAnnotations} from './to-annotations.js'
import {toJson} from './to-json.js'
import {toSarif} from './to-sarif.js'
import {toText} from './to-text.js'

/** How findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]

/** What a check tells: what is open, with what a baseline knows left out, and what is waived. */
export interface CheckReport {
  readonly open: readonly Finding[]
  readonly waived: readonly Finding[]
  readonly reviews: readonly CheckedReview[]
  /** Where findings were compared with a baseline: how many it knows, and what of it is gone. */
  readonly baseline?: {readonly known: number; readonly gone: readonly BaselineEntry[]}
  /** Whether text tells what is waived; data always do. */
  readonly showWaived: boolean
  /** The project’s folder as the working directory sees it, ending with `/`; empty where it is that. */
  readonly prefix: string
}

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
