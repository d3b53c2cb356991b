import type {Place} from './origin.js'

/**
 * error: the page would be wrong or unsafe, the review is not built.
 * warning: a reader could be misled; a final review is not built.
 * note: worth knowing, stops nothing.
 */
export type Severity = 'error' | 'warning' | 'note'

/** One thing found, at one place of one file. */
export interface Finding {
  readonly file: string
  readonly place: Place
  readonly severity: Severity
  readonly message: string
  /** `unknown-trial`: the name of the rule, the same as of the file that holds it. */
  readonly rule: string
  /** Why it may stand, where the author waived it. */
  readonly waived?: string
}

/** What `lectern.yaml` makes of rules: their severity in this project, or nothing at all. */
export type Severities = Readonly<Record<string, Severity | 'off'>>
