/** Where something stands in a file: `line` and `column` count from 1, as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where a record comes from: the project's file it was read from, and what that file says of its source. */
export interface Origin {
  readonly file: string
  readonly place: Place
  /** `compiled` by hand from public copies, or `fetched` from the registry itself. */
  readonly kind: 'compiled' | 'fetched'
  /** The day the registry said so, `YYYY-MM-DD` or coarser; absent where nobody kept it. */
  readonly asOf?: string
  readonly sources: readonly string[]
  /** The day `refresh` asked the registry; only of what was fetched. */
  readonly retrieved?: string
  /** `sha256-…` of what the registry said; only of what was fetched. */
  readonly digest?: string
  /** Paths of values that the sources do not bear out well: `protocolSection.statusModule.overallStatus`. */
  readonly lowConfidence?: readonly string[]
}
