import type {Severity} from '../model/finding.js'
import type {Origin} from '../model/origin.js'

/** What the report’s audit says of itself. */
export interface AuditWords {
  readonly title: string
  /** What the reader is shown, and how to read it. */
  readonly lead: string
  readonly findings: string
  readonly waivers: string
  readonly records: string
  readonly columns: {
    readonly place: string
    readonly severity: string
    readonly finding: string
    readonly rule: string
    readonly reason: string
    readonly record: string
    readonly origin: string
  }
  readonly severities: Readonly<Record<Severity, string>>
  readonly origins: Readonly<Record<Origin['kind'], string>>
}
