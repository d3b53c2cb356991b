import type {Claim} from '../model/claim.js'
import type {Evidence} from '../model/evidence.js'
import type {Passage} from '../model/passage.js'

/** What the passages of a review say of trials, in the language they are written in. */
export function toClaims(_passages: readonly Passage[], _evidence: Evidence, _language: string): Claim[] {
  return []
}
