import type {Check} from '../model/check.js'
import type {WorkMention} from '../model/work-mention.js'
import {namedWorks, quoted} from './works/named-work.js'
import {asRecorded} from './works/record-of.js'
import {isCorrection, isRetraction, updatesOf, type WorkUpdate} from './works/updates.js'

/**
 * A work that was corrected, or is under an expression of concern, where the review says nothing of it: at its item of
 * the reference list, else where it is named first. A note where the notice is later than the review.
 */
export const correctedWork: Check = {
  rule: 'corrected-work',
  severity: 'warning',
  *find(facts) {
    const {document, evidence} = facts
    const works = namedWorks(facts)
    for (const [work, mentions] of works) {
      const updates = updatesOf(work, evidence)
      const [first] = mentions
      if (!first || updates.some(isRetraction) || saySo(mentions)) continue
      const open = updates.filter((each) => isCorrection(each) && !(each.notice && works.has(each.notice)))
      const [update] = open.filter(({doi}) => !doi || !document.passages.some(({text}) => text.includes(doi)))
      if (!update) continue
      const mention = mentions.find(({passage}) => passage.inReferences) ?? first
      const isLater = document.date !== undefined && update.date !== undefined && document.date < update.date
      yield {
        place: mention.passage.at(mention.from),
        message: `Unexpected reference ${quoted(mention)} without its ${nameOf(update)}, expected a mention of it, ${asRecorded(update.notice ?? work)}`,
        ...(isLater ? {severity: 'note'} : {})
      }
    }
  }
}

/** Whether the words around a work tell of its correction. */
function saySo(mentions: readonly WorkMention[]): boolean {
  return [...new Set(mentions.map(({passage}) => passage))].some(({text}) => says.test(text))
}

const says =
  /corrigend|errat(?:um|a)\b|\bcorrection\b(?! (?:for|pour)\b)|\bcorrected (?:in|by|version|article)\b|\bcorrigée?s? (?:depuis|ensuite)\b|\bversion corrigée|rectificatif|expression of concern/i

function nameOf({type, doi, date}: WorkUpdate): string {
  const details = [doi && `\`${doi}\``, date].filter(Boolean).join(', ')
  return `${type.replaceAll('-', ' ')}${details ? ` (${details})` : ''}`
}
