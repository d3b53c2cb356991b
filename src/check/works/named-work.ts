import type {Facts} from '../../model/check.js'
import type {Reference} from '../../model/reference.js'
import type {WorkMention} from '../../model/work-mention.js'

/** Each work that a review names, with where it does so. */
export function namedWorks({document}: Facts): Map<Reference, WorkMention[]> {
  const works = new Map<Reference, WorkMention[]>()
  for (const mention of document.workMentions) {
    const mentions = works.get(mention.work)
    if (mentions) mentions.push(mention)
    else works.set(mention.work, [mention])
  }
  return works
}

/** The words that name a work, quoted, no longer than a line. */
export function quoted({passage, from, to}: WorkMention): string {
  const text = passage.text.slice(from, to)
  return `“${text.length <= 90 ? text : `${text.slice(0, 90).trimEnd()}…`}”`
}
