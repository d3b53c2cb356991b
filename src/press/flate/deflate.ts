import {adler} from './adler.js'
import {codeLengths} from './code-lengths.js'
import {reversed} from './decoder.js'
import type {Copies} from './inflate.js'
import {distances, lengths, orderOfLengths} from './lengths.js'
import {runsOf} from './runs.js'

/** How many literals and copies have codes of their own. */
const mostOfBlock = 16_384

let room = new Uint8Array(0)

/** Packs bytes as Deflate in a zlib wrapper. What repeats itself in them is known: nothing is searched for. */
export function deflate(bytes: Uint8Array, copies: Copies): Uint8Array {
  // Room for the worst; made anew for each page it would take longer than to fill it.
  const most = bytes.length * 2 + (bytes.length >> 4) + 1024
  if (room.length < most) room = new Uint8Array(most)
  const packed = room
  packed[0] = 0x78
  packed[1] = 0x9c
  let length = 2
  let hold = 0
  let held = 0

  for (let from = {at: 0, copy: 0}; from.at < bytes.length || length === 2; ) from = block(from)
  if (held > 0) packed[length++] = hold
  const sum = adler(bytes)
  for (let shift = 24; shift >= 0; shift -= 8) packed[length++] = sum >>> shift
  return packed.slice(0, length)

  /** Packs as much as makes a block, and returns where the next begins. */
  function block(from: Place): Place {
    const literals = new Int32Array(286)
    const backs = new Int32Array(30)
    let {at, copy} = from
    for (let count = 0; count < mostOfBlock && at < bytes.length; copy += 3) {
      const start = at
      const end = Math.min(copies[copy] ?? bytes.length, at + mostOfBlock - count)
      for (; at < end; at++) raise(literals, bytes[at] as number)
      count += at - start + 1
      if (at !== copies[copy]) break
      raise(literals, 257 + (lengthCodes[copies[copy + 1] as number] as number))
      raise(backs, distanceCode(copies[copy + 2] as number))
      at += copies[copy + 1] as number
    }
    literals[256] = 1
    const sizes = codeLengths(literals, 15)
    const backSizes = codeLengths(backs, 15)
    put(at < bytes.length ? 0 : 1, 1)
    put(2, 2)
    putCodes(sizes, backSizes)
    emit(from, {at, copy}, toCode(sizes), toCode(backSizes))
    return {at, copy}
  }

  /** Here a stream’s time goes: what changes at each step is kept in variables of its own. */
  function emit(from: Place, to: Place, literals: Code, backs: Code): void {
    let [bits, count, written, at] = [hold, held, length, from.at]
    for (let copy = from.copy; ; copy += 3) {
      const end = copy < to.copy ? (copies[copy] as number) : to.at
      for (; at < end; at++) {
        const literal = literals[bytes[at] as number] as number
        bits |= (literal >> 4) << count
        count += literal & 15
        for (; count >= 8; count -= 8) {
          packed[written++] = bits
          bits >>>= 8
        }
      }
      if (copy >= to.copy) break
      const size = copies[copy + 1] as number
      const distance = copies[copy + 2] as number
      const code = lengthCodes[size] as number
      const length = literals[257 + code] as number
      bits |= ((length >> 4) | ((size - (lengths.bases[code] as number)) << (length & 15))) << count
      count += (length & 15) + (lengths.extras[code] as number)
      for (; count >= 8; count -= 8) {
        packed[written++] = bits
        bits >>>= 8
      }
      const far = distanceCode(distance)
      const back = backs[far] as number
      bits |= (back >> 4) << count
      count += back & 15
      for (; count >= 8; count -= 8) {
        packed[written++] = bits
        bits >>>= 8
      }
      bits |= (distance - (distances.bases[far] as number)) << count
      count += distances.extras[far] as number
      for (; count >= 8; count -= 8) {
        packed[written++] = bits
        bits >>>= 8
      }
      at += size
    }
    hold = bits
    held = count
    length = written
    put((literals[256] as number) >> 4, (literals[256] as number) & 15)
  }

  function put(value: number, count: number): void {
    hold |= value << held
    held += count
    while (held >= 8) {
      packed[length++] = hold
      hold >>>= 8
      held -= 8
    }
  }

  /** The lengths of a block’s codes, packed themselves. */
  function putCodes(literals: Uint8Array, backs: Uint8Array): void {
    const literalCount = Math.max(257, literals.findLastIndex(Boolean) + 1)
    const backCount = Math.max(1, backs.findLastIndex(Boolean) + 1)
    const runs = runsOf([...literals.subarray(0, literalCount), ...backs.subarray(0, backCount)])
    const frequencies = new Int32Array(19)
    for (const {symbol} of runs) raise(frequencies, symbol)
    const sizes = codeLengths(frequencies, 7)
    const codes = toCode(sizes)
    const given = Math.max(4, orderOfLengths.findLastIndex((symbol) => (sizes[symbol] as number) > 0) + 1)
    put(literalCount - 257, 5)
    put(backCount - 1, 5)
    put(given - 4, 4)
    for (const symbol of orderOfLengths.slice(0, given)) put(sizes[symbol] as number, 3)
    for (const {symbol, more, bits} of runs) {
      put((codes[symbol] as number) >> 4, sizes[symbol] as number)
      put(more, bits)
    }
  }
}

interface Place {
  readonly at: number
  /** The first copy that does not stand before. */
  readonly copy: number
}

type Code = Int32Array

/** Each symbol’s code and, in the last four bits, how long it is. */
function toCode(sizes: Uint8Array): Code {
  const next = new Int32Array(17)
  for (const size of sizes) if (size > 0) raise(next, size + 1)
  for (let size = 1; size < 17; size++)
    next[size] = ((next[size] as number) + (next[size - 1] as number)) << 1
  const code = new Int32Array(sizes.length)
  for (let symbol = 0; symbol < sizes.length; symbol++) {
    const size = sizes[symbol] as number
    if (size > 0) code[symbol] = (reversed(raise(next, size), size) << 4) | size
  }
  return code
}

function raise(counts: Int32Array, index: number): number {
  const count = counts[index] as number
  counts[index] = count + 1
  return count
}

const lengthCodes = Uint8Array.from({length: 259}, (_, length) =>
  Math.max(
    0,
    lengths.bases.findLastIndex((base) => base <= length)
  )
)

/** Each doubling has two codes. */
function distanceCode(distance: number): number {
  if (distance <= 2) return distance - 1
  const bits = 31 - Math.clz32(distance - 1)
  return bits * 2 + (((distance - 1) >> (bits - 1)) & 1)
}
