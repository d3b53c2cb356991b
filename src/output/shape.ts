import type {Box, Edge, Sides} from '../model/drawn-deck.js'

/** Text that looks the same from its first sign to its last. Measures are CSS pixels. */
export interface Run {
  readonly text: string
  readonly size: number
  readonly colour: string
  readonly family: string
  readonly bold: boolean
  readonly italic: boolean
  readonly struck: boolean
  readonly underlined: boolean
  readonly shift: 'none' | 'super' | 'sub'
  readonly spacing: number
  readonly language: string
  readonly href?: string
  /** A new line begins before it. */
  readonly breaks?: true
}

/** What stands before an item: a sign, or its `number` in a list whose unbroken run begins at `start`. */
export type Mark =
  | {readonly kind: 'sign'; readonly sign: string; readonly colour: string}
  | {
      readonly kind: 'number'
      readonly style: string
      readonly start: number
      readonly number: number
      readonly colour: string
    }

/** Lines that are broken as one; measures from the slide’s upper left corner. */
export interface Paragraph {
  readonly runs: readonly Run[]
  readonly align: 'left' | 'right' | 'center' | 'justify'
  readonly isLeftward: boolean
  /** How high a line is, and how large its type. */
  readonly line: number
  readonly size: number
  /** Where its lines may begin and end; its first begins `hang` before the others. */
  readonly left: number
  readonly right: number
  readonly hang: number
  readonly level: number
  readonly mark?: Mark
  readonly top: number
  readonly bottom: number
}

export interface TextShape {
  readonly kind: 'text'
  readonly role: 'title' | 'kicker' | 'body' | 'footer' | 'date' | 'folio' | 'text'
  readonly box: Box
  readonly paragraphs: readonly Paragraph[]
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[]
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly anchor: 'top' | 'middle' | 'bottom'
  readonly fill: string
  readonly padding: Sides<number>
  readonly edges: Sides<Edge>
}

export interface TableShape {
  readonly kind: 'table'
  readonly box: Box
  readonly isLeftward: boolean
  readonly alternative: string
  /** Of each column in the order they are read, and of each row. */
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly hasHead: boolean
  /** Whether each row begins with what it is about. */
  readonly hasStub: boolean
  readonly rows: readonly (readonly Cell[])[]
}

export interface PictureShape {
  readonly kind: 'picture'
  readonly box: Box
  readonly alternative: string
  /** Behind everything else. */
  readonly isBehind: boolean
  /** A `data:` address of a PNG, JPEG or GIF. */
  readonly source?: string
  readonly svg?: string
  readonly photograph?: number
  /** What is cut off at the top, right, bottom and left, in parts of the whole. */
  readonly cut: Sides<number>
}

/** A line or a filled box: nothing that is read. */
export interface AreaShape {
  readonly kind: 'area'
  readonly box: Box
  readonly fill: string
  readonly isFooter: boolean
}

/** What stands on a slide made of the shapes that every program for slides knows. */
export type Shape = TextShape | TableShape | PictureShape | AreaShape
