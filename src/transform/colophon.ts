import type {Colophon} from '../model/document.js'
import type {Matter} from '../model/matter.js'

/** What the front matter gives of a journal’s first page; what it does not is absent. */
export function colophonOf(matter: Matter): Colophon {
  const {howToCite, funding, competingInterests, licence, searchDate, abbreviations = {}} = matter
  const given = {howToCite, funding, competingInterests, licence, searchDate}
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    abbreviations: Object.entries(abbreviations)
  }
}
