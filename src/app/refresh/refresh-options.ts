import type {Finding} from '../../model/finding.js'
import type {Outside} from '../../registry/ask.js'

/** What a caller asks of a refresh. */
export interface RefreshOptions {
  readonly project: string
  readonly trials: boolean
  readonly references: boolean
  /** Says what would change, and writes nothing. */
  readonly dryRun: boolean
  /** Ids to take in besides: those named, or all that the text names and the evidence lacks. */
  readonly add: readonly string[] | 'named'
  /** The day it is, `YYYY-MM-DD` in UTC. */
  readonly today: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly outside: Pick<Outside, 'fetch' | 'now' | 'sleep'>
  readonly tell: RefreshTeller
}

/** What a refresh says on the way. */
export interface RefreshTeller {
  finding(finding: Finding): void
  /** `NCT04856982: enrolment 150 → 158` */
  change(line: string): void
  /** How far it is, and what could not be had. */
  say(line: string): void
}

/** What came of a refresh. */
export interface RefreshResult {
  /** Whether all that was asked for could be had. */
  readonly whole: boolean
  /** What it came to, as Markdown for a pull request. */
  readonly summary: string
}
