import type {Landing} from '../model/page.js'

/** By how many points each note, by its id, is lifted, so that it ends on the page of its mark. */
export type Lifts = ReadonlyMap<string, number>

/** A last line’s height, in points, with a little room. */
const line = 13
/** How much of a page’s text stands above a note that may be lifted. */
const room = 20

/** Notes that begin on the page of their mark and end on the next, and by how much to lift them; not into the one above. */
export function liftsOf({spots}: Landing): Lifts {
  const lifts = new Map<string, number>()
  let above = {page: 0, top: 0}
  const starts = [...spots].filter(([id]) => id.startsWith('note-') && !id.endsWith('-end'))
  starts.sort(([, a], [, b]) => a.page - b.page || a.top - b.top)
  for (const [id, start] of starts) {
    const end = spots.get(`${id}-end`)
    if (!end) continue
    const lift = end.top + line
    const free = start.top - (above.page === start.page ? above.top + line : 0)
    if (end.page === start.page + 1 && lift + room < free) lifts.set(id, Math.ceil(lift))
    above = end
  }
  return lifts
}
