import type {Check} from '../model/check.js'
import {givenOf} from './works/given.js'
import {asRecorded} from './works/record-of.js'

/** A title that is not the work’s own: a note where it is only cut, as it still leads a reader to the work. */
export const referenceTitle: Check = {
  rule: 'reference-title',
  severity: 'warning',
  *find({document, evidence}) {
    for (const {work, passage, title} of givenOf(document.workMentions, evidence)) {
      if (!title || title.comparison.likeness === 'same') continue
      const isCut = title.comparison.likeness === 'cut'
      yield {
        place: passage.at(title.from),
        message: `Unexpected ${isCut ? 'cut ' : ''}title “${title.text}”, expected “${work.item.title}”, ${asRecorded(work)}`,
        ...(isCut ? {severity: 'note'} : {})
      }
    }
  }
}
