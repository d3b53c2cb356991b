/** A static font of the project’s, whole; pages carry only the glyphs they use. */
export interface Face {
  /** The family that style sheets name; `supplement` for faces that help out where the families lack a sign, `math` for formulas. */
  readonly family: 'serif' | 'sans' | 'supplement' | 'math'
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly bytes: Uint8Array
}

/** A font of a package that the project names, for the scripts that the families lack. */
export interface ScriptFont {
  /** `@fontsource/noto-sans-jp: 12`: the package and which part of it. */
  readonly name: string
  readonly regular: Uint8Array
  /** Absent where the package has no bold weight: bold is then set in the regular one. */
  readonly bold?: Uint8Array
  /** First and last of each range of characters it may hold; absent where only the font itself says. */
  readonly covers?: readonly (readonly [first: number, last: number])[]
}
