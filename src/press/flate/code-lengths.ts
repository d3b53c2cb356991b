/** How long the code of each symbol is to be, at most `limit` bits, for these frequencies: Huffman’s. */
export function codeLengths(frequencies: Int32Array, limit: number): Uint8Array {
  const sizes = new Uint8Array(frequencies.length)
  const used: number[] = []
  for (let symbol = 0; symbol < frequencies.length; symbol++) if (frequencies[symbol]) used.push(symbol)
  // Two codes at least: there are readers that want a whole tree.
  for (let symbol = 0; used.length < 2; symbol++) if (!used.includes(symbol)) used.push(symbol)
  used.sort((a, b) => (frequencies[a] as number) - (frequencies[b] as number) || a - b)

  const counts = limited(depthCounts(used.map((symbol) => frequencies[symbol] as number)), limit)
  let index = 0
  for (let size = counts.length - 1; size > 0; size--)
    for (let count = counts[size] as number; count > 0; count--) sizes[used[index++] as number] = size
  return sizes
}

/** How many leaves stand at each depth of the tree of these weights, which grow. */
function depthCounts(weights: readonly number[]): number[] {
  const leaves = weights.length
  const sums = [...weights]
  const parents: number[] = []
  let leaf = 0
  let inner = leaves
  const least = (): number =>
    leaf < leaves && (inner >= sums.length || (weights[leaf] as number) <= (sums[inner] as number))
      ? leaf++
      : inner++
  while (sums.length < 2 * leaves - 1) {
    const [one, other] = [least(), least()]
    parents[one] = parents[other] = sums.length
    sums.push((sums[one] as number) + (sums[other] as number))
  }
  const depths: number[] = []
  const counts: number[] = []
  for (let node = sums.length - 1; node >= 0; node--) {
    const depth = node === sums.length - 1 ? 0 : (depths[parents[node] as number] as number) + 1
    depths[node] = depth
    if (node < leaves) counts[depth] = (counts[depth] ?? 0) + 1
  }
  return Array.from(counts, (count) => count ?? 0)
}

/** The leaves that stand too deep, put where there is room. */
function limited(depths: readonly number[], limit: number): number[] {
  const counts = Array.from({length: limit + 1}, (_, depth) => depths[depth] ?? 0)
  for (const [depth, count] of depths.entries())
    if (depth > limit) counts[limit] = (counts[limit] ?? 0) + count
  let taken = 0
  for (let depth = 1; depth <= limit; depth++) taken += (counts[depth] as number) << (limit - depth)
  for (; taken > 1 << limit; taken--) {
    let depth = limit - 1
    while (counts[depth] === 0) depth--
    counts[depth] = (counts[depth] as number) - 1
    counts[depth + 1] = (counts[depth + 1] as number) + 2
    counts[limit] = (counts[limit] as number) - 1
  }
  return counts
}
