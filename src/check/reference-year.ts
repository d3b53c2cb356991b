import type {Check, Complaint} from '../model/check.js'
import {type Given, givenOf} from './works/given.js'
import {asRecorded} from './works/record-of.js'
import {yearsOf} from './works/years.js'

/**
 * A year in which the work did not appear. A note where the record has a bare year and the next or the one before is
 * given: online and in print are often a year apart.
 */
export const referenceYear: Check = {
  rule: 'reference-year',
  severity: 'warning',
  *find({document, evidence}) {
    for (const given of givenOf(document.workMentions, evidence)) {
      const complaint = complaintOf(given)
      if (complaint) yield complaint
    }
  }
}

function complaintOf({work, passage, years}: Given): Complaint | undefined {
  const own = yearsOf(work.item)
  const [first] = years
  // Of several years one may be the right one.
  if (!first || own.length === 0 || years.some(({year}) => year !== first.year) || own.includes(first.year))
    return undefined
  const parts = work.item.issued?.['date-parts'][0] ?? []
  const [issued = 0] = parts
  // A day is that of the online version; its issue often bears the next year.
  if (parts.length === 3 && first.year === issued + 1) return undefined
  const isNear = parts.length === 1 && Math.abs(first.year - issued) === 1
  return {
    place: passage.at(first.from),
    message: `Unexpected year \`${first.year}\`, expected \`${own.join('` or `')}\`, ${asRecorded(work)}`,
    ...(isNear ? {severity: 'note'} : {})
  }
}
