/** Deflate writes a length, or a distance, as a code and so many bits more. */
export interface Scale {
  /** The least that each code says. */
  readonly bases: Int32Array
  readonly extras: Uint8Array
}

/** 3 to 258; the longest has a code of its own. */
export const lengths: Scale = toScale(3, [
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
])
lengths.bases[28] = 258

/** 1 to 32,768. */
export const distances: Scale = toScale(1, [
  ...[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
])

/** In which order the lengths of the codes of lengths are given. */
export const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const

/** The codes of a block that brings none: of literals and lengths, and of distances. */
export const fixedLengths = {
  literals: Uint8Array.from({length: 288}, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8
  ),
  distances: new Uint8Array(30).fill(5)
}

function toScale(first: number, extras: readonly number[]): Scale {
  const bases = new Int32Array(extras.length + 1)
  let base = first
  for (const [code, extra] of extras.entries()) {
    bases[code] = base
    base += 1 << extra
  }
  return {bases, extras: Uint8Array.from([...extras, 0])}
}
