/** What reads a code: by its first ten bits where it has no more, else by how many codes there are of each length. */
export interface Decoder {
  /** A symbol and, in its last four bits, how long its code is; 0 for a longer one. */
  readonly table: Uint16Array
  readonly counts: Uint16Array
  readonly symbols: Uint16Array
}

/** Codes of more than ten bits are rare: bit by bit. */
export function longCode({counts, symbols}: Decoder, bits: number): number {
  let code = 0
  let first = 0
  let index = 0
  for (let size = 1; size < 16; size++) {
    code |= (bits >> (size - 1)) & 1
    const count = counts[size] as number
    if (code - first < count) return ((symbols[index + code - first] as number) << 4) | size
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  throw new Error('Unexpected code in a compressed stream')
}

/** What reads codes of these lengths. */
export function toDecoder(sizes: Uint8Array): Decoder {
  const counts = new Uint16Array(16)
  for (const size of sizes) if (size > 0) counts[size] = (counts[size] as number) + 1
  const starts = new Uint16Array(17)
  const codes = new Uint16Array(17)
  for (let size = 1; size < 16; size++) {
    starts[size + 1] = (starts[size] as number) + (counts[size] as number)
    codes[size + 1] = ((codes[size] as number) + (counts[size] as number)) << 1
  }
  const symbols = new Uint16Array(sizes.length)
  const table = new Uint16Array(1024)
  for (let symbol = 0; symbol < sizes.length; symbol++) {
    const size = sizes[symbol] as number
    if (size === 0) continue
    const [place, next] = [starts[size] as number, codes[size] as number]
    symbols[place] = symbol
    starts[size] = place + 1
    codes[size] = next + 1
    const code = reversed(next, size)
    if (size <= 10) for (let at = code; at < 1024; at += 1 << size) table[at] = (symbol << 4) | size
  }
  return {table, counts, symbols}
}

/** Codes stand in the stream with their first bit first. */
export function reversed(code: number, size: number): number {
  let turned = 0
  for (let bit = 0; bit < size; bit++) turned |= ((code >> bit) & 1) << (size - 1 - bit)
  return turned
}
