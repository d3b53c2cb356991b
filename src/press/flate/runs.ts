/** A length of a code, or a sign that lengths repeat themselves, and what more is said of that. */
export interface Run {
  readonly symbol: number
  readonly more: number
  readonly bits: number
}

/** Lengths of codes as Deflate writes them. */
export function runsOf(sizes: readonly number[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < sizes.length; ) {
    const size = sizes[at] as number
    let count = 1
    while (sizes[at + count] === size) count++
    at += count
    if (size > 0) {
      runs.push({symbol: size, more: 0, bits: 0})
      count--
    }
    while (count > 2) {
      const times = Math.min(count, size > 0 ? 6 : 138)
      if (size > 0) runs.push({symbol: 16, more: times - 3, bits: 2})
      else if (times < 11) runs.push({symbol: 17, more: times - 3, bits: 3})
      else runs.push({symbol: 18, more: times - 11, bits: 7})
      count -= times
    }
    for (; count > 0; count--) runs.push({symbol: size, more: 0, bits: 0})
  }
  return runs
}
