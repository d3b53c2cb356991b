import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {courseLine, dateMark, radius, statusMark} from './marks.js'
import {palette, width} from './palette.js'
import {type Piece, text} from './panel.js'
import {progressFor} from './says.js'
import {type Span, spanOf} from './span.js'
import {cut, textWidth} from './text-width.js'

/** The height of a row. */
export const row = 14
/** Where ids begin. */
export const idAt = 13
/** Where the years begin. */
export const left = 186
const acronymAt = 82
const size = 9.5

/** A trial’s row: status, id, acronym, and its dates; what is not reported is said where it would stand. */
export function rowOf(
  study: Study,
  y: number,
  at: ((year: number) => number) | undefined,
  {figures}: Words
): Piece[] {
  const {start, completion} = study
  const [first, second] = [place(start && spanOf(start), at), place(completion && spanOf(completion), at)]
  const absent =
    !first && !second ? figures.neitherReported : !first ? figures.startReported : figures.completionReported
  return [
    ...statusMark(progressFor(study), 0, y),
    text(idAt, y, study.id, {size, fill: palette.ink, weight: 600}),
    ...(study.acronym
      ? [text(acronymAt, y, cut(study.acronym, left - acronymAt - 12, size), {size, fill: palette.ink})]
      : []),
    ...(first && second ? [courseLine(second.certainty, middle(first.box), middle(second.box), y)] : []),
    ...(first ? dateMark('start', first.certainty, first.box, y) : []),
    ...(second ? dateMark('completion', second.certainty, second.box, y) : []),
    ...(first && second ? [] : note(absent, first ?? second, first !== undefined, y))
  ]
}

interface Place {
  readonly certainty: Span['certainty']
  readonly box: readonly [number, number]
}

/** Where a date’s mark stands: as long as the time it may be, and at least as long as it is high. */
function place(span: Span | undefined, at: ((year: number) => number) | undefined): Place | undefined {
  if (!span || !at) return undefined
  const [from, to] = [at(span.from), at(span.to)]
  const short = Math.max(radius - (to - from) / 2, 0)
  return {certainty: span.certainty, box: [from - short, to + short]}
}

function middle([x1, x2]: readonly [number, number]): number {
  return (x1 + x2) / 2
}

/** What is absent, said on the side where it would stand, or on the other where there is no room; no rule runs through it. */
function note(words: string, beside: Place | undefined, isAfter: boolean, y: number): Piece[] {
  const needed = textWidth(words, noteSize)
  const [x1, x2] = beside?.box ?? [left, left]
  const fits = isAfter ? x2 + 6 + needed <= width : x1 - 6 - needed >= left
  const from = !beside || isAfter === fits ? x2 + 6 : x1 - 6 - needed
  return [
    {
      kind: 'box',
      look: {layer: 1, fill: palette.paper},
      x1: from - 2,
      x2: from + needed + 2,
      y1: y - row / 2 + 1,
      y2: y + row / 2 - 1
    },
    text(from, y, words, {size: noteSize, fill: palette.quiet})
  ]
}

const noteSize = 9
