/** What a deck says beside its slides, to a listener or to its speaker. */
export interface DeckWords {
  /** `Slide 4 of 14: Trials` */
  place(index: number, of: number, title: string): string
  /** The buttons’ names, and what they are together. */
  readonly controls: string
  readonly previous: string
  readonly next: string
  /** Leaves the black screen. */
  readonly resume: string
  readonly overview: string
  /** What the field for a slide’s number or words asks for. */
  readonly jump: string
  readonly close: string
  readonly keysTitle: string
  readonly columns: readonly [key: string, action: string]
  /** Keys as they are printed on a keyboard, and what they do. */
  readonly keys: readonly (readonly [keys: string, action: string])[]
  readonly speaker: {
    readonly title: string
    readonly loading: string
    readonly current: string
    readonly upcoming: string
    readonly time: string
    readonly reset: string
    readonly notes: string
    readonly layout: string
    /** By the names that reveal.js has for them. */
    readonly layouts: Readonly<Record<string, string>>
    readonly hours: 12 | 24
  }
}
