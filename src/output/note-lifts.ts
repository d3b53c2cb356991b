import type {Landing, Spot} from '../model/page.js'
import {markOf} from './to-note.js'

/** By how many points each note, by its id, is lifted, so that it ends on the page of its mark. */
export type Lifts = ReadonlyMap<string, number>

/** How notes are brought to the page of their mark. */
export interface NoteSetting {
  readonly lifts: Lifts
  /** Notes whose paragraph goes whole to the next page: their mark and they would part. */
  readonly kept: ReadonlySet<string>
}

/** A last line’s height, and what stands between notes, in points. */
const line = 13
const gap = 6
/** By how much a mark may reach above its line, in points. */
const raised = 6
/** What stays free at the foot: a note that just fits is broken by the browser all the same. */
const foot = 12

/** A note and where its mark stands. */
interface Note {
  readonly id: string
  readonly mark: number
  readonly height: number
}

/**
 * The notes of each page, moved up as far as they must to end on it, and no further: from the last to the first, none
 * into another. Where they are more than the page holds, they run on. Only marks and heights count, so that lifting
 * once is enough.
 */
export function liftsOf(landing: Landing): Lifts {
  const lifts = new Map<string, number>()
  for (const [page, notes] of notesByPage(landing)) {
    const tops = topsOf(notes, landing.heights[page - 1] ?? 0)
    if (!tops) continue
    let natural = 0
    let above = 0
    for (const [index, {id, mark, height}] of notes.entries()) {
      const top = tops[index] ?? mark
      natural = Math.max(mark, above, natural)
      if (natural - top > 1) lifts.set(id, Math.ceil(natural - top))
      above = top + height + gap
    }
  }
  return lifts
}

/** The notes that begin or end on another page than their mark. */
export function misplacedNotes(landing: Landing): string[] {
  const isMisplaced = ({mark, start, end}: Record<'mark' | 'start' | 'end', Spot>) =>
    start.page !== mark.page || end.page !== mark.page
  return notesOf(landing).flatMap((note) => (isMisplaced(note) ? [note.id] : []))
}

/** Where notes begin; undefined where the page cannot hold them. */
function topsOf(notes: readonly Note[], pageHeight: number): number[] | undefined {
  const tops: number[] = []
  let above = 0
  for (const {mark, height} of notes) {
    tops.push(Math.max(mark, above))
    above = (tops.at(-1) ?? 0) + height + gap
  }
  let limit = pageHeight - foot
  for (let index = notes.length - 1; index >= 0; index--) {
    const height = notes[index]?.height ?? 0
    tops[index] = Math.min(tops[index] ?? 0, limit - height)
    limit = (tops[index] ?? 0) - gap
  }
  return (tops[0] ?? 0) < 0 ? undefined : tops
}

function notesByPage(landing: Landing): Map<number, Note[]> {
  const {heights} = landing
  const pages = new Map<number, Note[]>()
  for (const {id, mark, start, end} of notesOf(landing)) {
    let height = end.top - start.top + line
    for (let page = start.page; page < end.page; page++) height += heights[page - 1] ?? 0
    pages.set(mark.page, [...(pages.get(mark.page) ?? []), {id, mark: mark.top, height}])
  }
  for (const notes of pages.values()) notes.sort((a, b) => a.mark - b.mark || (a.id < b.id ? -1 : 1))
  return pages
}

function notesOf({spots, heights}: Landing): {id: string; mark: Spot; start: Spot; end: Spot}[] {
  return [...spots].flatMap(([name, end]) => {
    const id = name.startsWith('note-') && name.endsWith('-end') ? name.slice(0, -'-end'.length) : undefined
    const mark = id && spots.get(markOf(id))
    const start = id && spots.get(`${id}-start`)
    return id && mark && start ? [{id, mark: onItsLine(mark, heights), start, end}] : []
  })
}

/** A mark is raised: on the first line of a page, it begins a little above that page. */
function onItsLine(mark: Spot, heights: readonly number[]): Spot {
  const isAbove = mark.top > (heights[mark.page - 1] ?? Number.POSITIVE_INFINITY) - raised
  return isAbove ? {page: mark.page + 1, top: 0} : mark
}
