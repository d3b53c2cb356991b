import type {Artifact, Manifest} from '../model/artifact.js'
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
  /** Builds anew even where nothing changed. */
  readonly force?: boolean
  /** How many reviews are made at once. */
  readonly concurrency: number
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
  /** A review was published, or what was published of it is what it would be now. */
  built(review: string, artifacts: readonly Artifact[]): void
  /** A review was not: it has errors, or warnings and is final. */
  failed(review: string, reason: string): void
  /** Something about the machine that is worth a line. */
  say(line: string): void
  /** So many of all reviews are done. */
  progress?(done: number, all: number): void
}

/** What came of a review; `refused` says why it is not published. */
export interface Outcome {
  readonly findings: readonly Finding[]
  readonly artifacts: readonly Artifact[]
  readonly refused?: string
  /** What is to be published beside the artifacts. */
  readonly manifest?: Manifest
  /** Whether what was published before is what would be now. */
  readonly isUnchanged?: boolean
}

/** What came of a build. */
export interface BuildResult {
  /** What is published now, whether it was made anew or stands as it was. */
  readonly built: readonly string[]
  /** How many of them stand as they were. */
  readonly unchanged: number
  readonly failed: readonly string[]
  readonly warnings: number
}
