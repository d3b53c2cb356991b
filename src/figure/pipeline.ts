import type {Drawing} from '../model/drawing.js'
import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {recordDates} from '../words/record-dates.js'
import type {Chart} from './chart.js'
import {legend} from './legend.js'
import {mostHeight, palette, width} from './palette.js'
import {type Panel, type Piece, text} from './panel.js'
import {type Band, kindBand, kindHeight, line, nameOfKind, rowsOf, typeOf} from './pipeline-bands.js'
import {type Column, columnOf, type Group, kindsOf, toColumns, toGroups} from './pipeline-grid.js'
import {alternative, byProgress, nameOf, statusOf} from './says.js'
import {statusKeys} from './trials-timeline.js'

const foot = 9
const headingSize = 9

/**
 * Trials by phase, side by side, and kind of intervention, one below the other. A trial of several kinds stands
 * once, in the uppermost of their rows, and names the others; one without any stands in a last row that says so.
 */
export function pipeline(studies: readonly Study[], words: Words, chart: Chart): Drawing {
  const groups = toGroups(studies)
  const columns = toColumns(groups, words)
  const sheets = toSheets(groups, columns, words)
  const inOrder = groups.flatMap((group) => trialsOf(group, columns))
  const {figures} = words
  const title = figures.headlines.pipeline(studies.length)
  return {
    panels: sheets.map(({bands, height}, index) => {
      const part = sheets.length > 1 ? ` ${words.part(index + 1, sheets.length)}` : ''
      const label = [
        `${title}${part}.`,
        ...bands.flatMap((band) => band.studies.map((study) => tell(study, words)))
      ]
      return chart.draw(toPanel(bands, height, columns, label.join(' '), words))
    }),
    alternative: alternative(title, inOrder, words, (study) => tell(study, words), [
      ...byProgress(words),
      ...columns.map(({key, heading}): Count => [heading.join(' '), (study) => columnOf(study) === key]),
      ...groups
        .slice(0, mostCounted)
        .map(({kind}): Count => [nameOfKind(kind, words), (study) => kindsOf(study)[0] === kind])
    ]),
    trials: inOrder.map(({id}) => id),
    asOf: recordDates(inOrder)
  }
}

type Count = [what: string, of: (study: Study) => boolean]
const mostCounted = 24

/** Parts the bands among panels: a kind’s heading stands with its first row, and again where the kind goes on. */
function toSheets(
  groups: readonly Group[],
  columns: readonly Column[],
  words: Words
): {bands: Band[]; height: number}[] {
  const most = mostHeight - headHeight(columns) - foot - keysOf(words).height
  const sheets: {bands: Band[]; height: number}[] = []
  for (const group of groups) {
    const rows = rowsOf(group, columns, words)
    for (const [index, row] of rows.entries()) {
      const sheet = sheets.at(-1)
      const needed = row.height + (index === 0 ? kindHeight : 0)
      if (sheet && sheet.height + needed <= most) {
        sheet.bands.push(...(index === 0 ? [kindBand(group, false, words)] : []), row)
        sheet.height += needed
      } else sheets.push({bands: [kindBand(group, index > 0, words), row], height: row.height + kindHeight})
    }
  }
  return sheets
}

function toPanel(
  bands: readonly Band[],
  content: number,
  columns: readonly Column[],
  label: string,
  words: Words
): Panel {
  const head = headHeight(columns)
  const bottom = head + content
  const keys = keysOf(words)
  const pieces: Piece[] = columns.flatMap(({heading, x}) =>
    heading.map((each, at) =>
      text(x, 4 + (at + 0.5) * line + (head - 8 - heading.length * line), each, {
        size: headingSize,
        fill: palette.quiet,
        weight: 600
      })
    )
  )
  for (const {x} of typeOf(columns).isTight ? [] : columns.slice(1))
    pieces.push({
      kind: 'line',
      look: {layer: 0, stroke: palette.hairline, strokeWidth: 0.6},
      x1: x - 5,
      x2: x - 5,
      y1: 4,
      y2: bottom
    })
  let y = head
  for (const band of bands) {
    pieces.push(...band.draw(y))
    y += band.height
  }
  pieces.push(ruleAt(0.5, palette.ink, 1), ruleAt(head, palette.ink, 0.8), ruleAt(bottom, palette.ink, 0.8))
  return {
    height: Math.ceil(bottom + foot + keys.height),
    label,
    pieces: [...pieces, ...keys.at(bottom + foot)]
  }
}

function headHeight(columns: readonly Column[]): number {
  return Math.max(...columns.map(({heading}) => heading.length)) * line + 8
}

function keysOf({figures}: Words) {
  return legend([statusKeys(figures), [{label: figures.severalKinds, mark: 0, draw: () => []}]])
}

function ruleAt(y: number, stroke: string, strokeWidth: number): Piece {
  return {
    kind: 'line',
    look: {layer: stroke === palette.ink ? 2 : 1, stroke, strokeWidth},
    x1: 0,
    x2: width,
    y1: y,
    y2: y
  }
}

function trialsOf({cells}: Group, columns: readonly Column[]): Study[] {
  return columns.flatMap(({key}) => cells.get(key) ?? [])
}

function tell(study: Study, words: Words): string {
  const {figures} = words
  const kinds = kindsOf(study).map((kind) => figures.kind(kind).toLowerCase())
  const phase = words.phase(study.phases) ?? `${words.columns.phase.toLowerCase()} ${words.notReported}`
  return figures.sentence(nameOf(study), [
    kinds.length > 0 ? kinds.join(', ') : figures.kindNotReported.toLowerCase(),
    phase.toLowerCase(),
    statusOf(study, words)
  ])
}
