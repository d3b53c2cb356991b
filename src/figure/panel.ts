/** How a piece of a picture looks; pieces of a higher `layer` lie over those below. */
export interface Look {
  readonly layer: number
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly dash?: string
}

/** A straight line, a box with round or sharp corners, a closed shape or a line of text, in CSS pixels. */
export type Piece =
  | {
      readonly kind: 'line'
      readonly look: Look
      readonly x1: number
      readonly x2: number
      readonly y1: number
      readonly y2: number
    }
  | {
      readonly kind: 'box'
      readonly look: Look & {readonly round?: number}
      readonly x1: number
      readonly x2: number
      readonly y1: number
      readonly y2: number
    }
  | {
      readonly kind: 'shape'
      readonly look: Look
      readonly points: readonly (readonly [x: number, y: number])[]
    }
  | {
      readonly kind: 'text'
      readonly look: Look & {
        readonly size: number
        readonly weight: 400 | 600
        readonly anchor: 'start' | 'middle' | 'end'
      }
      readonly x: number
      readonly y: number
      readonly text: string
    }

/** Years on a line, each with its place. */
export interface Axis {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly from: number
  readonly to: number
  readonly step: number
}

/** One picture, before it is drawn. */
export interface Panel {
  readonly height: number
  /** What it says, in words. */
  readonly label: string
  readonly pieces: readonly Piece[]
  readonly axis?: Axis
}

/** A line of text, from its left end and about its middle height unless said otherwise. */
export function text(
  x: number,
  y: number,
  value: string,
  {
    size,
    fill,
    weight = 400,
    anchor = 'start'
  }: {size: number; fill: string; weight?: 400 | 600; anchor?: 'start' | 'middle' | 'end'}
): Piece {
  return {kind: 'text', look: {layer: 9, size, fill, weight, anchor}, x, y, text: value}
}
