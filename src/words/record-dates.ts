import type {RecordDates} from '../model/drawing.js'
import type {Study} from '../model/study.js'

/** As of when some records are. ISO dates of any precision compare as text. */
export function recordDates(studies: readonly Study[]): RecordDates {
  const dates = studies.flatMap(({origin}) => (origin.asOf ? [origin.asOf] : [])).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  return {
    ...(from && to ? {from, to} : {}),
    unknown: studies.length - dates.length,
    of: studies.length
  }
}
