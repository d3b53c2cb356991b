import type {Document} from '../model/document.js'
import type {Finding, Severities} from '../model/finding.js'
import {findingsOf} from './findings.js'
import type {Reading} from './read-talk.js'
import {severe} from './severe.js'

/** Why a review and its talk are not built, if so. */
export function refusalOf({written}: Reading, severities: Severities | undefined): string | undefined {
  for (const {file, document} of written) {
    const refused = document ? refusal(document, findingsOf(file, severities)) : 'errors'
    if (refused) return refused
  }
  return undefined
}

/** Why a review is not built, if so. */
function refusal({status}: Pick<Document, 'status'>, findings: readonly Finding[]): string | undefined {
  if (severe(findings, 'error') > 0) return 'errors'
  const open = severe(findings, 'warning')
  if (status !== 'final' || open === 0) return undefined
  const them = open === 1 ? 'a warning' : `${open} warnings`
  return `${them} in a final review: mend ${open === 1 ? 'it' : 'each'}, or waive it where it stands with \`<!-- lectern-waive rule-id: reason -->\``
}
