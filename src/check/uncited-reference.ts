import type {Check} from '../model/check.js'
import type {Document} from '../model/document.js'
import type {WorkMention} from '../model/work-mention.js'
import {allWords} from '../words/index.js'
import {citedInProse} from './works/cited-in-prose.js'
import {quoted} from './works/named-work.js'

/**
 * A work of the reference list that the text never cites. A note: no reader is misled, but one may look in vain for what
 * the work bears out. Where no work at all is cited, the list is told once; one for further reading never.
 */
export const uncitedReference: Check = {
  rule: 'uncited-reference',
  severity: 'note',
  *find({document}) {
    const listed = listedWorks(document)
    const uncited = uncitedOf(listed, document)
    const [first] = uncited
    if (!first) return
    if (uncited.length > 1 && uncited.length === listed.length) {
      const place = headingPlace(document) ?? first.passage.at(0)
      yield {
        place,
        message: `Unexpected reference list of ${uncited.length} works that the text never cites, expected links to them in the text, citations, or the heading of a list for further reading`
      }
      return
    }
    for (const mention of uncited)
      yield {
        place: mention.passage.at(0),
        message: `Unexpected reference ${quoted(mention)} that the text never cites, expected a link to it in the text or \`[@${mention.work.item.id}]\``
      }
  }
}

/** Each work of the list once, by its first item; of lists for further reading none. */
function listedWorks({workMentions}: Document): WorkMention[] {
  const listed = new Map(
    workMentions
      .filter(({passage}) => passage.inReferences && !isFurtherReading(passage.section))
      .toReversed()
      .map((mention) => [mention.work, mention])
  )
  return [...listed.values()].toReversed()
}

function isFurtherReading(heading: string): boolean {
  return allWords.some((words) => words.furtherReadingHeadings.test(heading))
}

function uncitedOf(listed: readonly WorkMention[], {workMentions, passages}: Document): WorkMention[] {
  if (listed.length === 0) return []
  const cited = new Set(workMentions.filter(({passage}) => !passage.inReferences).map(({work}) => work))
  const items = passages.filter(({inReferences, kind}) => inReferences && kind !== 'heading')
  const depth = Math.min(...items.map(({leads}) => leads.length))
  const numbered = items.filter(({leads}) => leads.length === depth)
  const numbers = new Map(numbered.map((passage, index) => [passage, numberOf(passage.text) ?? index + 1]))
  const isCited = citedInProse(passages)
  return listed.filter(({work, passage}) => !cited.has(work) && !isCited(work, numbers.get(passage) ?? 0))
}

/** The number that an item gives itself: `[3] Miller …`, `3. Miller …`. */
function numberOf(text: string): number | undefined {
  const [, number] = /^\[?(\d{1,3})[\].)]/.exec(text) ?? []
  return number === undefined ? undefined : Number(number)
}

function headingPlace({passages}: Document) {
  const first = passages.findIndex(({inReferences}) => inReferences)
  const heading = passages[first - 1]
  return heading?.kind === 'heading' ? heading.at(0) : undefined
}
