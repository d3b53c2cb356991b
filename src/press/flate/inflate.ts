import {type Decoder, longCode, toDecoder} from './decoder.js'
import {distances, fixedLengths, lengths, orderOfLengths} from './lengths.js'

/** A stream’s bytes, and where it was found to repeat itself. */
export interface Inflated {
  readonly bytes: Uint8Array
  readonly copies: Copies
}

/** Three numbers a copy, in order: where it stands, how long it is, how far back it was seen before. */
export type Copies = Int32Array

// Making room anew for each page takes longer than filling it.
let rooms: Inflated = {bytes: new Uint8Array(1 << 18), copies: new Int32Array(1 << 15)}

/**
 * Reads a Deflate stream in a zlib wrapper, and keeps what its writer found: writing it again need not search.
 */
export function inflate(packed: Uint8Array): Inflated {
  let {bytes, copies} = rooms
  let length = 0
  let copied = 0
  let at = 2
  let hold = 0
  let held = 0

  for (let isLast = false; !isLast; ) {
    isLast = take(1) === 1
    const kind = take(2)
    if (kind === 0) store()
    else if (kind === 1) unpack(toDecoder(fixedLengths.literals), toDecoder(fixedLengths.distances))
    else if (kind === 2) unpack(...readCodes())
    else throw new Error('Unexpected block in a compressed stream')
    if (at - (held >> 3) > packed.length) throw new Error('Unexpected compressed stream that does not end')
  }
  rooms = {bytes, copies}
  return {bytes: bytes.slice(0, length), copies: copies.slice(0, copied)}

  function take(count: number): number {
    fill()
    const value = hold & ((1 << count) - 1)
    hold >>>= count
    held -= count
    return value
  }

  /** Holds at least 17 bits; behind the end there are zeros. */
  function fill(): void {
    while (held < 17) {
      hold |= (packed[at++] ?? 0) << held
      held += 8
    }
  }

  function decode(decoder: Decoder): number {
    fill()
    const entry = decoder.table[hold & 1023] || longCode(decoder, hold)
    hold >>>= entry & 15
    held -= entry & 15
    return entry >> 4
  }

  function readCodes(): [Decoder, Decoder] {
    const literals = take(5) + 257
    const all = literals + take(5) + 1
    const given = take(4) + 4
    const sizes = new Uint8Array(19)
    for (const symbol of orderOfLengths.slice(0, given)) sizes[symbol] = take(3)
    const decoder = toDecoder(sizes)
    const read = new Uint8Array(all)
    for (let index = 0; index < all; ) {
      const symbol = decode(decoder)
      if (symbol < 16) read[index++] = symbol
      else {
        const last = symbol === 16 ? (read[index - 1] ?? 0) : 0
        const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7)
        read.fill(last, index, index + times)
        index += times
      }
    }
    return [toDecoder(read.subarray(0, literals)), toDecoder(read.subarray(literals))]
  }

  function store(): void {
    // What is held beyond this byte stands in the next ones.
    at -= held >> 3
    hold = held = 0
    const size = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8)
    const stored = packed.subarray(at + 4, at + 4 + size)
    room(size)
    bytes.set(stored, length)
    length += size
    at += 4 + size
  }

  /** Here a stream’s time goes: what changes at each step is kept in variables of its own. */
  function unpack(literals: Decoder, backs: Decoder): void {
    let [bits, count, read, written, out] = [hold, held, at, length, bytes]
    for (;;) {
      while (count < 17) {
        bits |= (packed[read++] as number) << count
        count += 8
      }
      let entry = literals.table[bits & 1023] as number
      if (entry === 0) entry = longCode(literals, bits)
      bits >>>= entry & 15
      count -= entry & 15
      const symbol = entry >> 4
      if (symbol < 256) {
        if (written === out.length) {
          if (read > packed.length + 4) break
          out = grown(out, new Uint8Array(out.length * 2))
        }
        out[written++] = symbol
        continue
      }
      if (symbol === 256 || read > packed.length + 4) break
      while (count < 20) {
        bits |= (packed[read++] as number) << count
        count += 8
      }
      const more = lengths.extras[symbol - 257] as number
      const size = (lengths.bases[symbol - 257] as number) + (bits & ((1 << more) - 1))
      bits >>>= more
      count -= more
      entry = backs.table[bits & 1023] as number
      if (entry === 0) entry = longCode(backs, bits)
      bits >>>= entry & 15
      count -= entry & 15
      while (count < 13) {
        bits |= (packed[read++] as number) << count
        count += 8
      }
      const further = distances.extras[entry >> 4] as number
      const distance = (distances.bases[entry >> 4] as number) + (bits & ((1 << further) - 1))
      bits >>>= further
      count -= further
      if (distance > written) throw new Error('Unexpected distance in a compressed stream')
      if (copied + 3 > copies.length) copies = grown(copies, new Int32Array(copies.length * 2 + 3))
      copies[copied] = written
      copies[copied + 1] = size
      copies[copied + 2] = distance
      copied += 3
      if (written + size > out.length) out = grown(out, new Uint8Array(out.length * 2 + size))
      for (let from = written - distance, end = written + size; written < end; )
        out[written++] = out[from++] as number
    }
    hold = bits
    held = count
    at = read
    length = written
    bytes = out
  }

  function room(size: number): void {
    if (length + size > bytes.length) bytes = grown(bytes, new Uint8Array(bytes.length * 2 + size))
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
