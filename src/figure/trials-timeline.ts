import type {Drawing} from '../model/drawing.js'
import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {recordDates} from '../words/record-dates.js'
import type {Chart} from './chart.js'
import {type Key, legend} from './legend.js'
import {courseLine, dateMark, radius, statusMark, statusSize} from './marks.js'
import {mostHeight, palette, width} from './palette.js'
import {type Axis, type Piece, text} from './panel.js'
import {alternative, byProgress, dateOf, nameOf, statusOf} from './says.js'
import {spanOf} from './span.js'
import {idAt, left, row, rowOf} from './timeline-row.js'

const right = 612
const top = 20
const foot = 9

/** One row a trial, from start to completion, in the order of their starts; trials without a start come last. */
export function trialsTimeline(studies: readonly Study[], words: Words, chart: Chart): Drawing {
  const sorted = [...studies].sort(
    (a, b) => compare(a.start?.date ?? last, b.start?.date ?? last) || compare(a.id, b.id)
  )
  const keys = legend(legendOf(words))
  const perPanel = Math.floor((mostHeight - top - foot - keys.height) / row)
  const years = yearsOf(sorted)
  const panels = chunks(sorted, perPanel).map((rows, index, all) => {
    const bottom = top + rows.length * row
    const height = Math.ceil(bottom + foot + keys.height)
    const axis = years && {...years, left, right, top, bottom}
    const at = axis && chart.scale(axis)
    const part = all.length > 1 ? ` ${words.part(index + 1, all.length)}` : ''
    return chart.draw({
      height,
      label: [`${headline(sorted, words)}${part}.`, ...rows.map((study) => tell(study, words))].join(' '),
      ...(axis ? {axis} : {}),
      pieces: [
        text(idAt, top - 9, words.columns.trial, {size: 9, fill: palette.quiet, weight: 600}),
        ...rows.flatMap((study, place) => rowOf(study, top + (place + 0.5) * row, at, words)),
        ...Array.from({length: rows.length + 1}, (_, line) =>
          ruleAt(top + line * row, line % rows.length === 0)
        ),
        ...keys.at(bottom + foot)
      ]
    })
  })
  return {
    panels,
    alternative: alternative(headline(sorted, words), sorted, words, (study) => tell(study, words), [
      ...byProgress(words),
      [words.figures.startReported, ({start}) => !start],
      [words.figures.completionReported, ({completion}) => !completion]
    ]),
    trials: sorted.map(({id}) => id),
    asOf: recordDates(sorted)
  }
}

/** After every date. */
const last = '~'

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function chunks<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most)
  // Pictures of the same figure are as high as each other.
  const each = Math.ceil(all.length / Math.max(count, 1))
  return Array.from({length: count}, (_, index) => all.slice(index * each, (index + 1) * each))
}

/** Whole years round all dates, the same for every panel, and from how many to how many a label is set. */
function yearsOf(studies: readonly Study[]): Pick<Axis, 'from' | 'to' | 'step'> | undefined {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const {start, completion} of studies) {
    for (const date of [start, completion]) {
      if (!date) continue
      const span = spanOf(date)
      from = Math.min(from, Math.floor(span.from))
      to = Math.max(to, Math.ceil(span.to))
    }
  }
  if (from > to) return undefined
  // A year is never so wide that what stands beside its mark finds no room.
  to = Math.max(to, from + 4)
  const step = steps.find((each) => (each * (right - left)) / (to - from) >= 36) ?? 5000
  return {from, to, step}
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]

function headline(studies: readonly Study[], words: Words): string {
  return words.figures.headlines['trials-timeline'](studies.length)
}

function tell(study: Study, words: Words): string {
  const {columns, figures} = words
  const {start, completion} = study
  const dates =
    start || completion
      ? [
          dateOf(columns.start, start, figures.startReported, words),
          dateOf(columns.completion, completion, figures.completionReported, words)
        ]
      : [figures.neitherReported]
  return figures.sentence(nameOf(study), [statusOf(study, words), ...dates])
}

function ruleAt(y: number, isOuter: boolean): Piece {
  const stroke = isOuter ? palette.ink : palette.hairline
  return {
    kind: 'line',
    look: {layer: isOuter ? 2 : 0, stroke, strokeWidth: isOuter ? 0.8 : 0.6},
    x1: 0,
    x2: width,
    y1: y,
    y2: y
  }
}

function legendOf({figures}: Words): Key[][] {
  const dates = (['actual', 'estimated', 'unstated'] as const).map((certainty) => ({
    label: figures[certainty],
    mark: 38,
    draw: (x: number, y: number) => [
      courseLine(certainty, x + radius, x + 38 - radius, y),
      ...dateMark('start', certainty, [x, x + 2 * radius], y),
      ...dateMark('completion', certainty, [x + 38 - 2 * radius, x + 38], y)
    ]
  }))
  const partial = {
    label: figures.partial,
    mark: 20,
    draw: (x: number, y: number) => dateMark('start', 'actual', [x, x + 20], y)
  }
  return [[...dates, partial], statusKeys(figures)]
}

/** The marks of the statuses. */
export function statusKeys({progress}: Words['figures']): Key[] {
  return (['done', 'running', 'planned', 'stopped', 'unclear'] as const).map((each) => ({
    label: progress[each],
    mark: statusSize,
    draw: (x: number, y: number) => statusMark(each, x, y)
  }))
}
