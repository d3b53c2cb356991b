import type {Claim, Naming} from './claim.js'
import type {Document} from './document.js'
import type {Evidence} from './evidence.js'
import type {Severity} from './finding.js'
import type {Place} from './origin.js'

/** All that checks judge by. */
export interface Facts {
  readonly document: Document
  readonly evidence: Evidence
  /** What the prose says of trials. */
  readonly claims: readonly Claim[]
  /** Where the prose names trials. */
  readonly namings: readonly Naming[]
  /** Trials whose ids stand in the review that a talk takes from. */
  readonly known?: ReadonlySet<string>
}

/** One defect of a review: facts → complaints. Its rule is the name of the file that holds it. */
export interface Check {
  readonly rule: string
  readonly severity: Severity
  find(facts: Facts): Iterable<Complaint>
}

/** What a check has found: where, in words; a severity of its own where it is less sure than its check. */
export interface Complaint {
  readonly place: Place
  readonly message: string
  readonly severity?: Severity
}
