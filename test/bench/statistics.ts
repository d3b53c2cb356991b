/** The value below which a share of all values lies, between its neighbours where it falls between two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** The middle, and the two values between which the middle half lies. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export function spread(values: readonly number[]): Spread {
  return {median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75)}
}

/** How values stand to those of the same round: a noisy minute is noisy for both. */
export function ratios(values: readonly number[], beside: readonly number[]): number[] {
  return values.flatMap((value, index) => {
    const other = beside[index]
    return other === undefined ? [] : [value / other]
  })
}
