import type {Check} from '../model/check.js'
import {givenOf} from './works/given.js'
import {asRecorded} from './works/record-of.js'

/** A journal that is not the work’s own, however shortened. */
export const referenceJournal: Check = {
  rule: 'reference-journal',
  severity: 'warning',
  *find({document, evidence}) {
    for (const {work, passage, otherJournal} of givenOf(document.workMentions, evidence)) {
      const own = work.item['container-title']
      if (!otherJournal || !own) continue
      yield {
        place: passage.at(otherJournal.from),
        message: `Unexpected journal “${otherJournal.text}”, expected “${own}”, ${asRecorded(work)}`
      }
    }
  }
}
