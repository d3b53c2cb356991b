import type {Document} from '../model/document.js'
import type {Finding} from '../model/finding.js'
import {count} from './findings.js'

/** Why a review is not built, if so. */
export function refusal(
  {status}: Pick<Document, 'status'>,
  findings: readonly Finding[]
): string | undefined {
  if (count(findings, 'error') > 0) return 'errors'
  const open = count(findings, 'warning')
  if (status !== 'final' || open === 0) return undefined
  const them = open === 1 ? 'a warning' : `${open} warnings`
  return `${them} in a final review: mend ${open === 1 ? 'it' : 'each'}, or waive it where it stands with \`<!-- lectern-waive rule-id: reason -->\``
}
