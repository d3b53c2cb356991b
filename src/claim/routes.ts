import type {Evidence} from '../model/evidence.js'
import type {Study} from '../model/study.js'
import type {Drug} from './drugs.js'
import {Pattern} from './pattern.js'

/** Ways of giving a drug, in the languages held. */
export const routes = new Pattern(
  '(?<![\\p{L}-])(?:intra-?th[ée]cal|intra-?ven|intra-?vein|intra-?muscul|sub-?cutan|sous-cutan)\\p{L}*',
  undefined,
  'giu'
)

/**
 * The routes by which an evidence’s trials give what they test, where their titles tell: a trial that names one may not be
 * said to use another.
 */
export function readRoutes({studies}: Evidence): Map<string, Drug> {
  const all = [...studies.values()].map((study) => ({id: study.id, own: routesIn(study)}))
  const known = new Set(all.flatMap(({own}) => [...own]))
  return new Map(
    [...known].map((route) => [
      route,
      {
        names: [route],
        trials: all.filter(({own}) => own.has(route)).map(({id}) => id),
        possible: all.filter(({own}) => own.size === 0 || own.has(route)).map(({id}) => id)
      }
    ])
  )
}

function routesIn({title = '', officialTitle = '', interventions, arms}: Study): Set<string> {
  const text = [title, officialTitle, ...interventions, ...arms].join(' ')
  return new Set(routes.all(text).map(([name]) => routeOf(name)))
}

/** `intrathecal` of `intrathécale`. */
export function routeOf(name: string): string {
  const bare = name
    .normalize('NFD')
    .replace(/[\p{M}-]/gu, '')
    .toLowerCase()
  if (bare.startsWith('intrath')) return 'intrathecal'
  if (bare.startsWith('intrave')) return 'intravenous'
  return bare.startsWith('intram') ? 'intramuscular' : 'subcutaneous'
}
