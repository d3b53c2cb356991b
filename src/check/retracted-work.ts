import type {Check} from '../model/check.js'
import type {WorkMention} from '../model/work-mention.js'
import {namedWorks, quoted} from './works/named-work.js'
import {asRecorded} from './works/record-of.js'
import {isRetraction, updatesOf, type WorkUpdate} from './works/updates.js'

/**
 * A retracted work that the review stands on without saying so, where it is named first. A warning and no error: a
 * review may have its reason, and says it in a waiver.
 */
export const retractedWork: Check = {
  rule: 'retracted-work',
  severity: 'warning',
  *find(facts) {
    for (const [work, mentions] of namedWorks(facts)) {
      const update = updatesOf(work, facts.evidence).find(isRetraction)
      const [first] = mentions
      if (!update || !first || saySo(mentions)) continue
      yield {
        place: first.passage.at(first.from),
        message: `Unexpected retracted work ${quoted(first)}${detailsOf(update)}, expected no statement that rests on it, or a word that it was retracted, ${asRecorded(update.notice ?? work)}`
      }
    }
  }
}

/** Whether the words around a work tell of its retraction. */
function saySo(mentions: readonly WorkMention[]): boolean {
  return [...new Set(mentions.map(({passage}) => passage))].some(({text}) => says.test(text))
}

const says = /retract|rétract|withdrawn by (?:the|its) (?:journal|publisher|authors?)/i

function detailsOf({doi, date}: WorkUpdate): string {
  const details = [doi && `retraction \`${doi}\``, date].filter(Boolean).join(', ')
  return details ? ` (${details})` : ''
}
