import type {AuditWords} from './audit-words.js'

/** What the audit says in English. */
export const audit: AuditWords = {
  title: 'Audit',
  lead: 'What the checks found in this review, what its authors let stand and why, and the registry records it is held against. A place is a file of the review and a line of it.',
  findings: 'Findings',
  waivers: 'Waivers: findings that stand, and why',
  records: 'Records of the trials named, in the order of the text',
  columns: {
    place: 'Place',
    severity: 'Severity',
    finding: 'Finding',
    rule: 'Rule',
    reason: 'Reason',
    record: 'Name',
    origin: 'Origin of the record'
  },
  severities: {error: 'Error', warning: 'Warning', note: 'Note'},
  origins: {compiled: 'compiled by hand from public copies', fetched: 'fetched from the registry'}
}
