import {formatFinding} from '../format-finding.js'
import {severe} from '../severe.js'
import type {CheckReport} from './check-report.js'

/** Findings a line each, then what would not be built and why, then how many there are. */
export function toText({open, waived, reviews, baseline, showWaived}: CheckReport): string {
  const shown = showWaived ? waived.map((each) => `${formatFinding(each)}  waived: ${each.waived}`) : []
  const refused = reviews.flatMap(({name, refused}) =>
    refused === undefined ? [] : [`${name}: would not be built, ${refused}`]
  )
  const kinds = (['error', 'warning', 'note'] as const).map((kind) => counted(severe(open, kind), kind))
  const compared = baseline
    ? [`${baseline.known} known to the baseline`, `${goneOf(baseline.gone)} gone from it`]
    : []
  const parts = [...kinds, ...(waived.length > 0 ? [`${waived.length} waived`] : []), ...compared]
  const summary = `${counted(reviews.length, 'review')}: ${parts.join(', ')}`
  return `${[...open.map(formatFinding), ...shown, ...refused, summary].join('\n')}\n`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function goneOf(entries: readonly {readonly count: number}[]): number {
  return entries.reduce((sum, entry) => sum + entry.count, 0)
}
