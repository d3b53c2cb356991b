import type {SaidStatus} from '../model/claim.js'
import type {Study} from '../model/study.js'
import {wordsFor} from '../words/index.js'
import {isUnsure} from './contradiction.js'

/**
 * `changed`: the record is younger than the review, which may have been right; `outdated`: the record is older and may
 * be the one that is wrong; `unknown`: the registry does not know either.
 */
export type Verdict = 'right' | 'wrong' | 'changed' | 'outdated' | 'unknown'

/** What is to be thought of a status that a review gives, as of the review’s date; without one, as of the record. */
export function judgeStatus(said: SaidStatus, study: Study, date: string | undefined): Verdict {
  const {status, origin} = study
  if (status === undefined || agreeing[said].includes(status)) return 'right'
  const reached = stages[status]
  if (status === 'UNKNOWN' || reached === undefined) return 'unknown'
  if (isUnsure(study, 'statusModule.overallStatus')) return isOld(study, date) ? 'outdated' : 'unknown'
  if (date === undefined) return 'wrong'
  if (stageOf[said] < reached && isYounger(study, date)) return 'changed'
  if (reached < ended && stageOf[said] > reached && isOld(study, date) && (origin.asOf ?? '') <= date)
    return 'outdated'
  return 'wrong'
}

/** `completed (16 July 2021)`, `status unknown, last known enrolling by invitation` */
export function recordedStatus({status = '', lastKnownStatus, completion, primaryCompletion}: Study): string {
  const {status: inWords, date} = wordsFor('en')
  if (status === 'UNKNOWN')
    return `status unknown${lastKnownStatus ? `, last known ${inWords(lastKnownStatus, undefined).toLowerCase()}` : ''}`
  const end = completion ?? primaryCompletion
  const day = stages[status] === ended && end && end.type !== 'ESTIMATED' ? ` (${date(end.date)})` : ''
  return `${inWords(status, undefined).toLowerCase()}${day}`
}

const agreeing: Readonly<Record<SaidStatus, readonly string[]>> = {
  planned: ['NOT_YET_RECRUITING'],
  recruiting: ['RECRUITING', 'ENROLLING_BY_INVITATION'],
  'by-invitation': ['ENROLLING_BY_INVITATION'],
  active: ['ACTIVE_NOT_RECRUITING', 'RECRUITING', 'ENROLLING_BY_INVITATION'],
  ongoing: ['ACTIVE_NOT_RECRUITING', 'RECRUITING', 'ENROLLING_BY_INVITATION', 'SUSPENDED', 'AVAILABLE'],
  suspended: ['SUSPENDED'],
  completed: ['COMPLETED'],
  terminated: ['TERMINATED', 'SUSPENDED'],
  withdrawn: ['WITHDRAWN'],
  ended: ['COMPLETED', 'TERMINATED', 'WITHDRAWN', 'NO_LONGER_AVAILABLE']
}

/** How far a trial has come: to begin, recruiting, active, ended. */
const ended = 3
const stages: Readonly<Record<string, number>> = {
  NOT_YET_RECRUITING: 0,
  RECRUITING: 1,
  ENROLLING_BY_INVITATION: 1,
  SUSPENDED: 1,
  AVAILABLE: 1,
  ACTIVE_NOT_RECRUITING: 2,
  COMPLETED: ended,
  TERMINATED: ended,
  WITHDRAWN: ended,
  NO_LONGER_AVAILABLE: ended
}
const stageOf: Readonly<Record<SaidStatus, number>> = {
  planned: 0,
  recruiting: 1,
  'by-invitation': 1,
  active: 2,
  ongoing: 2,
  suspended: 2,
  completed: ended,
  terminated: ended,
  withdrawn: ended,
  ended
}

/** Whether the record came to what it says after the review was written, as far as its dates tell. */
function isYounger({status = '', origin, completion, primaryCompletion}: Study, date: string): boolean {
  const end = [completion, primaryCompletion].flatMap((each) => each?.date ?? [])
  if (stages[status] === ended) {
    if (end.length > 0) return end.every((each) => after(each, date))
    return origin.asOf !== undefined && after(origin.asOf, date)
  }
  return origin.asOf !== undefined && after(origin.asOf, monthAfter(date))
}

/** Whether the record’s own plans had run out before the review was written. */
function isOld({completion, primaryCompletion}: Study, date: string | undefined): boolean {
  const end = completion ?? primaryCompletion
  return date !== undefined && end !== undefined && !after(end.date, date)
}

/** Whether a date, of whatever precision, is surely after another. */
function after(one: string, other: string): boolean {
  return one.slice(0, other.length) > other.slice(0, one.length)
}

/** A record up to a month younger than the review is taken to be of its day. */
function monthAfter(date: string): string {
  const [year = 0, month = 1, day = '01'] = date
    .split('-')
    .map((part, index) => (index < 2 ? Number(part) : part))
  const next = Number(month) % 12
  return [
    Number(year) + (next === 0 ? 1 : 0),
    String(next + 1).padStart(2, '0'),
    String(day).padStart(2, '0')
  ].join('-')
}
