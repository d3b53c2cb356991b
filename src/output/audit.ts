import type {ElementContent} from 'hast'
import type {Document} from '../model/document.js'
import type {Fill} from '../model/fill.js'
import type {Finding} from '../model/finding.js'
import type {Words} from '../words/index.js'
import type {OutputContext} from './output-context.js'

/** The id of the audit’s heading. */
export const auditId = 'audit'

/** The document with the audit among its headings, for contents and running heads. */
export function withAuditHeading(document: Document, {audit}: Words): Document {
  if (!document.audit || document.headings.length === 0) return document
  return {...document, headings: [...document.headings, {id: auditId, depth: 2, text: audit.title}]}
}

/**
 * The report’s last section: what was found in the review, what was waived and why, and the records it is held against.
 * Made once for all pages that hold it: none changes it.
 */
export function auditOf(document: Document, {fill}: OutputContext): readonly ElementContent[] {
  const {audit} = document
  if (!audit) return []
  const known = audits.get(audit)
  if (known?.fill === fill) return known.nodes
  const nodes = makeAudit(document, audit, fill)
  audits.set(audit, {fill, nodes})
  return nodes
}

const audits = new WeakMap<object, {readonly fill: Fill; readonly nodes: readonly ElementContent[]}>()

function makeAudit(
  {trials, language}: Document,
  audit: NonNullable<Document['audit']>,
  fill: Fill
): readonly ElementContent[] {
  const tree = fill('part/audit', {
    id: auditId,
    language,
    // Findings are said in English.
    isForeign: language.split('-')[0] !== 'en',
    findings: audit.findings.length > 0 ? audit.findings.map(toRow) : undefined,
    waivers: audit.waivers.length > 0 ? audit.waivers.map(toRow) : undefined,
    trials: trials.length > 0 ? trials.map(({id, study}) => ({id, study})) : undefined
  })
  return tree.children.filter((node): node is ElementContent => node.type !== 'doctype')
}

/** A finding as the template prints it: what stands between backticks is code. */
function toRow({file, place, severity, message, rule, waived}: Finding): object {
  const pieces = message.split('`')
  const isSound = pieces.length % 2 === 1
  return {
    place: `${file}:${place.line}`,
    severity,
    said: isSound
      ? pieces.map((text, index) => ({text, code: index % 2 === 1}))
      : [{text: message, code: false}],
    rule,
    reason: waived ?? ''
  }
}
