import type {Answer} from '../cache/inquiry.js'
import type {ReviewFile} from '../reviews.js'
import {type Editions, openEditions} from './editions.js'
import type {Condition, ShownFinding, State} from './protocol.js'

/** All that is known of a review that somebody looks at. */
export interface Desk {
  readonly review: ReviewFile
  readonly editions: Editions
  title: string
  condition: Condition
  reason: string | undefined
  busy: boolean
  /** Whether nobody looked when it might have been made again. */
  isStale: boolean
  findings: readonly ShownFinding[]
  /** What was asked of the project for all of its outputs; undefined while some are to be made. */
  answers: readonly Answer[] | undefined
  /** What was asked of the project when it was last read. */
  read: readonly Answer[]
  /** What it was made with beside the project’s files. */
  made: Readonly<Record<string, unknown>> | undefined
}

export function openDesk(review: ReviewFile): Desk {
  return {
    review,
    editions: openEditions(Date.now),
    title: review.name,
    condition: 'reading',
    reason: undefined,
    busy: true,
    isStale: false,
    findings: [],
    answers: undefined,
    read: [],
    made: undefined
  }
}

/** What is told of it. */
export function stateOf(desk: Desk, reviews: State['reviews']): State {
  const {review, title, condition, reason, busy, editions, findings} = desk
  return {
    ...{review: review.name, title, condition, busy, findings, reviews},
    ...(reason === undefined ? {} : {reason}),
    outputs: editions.all().map(([output, {version, pages, at}]) => ({
      ...{output, version, at},
      ...(pages === undefined ? {} : {pages})
    }))
  }
}
