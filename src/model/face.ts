/** A static font of the project’s, whole; pages carry only the glyphs they use. */
export interface Face {
  /** The family that style sheets name; `supplement` for faces that help out where the families lack a sign, `math` for formulas. */
  readonly family: 'serif' | 'sans' | 'supplement' | 'math'
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly bytes: Uint8Array
}
