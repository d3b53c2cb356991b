/** A rectangle in CSS pixels of the slide’s own 1280 × 720, from its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line of a border: undefined where nothing is seen of it. */
export type Edge = {readonly width: number; readonly colour: string} | undefined

/** Top, right, bottom, left. */
export type Sides<T> = readonly [T, T, T, T]

/** What the browser computed of an element’s look. Colours are `rrggbb`, measures CSS pixels. */
export interface Look {
  readonly display: string
  readonly isHidden: boolean
  readonly isPlaced: boolean
  readonly isLeftward: boolean
  readonly textAlign: string
  readonly size: number
  readonly weight: number
  readonly isItalic: boolean
  /** The first family of its font. */
  readonly family: string
  readonly lineHeight: number
  readonly letterSpacing: number
  readonly colour: string
  /** What is painted behind it; empty where nothing is. */
  readonly fill: string
  readonly whiteSpace: string
  readonly isUpper: boolean
  readonly decoration: string
  readonly verticalAlign: string
  readonly textIndent: number
  readonly padding: Sides<number>
  readonly edges: Sides<Edge>
  readonly listStyle: string
  readonly markColour: string
  readonly objectFit: string
  /** What style sheets say before and after its own text. */
  readonly before: string
  readonly after: string
}

/** Text, and the box of each of its lines. */
export interface DrawnText {
  readonly kind: 'text'
  readonly value: string
  readonly lines: readonly Box[]
}

export interface DrawnElement {
  readonly kind: 'element'
  readonly name: string
  readonly classes: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly box: Box
  readonly look: Look
  readonly children: readonly DrawnNode[]
  /** A picture’s own size in pixels. */
  readonly natural?: {readonly width: number; readonly height: number}
  /** An SVG’s own text, as it stands alone. */
  readonly svg?: string
  /** The number of its photograph among those taken of the page. */
  readonly photograph?: number
}

/** A page as the browser sets it, node by node. */
export type DrawnNode = DrawnText | DrawnElement

/** A deck as the browser sets it, with the colours of its theme. */
export interface DrawnDeck {
  readonly colours: Readonly<
    Record<'ink' | 'quiet' | 'rule' | 'hairline' | 'wash' | 'accent' | 'strong' | 'paper', string>
  >
  readonly slides: readonly DrawnElement[]
  /** PNGs of what only a picture shows everywhere: drawings, formulas. */
  readonly photographs: readonly Uint8Array[]
}
