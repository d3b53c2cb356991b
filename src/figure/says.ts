import {type Progress, progressOf} from '../model/progress.js'
import type {Study, StudyDate} from '../model/study.js'
import type {Words} from '../words/index.js'

/** More trials than this are counted instead of told one by one. */
const mostTold = 40

/** What a picture says of its trials: each, or, where there are many, how many of each sort. */
export function alternative(
  headline: string,
  studies: readonly Study[],
  words: Words,
  tell: (study: Study) => string,
  counted: readonly (readonly [what: string, of: (study: Study) => boolean])[]
): string {
  if (studies.length <= mostTold) return [`${headline}.`, ...studies.map(tell)].join(' ')
  const counts = counted
    .map(([what, of]) => ({what, count: studies.filter(of).length}))
    .filter(({count}) => count > 0)
    .map(({what, count}) => words.figures.count(what, count))
  return words.figures.sentence(headline, counts)
}

/** How many are done, under way, planned, stopped and unclear: for `alternative`. */
export function byProgress({figures}: Words): [string, (study: Study) => boolean][] {
  const all = Object.entries(figures.progress) as [Progress, string][]
  return all.map(([progress, label]) => [label, (study) => progressFor(study) === progress])
}

export function progressFor({status}: Study): Progress {
  return progressOf[status ?? ''] ?? 'unclear'
}

/** `NCT02623699 VALOR (Part C)` */
export function nameOf({id, acronym}: Study): string {
  return [id, acronym?.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ')
}

/** `status: completed`, in a sentence. */
export function statusOf({status, lastKnownStatus}: Study, words: Words): string {
  const label = words.columns.status.toLowerCase()
  if (!status) return `${label} ${words.notReported}`
  const said = words.status(status, lastKnownStatus)
  return said.charAt(0).toLowerCase() + said.slice(1)
}

/** `start 20 January 2016 (actual)`; what is absent is said so. */
export function dateOf(label: string, date: StudyDate | undefined, absent: string, words: Words): string {
  if (!date) return absent
  const kind = date.type ? ` (${words.kindOfFact(date.type)})` : ''
  return `${label.toLowerCase()} ${words.date(date.date)}${kind}`
}
