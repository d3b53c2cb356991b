import type {Check} from '../model/check.js'
import type {Claim} from '../model/claim.js'
import type {Study, StudyDate} from '../model/study.js'
import {wordsFor} from '../words/index.js'
import {contradiction, heldClaims, isUnsure} from './contradiction.js'

/** A trial is said to have begun or ended at another time than the registry has. */
export const trialDate: Check = {
  rule: 'trial-date',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'start')) {
      if (!study.start || overlaps(claim.date, study.start.date)) continue
      yield contradiction(claim, study, `start ${inWords(study.start)}`, unsure(study, 'startDateStruct'))
    }
    for (const [claim, study] of heldClaims(facts, 'completion')) {
      const {completion, primaryCompletion} = study
      if (isPossible(claim, study)) continue
      const registry = [
        primaryCompletion && `primary completion ${inWords(primaryCompletion)}`,
        completion && `completion ${inWords(completion)}`
      ]
      yield contradiction(
        claim,
        study,
        registry.filter((each) => each !== undefined).join(', '),
        unsure(study, 'ompletionDateStruct')
      )
    }
  }
}

/** Anything from the primary completion to the end; without an end, anything after. */
function isPossible({date}: Extract<Claim, {about: 'completion'}>, study: Study): boolean {
  const [first, last] = [study.primaryCompletion?.date, study.completion?.date]
  if (first === undefined && last === undefined) return true
  if ([first, last].some((each) => each !== undefined && overlaps(date, each))) return true
  if (first === undefined) return false
  return isBefore(first, date) && (last === undefined || isBefore(date, last))
}

function overlaps(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}

function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

function inWords({date, type}: StudyDate): string {
  const {date: say, kindOfFact} = wordsFor('en')
  return `${say(date)}${type === 'ESTIMATED' ? ` (${kindOfFact(type)})` : ''}`
}

function unsure(study: Study, path: string): {severity?: 'note'} {
  return isUnsure(study, path) ? {severity: 'note'} : {}
}
