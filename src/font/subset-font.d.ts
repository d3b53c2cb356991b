declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2'
    readonly keepFeatures?: readonly string[]
    readonly noHinting?: boolean
  }
  /** The glyphs of a font that a text needs, as a font. */
  export default function subsetFont(font: Uint8Array, text: string, options?: Options): Promise<Uint8Array>
}
