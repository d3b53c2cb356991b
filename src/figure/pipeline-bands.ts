import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {statusMark} from './marks.js'
import {palette, width} from './palette.js'
import {type Piece, text} from './panel.js'
import {type Column, columnOf, type Group, kindsOf} from './pipeline-grid.js'
import {progressFor} from './says.js'
import {cut, wrap} from './text-width.js'

/** The height of a line of text. */
export const line = 11
/** The height of a kind’s heading. */
export const kindHeight = 18
const gap = 4

/** A kind’s heading, or one row of its trials. */
export interface Band {
  readonly height: number
  readonly studies: readonly Study[]
  draw(y: number): Piece[]
}

/** A kind’s trials in rows, in each column as many as it has slots. */
export function rowsOf(group: Group, columns: readonly Column[], words: Words): Band[] {
  const count = Math.max(
    ...columns.map(({key, slots}) => Math.ceil((group.cells.get(key)?.length ?? 0) / slots))
  )
  const {size, textAt} = typeOf(columns)
  return Array.from({length: count}, (_, index) => {
    const placed = columns.flatMap(({key, slots, x, width: room}) =>
      (group.cells.get(key) ?? [])
        .slice(index * slots, (index + 1) * slots)
        .map((study, slot) => ({study, x: x + (slot * room) / slots, room: room / slots}))
    )
    const lines = placed.map(({study, x, room}) => ({
      study,
      x,
      lines: linesOf(study, room - textAt - 5, size, words)
    }))
    return {
      height: Math.max(...lines.map((each) => each.lines.length)) * line + gap,
      studies: placed.map(({study}) => study),
      draw: (y) =>
        lines.flatMap(({study, x, lines: said}) => [
          ...statusMark(progressFor(study), x, y + line / 2),
          ...said.map((each, at) =>
            text(x + textAt, y + (at + 0.5) * line, each, {
              size,
              fill: at === 0 ? palette.ink : palette.quiet,
              weight: at === 0 ? 600 : 400
            })
          )
        ])
    }
  })
}

/** How ids are set: where every column holds trials, and one those of phases nobody foresaw, there is just room for them. */
export function typeOf(columns: readonly Column[]): {size: number; textAt: number; isTight: boolean} {
  const isTight = columns.some(({width: own, slots, isHeld}) => isHeld && own / slots < 68)
  return isTight ? {size: 8.7, textAt: 9, isTight} : {size: 9, textAt: 10.5, isTight}
}

/** A trial as its cell says it: id, acronym, and what neither row nor column says. */
function linesOf(study: Study, room: number, size: number, words: Words): string[] {
  const [, ...others] = kindsOf(study)
  const also = others.slice(0, mostKinds).map((kind) => words.figures.kind(kind).toLowerCase())
  const phase = columnOf(study) === 'other' ? words.phase(study.phases) : undefined
  const said = [study.acronym, phase].filter((each) => each !== undefined && each.trim() !== '')
  const kinds = also.length > 0 ? wrap(`+\u00A0${also.join(', ')}`, room, size) : []
  const last = kinds.length > mostLines ? [cut(`${kinds[mostLines - 1]} …`, room, size)] : []
  return [
    study.id,
    ...said.map((each) => cut(each ?? '', room, size)),
    ...kinds.slice(0, last.length > 0 ? mostLines - 1 : mostLines),
    ...last
  ]
}

/** How many lines a trial’s further kinds have in its cell, and how many of a hostile record are read. */
const mostLines = 3
const mostKinds = 20

/** What heads a kind’s rows. */
export function kindBand({kind}: Group, goesOn: boolean, words: Words): Band {
  const name = nameOfKind(kind, words)
  const said = goesOn ? words.figures.continued(name) : name
  return {
    height: kindHeight,
    studies: [],
    draw: (y) => [
      {
        kind: 'box',
        look: {layer: 1, fill: palette.wash},
        x1: 0,
        x2: width,
        y1: y,
        y2: y + kindHeight - 2
      },
      text(4, y + kindHeight / 2 - 1, cut(said, width, 9.5, 600), {
        size: 9.5,
        fill: palette.strong,
        weight: 600
      })
    ]
  }
}

/** `Biological` */
export function nameOfKind(kind: string | undefined, words: Words): string {
  return kind === undefined ? words.figures.kindNotReported : words.figures.kind(kind)
}
