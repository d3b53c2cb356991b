import type {Progress} from '../model/progress.js'
import {palette} from './palette.js'
import type {Look, Piece} from './panel.js'

/** The side of a status mark. */
export const statusSize = 7
/** Half the height of a date’s mark, and the least half of its width. */
export const radius = 3.6

/** The square that tells a status without colour, the same as in the tables: its left side at `x`, about `y`. */
export function statusMark(progress: Progress, x: number, y: number): Piece[] {
  const box = (inset: number, share: number, look: Omit<Look, 'layer'>, layer: number): Piece => ({
    kind: 'box',
    look: {layer, ...look},
    x1: x + inset,
    x2: x + inset + (statusSize - 2 * inset) * share,
    y1: y - statusSize / 2 + inset,
    y2: y + statusSize / 2 - inset
  })
  const border = {fill: palette.paper, stroke: palette.ink, strokeWidth: 0.9}
  switch (progress) {
    case 'done':
      return [box(0, 1, {fill: palette.ink}, 5)]
    case 'running':
      return [box(0.45, 1, border, 5), box(0.45, 0.5, {fill: palette.ink}, 6)]
    case 'planned':
      return [box(0.45, 1, border, 5)]
    case 'stopped':
      return [box(1.1, 1, {...border, strokeWidth: 2.2}, 5)]
    case 'unclear':
      return [box(0.45, 1, {...border, dash: '1.1 1.1'}, 5)]
  }
}

/** Whether a date has come, is expected, or the record does not say which. */
export type Certainty = 'actual' | 'estimated' | 'unstated'

/** A date’s mark over all the days it may be: round for a start, pointed for a completion. */
export function dateMark(
  end: 'start' | 'completion',
  certainty: Certainty,
  [x1, x2]: readonly [number, number],
  y: number
): Piece[] {
  const look: Look =
    certainty === 'actual'
      ? {layer: 4, fill: palette.accent, stroke: palette.accent, strokeWidth: 1.2}
      : {layer: 4, fill: palette.paper, stroke: palette.accent, strokeWidth: 1.2}
  const r = radius - 0.6
  const outline: Piece =
    end === 'start'
      ? {
          kind: 'box',
          look: {...look, round: r},
          x1: x1 + 0.6,
          x2: x2 - 0.6,
          y1: y - r,
          y2: y + r
        }
      : {
          kind: 'shape',
          look,
          points: [
            [x1, y],
            [x1 + radius, y - radius],
            [x2 - radius, y - radius],
            [x2, y],
            [x2 - radius, y + radius],
            [x1 + radius, y + radius]
          ]
        }
  if (certainty !== 'unstated') return [outline]
  const middle = radius - 1.2
  const core: Piece = {
    kind: 'box',
    look: {layer: 6, fill: palette.accent, round: 1.2},
    x1: x1 + middle,
    x2: x2 - middle,
    y1: y - 1.2,
    y2: y + 1.2
  }
  return [outline, core]
}

/** The time between two dates: whole where the end has come, broken where it is expected, dotted where nobody says. */
export function courseLine(certainty: Certainty, x1: number, x2: number, y: number): Piece {
  const dash = certainty === 'actual' ? undefined : certainty === 'estimated' ? '5 3' : '1.6 2.2'
  const look = {layer: 3, stroke: palette.accent, strokeWidth: 1.6, ...(dash ? {dash} : {})}
  return {kind: 'line', look, x1, x2, y1: y, y2: y}
}
