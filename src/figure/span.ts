import type {StudyDate} from '../model/study.js'
import type {Certainty} from './marks.js'

/** From when to when a date may be, in years: a day, a month or a year long. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly certainty: Certainty
}

/** `2015-07` is somewhere in July 2015. Months count a twelfth of a year each; a day that no month has tells its month. */
export function spanOf({date, type}: StudyDate): Span {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const certainty = type === 'ACTUAL' ? 'actual' : type === 'ESTIMATED' ? 'estimated' : 'unstated'
  if (month < 1 || month > 12) return {from: year, to: year + 1, certainty}
  const from = year + (month - 1) / 12
  const days = daysOf(year, month)
  if (day < 1 || day > days) return {from, to: from + 1 / 12, certainty}
  return {from: from + (day - 1) / days / 12, to: from + day / days / 12, certainty}
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return isLeap ? 29 : 28
}
