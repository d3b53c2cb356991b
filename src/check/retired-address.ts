import type {Check} from '../model/check.js'
import {todaysAddress} from './trials/classic-address.js'

/**
 * An address of the registry’s classic site, in a link or printed. A note: a trial’s page is printed with today’s
 * address, so no reader is misled.
 */
export const retiredAddress: Check = {
  rule: 'retired-address',
  severity: 'note',
  *find({document}) {
    for (const passage of document.passages) {
      const linked = passage.links.filter(({href}) => todaysAddress(href) !== undefined)
      const printed = [...passage.text.matchAll(classic)]
        .map((match) => ({href: match[0].replace(/[.,:;!?’”"']+$/, ''), from: match.index}))
        .filter(({from}) => !linked.some((link) => link.from <= from && from < link.to))
      for (const {href, from} of [...linked, ...printed]) {
        const today = todaysAddress(href)
        if (!today) continue
        yield {
          place: passage.at(from),
          message: `Unexpected retired address \`${href}\`, expected \`${today}\``
        }
      }
    }
  }
}

const classic =
  /(?<![\p{L}\p{N}.-])(?:https?:\/\/)?(?:www\.)?(?:classic\.clinicaltrials\.gov|clinicaltrials\.gov\/(?:ct2?|show)(?=\/))[^\s<>()[\]“”"«»,;]*/giu
