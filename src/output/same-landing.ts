import type {Landing} from '../model/page.js'
import {opensPage} from './running-heads.js'

/** Whether a page made from the one prints the same as from the other: it tells pages, and what opens them. */
export function sameLanding(one: Landing, other: Landing): boolean {
  if (one.pages !== other.pages || one.spots.size !== other.spots.size) return false
  return [...one.spots].every(([id, spot]) => {
    const there = other.spots.get(id)
    return there?.page === spot.page && opensPage(there) === opensPage(spot)
  })
}
