/** The name that was likely meant by one that is none: the nearest, if it is near; undefined otherwise. */
export function likely(name: string, known: readonly string[]): string | undefined {
  if (name.length > longest) return undefined
  const most = Math.max(2, Math.floor(name.length / 3))
  const [nearest] = known
    .map((each) => ({each, far: distance(name.toLowerCase(), each)}))
    .filter(({far}) => far <= most)
    .toSorted((a, b) => a.far - b.far)
  return nearest?.each
}

/** The names nearest to one that is none, nearest first. */
export function nearest(name: string, known: readonly string[], count: number): string[] {
  const short = name.slice(0, longest).toLowerCase()
  return known
    .map((each) => ({each, far: each.includes(short) ? 0 : distance(short, each.slice(0, longest))}))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({each}) => each)
}

const longest = 60

/** How many letters must be put in, left out or changed to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
