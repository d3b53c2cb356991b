import type {BuildResult} from '../app/options.js'

/**
 * `224 reviews: 3 made, 220 as they were, 1 not built`. Of one review there is a line only where nothing was to be done:
 * the others are told already.
 */
export function toSummary({
  built,
  failed,
  unchanged
}: Pick<BuildResult, 'built' | 'failed' | 'unchanged'>): string[] {
  const all = built.length + failed.length
  if (all === 1) return unchanged === 1 ? ['nothing changed'] : []
  const counts = [
    [built.length - unchanged, 'made'],
    [unchanged, unchanged === 1 ? 'as it was' : 'as they were'],
    [failed.length, 'not built']
  ] as const
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return [`${all} reviews: ${told.join(', ')}`]
}
