import type {Artifact} from '../model/artifact.js'
import type {Finding} from '../model/finding.js'
import type {OutputName, Paper} from '../model/matter.js'

/** What a caller asks of a build. */
export interface BuildOptions {
  /** The project’s folder, which holds `content/`. */
  readonly project: string
  /** Where publications go. */
  readonly out: string
  /** Names of reviews; all where none is named. */
  readonly reviews: readonly string[]
  /** Outputs to make; otherwise those of the front matter, or all. */
  readonly only?: readonly OutputName[]
  readonly paper?: Paper
  /** Where the browser is unpacked. */
  readonly cache: string
  /** A browser to use in place of the embedded one. */
  readonly browser?: string
  /** Told what happens as it happens. */
  readonly tell: Teller
}

/** What a build says on the way. */
export interface Teller {
  finding(finding: Finding): void
  /** A review was published. */
  built(review: string, artifacts: readonly Artifact[]): void
  /** A review was not: it has errors, or warnings and is final. */
  failed(review: string, reason: string): void
  /** Something about the machine that is worth a line. */
  say(line: string): void
}

/** What came of a build. */
export interface BuildResult {
  readonly built: readonly string[]
  readonly failed: readonly string[]
  readonly warnings: number
}
