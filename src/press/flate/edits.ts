import type {Copies} from './inflate.js'

/** A part of some bytes, and what is to stand in its place; none overlaps another, and they are in order. */
export interface Edit {
  readonly from: number
  readonly to: number
  /** One byte a letter. */
  readonly text: string
}

/** Bytes with some parts replaced. */
export function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const all = new Uint8Array(
    edits.reduce((sum, {from, to, text}) => sum + text.length - to + from, bytes.length)
  )
  let read = 0
  let written = 0
  for (const {from, to, text} of edits) {
    all.set(bytes.subarray(read, from), written)
    written += from - read
    for (let at = 0; at < text.length; at++) all[written++] = text.charCodeAt(at)
    read = to
  }
  all.set(bytes.subarray(read), written)
  return all
}

/** Where edited bytes repeat themselves, if it is known where they did before. */
export function editedCopies(copies: Copies, edits: readonly Edit[]): Copies {
  const found: number[] = []
  // How far what stands behind so many edits has moved.
  const shifts = [0]
  for (const [index, {from, to, text}] of edits.entries())
    shifts.push((shifts[index] as number) + text.length - to + from)
  const texts = new Map<string, number>()
  let next = 0

  for (let index = 0; index < copies.length; index += 3) {
    const at = copies[index] as number
    const length = copies[index + 1] as number
    const distance = copies[index + 2] as number
    pass(at)
    const isWhole = at + length <= (edits[next]?.from ?? Infinity)
    if (isWhole && (edits[next - 1]?.to ?? 0) <= at - distance)
      found.push(at + (shifts[next] as number), length, distance)
    else parted(at, at + length, distance)
  }
  pass(Infinity)
  return new Int32Array(found)

  /** Goes on behind the edits that end before a place; a text that was put in before is a copy of that. */
  function pass(at: number): void {
    for (let edit = edits[next]; edit && edit.to <= at; edit = edits[++next]) {
      const {from, text} = edit
      const start = from + (shifts[next] as number)
      const distance = start - (texts.get(text) ?? -Infinity)
      if (distance <= farthest && least <= text.length && text.length <= most)
        found.push(start, text.length, distance)
      texts.set(text, start)
    }
  }

  /** A copy that stands across an edit, or of what does: what of it lies between edits. */
  function parted(from: number, end: number, distance: number): void {
    for (let at = from; at < end; ) {
      pass(at)
      const edit = edits[next]
      if (edit && edit.from <= at) {
        at = edit.to
        continue
      }
      let before = next
      while (before > 0 && (edits[before - 1] as Edit).to > at - distance) before--
      const behind = edits[before]
      const stop = Math.min(end, edit?.from ?? end)
      if (behind && behind.from <= at - distance) {
        at = Math.min(stop, behind.to + distance)
        continue
      }
      const to = Math.min(stop, behind ? behind.from + distance : end)
      const moved = (shifts[next] as number) - (shifts[before] as number)
      if (to - at >= least && distance + moved <= farthest)
        found.push(at + (shifts[next] as number), to - at, distance + moved)
      at = to
    }
  }
}

const [least, most, farthest] = [3, 258, 32_768]
