import type {Document} from '../model/document.js'
import type {Finding} from '../model/finding.js'

/**
 * A review with what its report tells of its checks: a draft tells what is found and waived, and which records it is held
 * against; a final only what is waived, with the records.
 */
export function withAudit(document: Document, findings: readonly Finding[]): Document {
  const waivers = findings.filter(({waived}) => waived !== undefined)
  const open = document.status === 'final' ? [] : findings.filter(({waived}) => waived === undefined)
  const isDue =
    waivers.length + open.length > 0 || (document.status === 'draft' && document.trials.length > 0)
  return isDue ? {...document, audit: {findings: open, waivers}} : document
}
