import type {VFile} from 'vfile'
import {runChecks} from '../check/run-checks.js'
import {toClaims} from '../claim/to-claims.js'
import type {Document} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'

/** Holds what a review, or a talk of one, says against the evidence; what does not agree is said on its file. */
export function checkDocument(document: Document, file: VFile, evidence: Evidence, of?: Document): void {
  const {claims, namings} = toClaims(document.passages, evidence, document.language)
  const known = new Set(of?.trials.map(({id}) => id))
  for (const {place, message, severity, rule} of runChecks({document, evidence, claims, namings, known})) {
    const said = file.message(message, {place, source: 'check', ruleId: rule})
    // The convention of VFile: true is an error, false a warning, none a note.
    said.fatal = severity === 'note' ? undefined : severity === 'error'
  }
}
