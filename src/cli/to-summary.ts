import type {BuildResult} from '../app/options.js'

/** `224 reviews: 3 made, 220 as they were, 1 not built`; `1 review: as it was` */
export function toSummary({
  built,
  failed,
  unchanged
}: Pick<BuildResult, 'built' | 'failed' | 'unchanged'>): string {
  const all = built.length + failed.length
  const counts = [
    [built.length - unchanged, 'made'],
    [unchanged, unchanged === 1 ? 'as it was' : 'as they were'],
    [failed.length, 'not built']
  ] as const
  const told = counts.filter(([count]) => count > 0)
  if (all === 1) return `1 review: ${told.map(([, word]) => word).join('')}`
  return `${all} reviews: ${told.map(([count, word]) => `${count} ${word}`).join(', ')}`
}
