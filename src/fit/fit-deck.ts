import type {Block, Deck, Slide, SlideMeasure, Unit} from '../model/deck.js'

/** A slide that nothing helps: what is shown on it is larger than the slide. */
export interface Misfit {
  readonly slide: Slide
  /** By how many CSS pixels. */
  readonly excess: number
}

/** Measured boxes are right to a fraction of a pixel; printing may round the other way. */
const tolerance = 1

/**
 * One round of fitting. Slides whose units are taller than their room go on to further slides, with the title
 * repeated and the units spread evenly; a single unit too large for its room is set denser. `settled` says that
 * the deck as measured needed nothing; otherwise it wants measuring again.
 */
export function fitDeck(
  deck: Deck,
  measures: readonly SlideMeasure[]
): {deck: Deck; settled: boolean; misfits: Misfit[]} {
  const misfits: Misfit[] = []
  let settled = true
  const slides = deck.slides.flatMap((slide, index) => {
    const measure = measures[index]
    if (!measure) throw new Error(`Unexpected slide \`${slide.id}\` without a measure`)
    const excess = Math.max(heightOf(measure, 0, measure.units.length) - measure.room, measure.beyond)
    if (excess <= tolerance) return [slide]
    const groups = measure.beyond <= tolerance ? partition(slide, measure) : undefined
    if (groups) {
      settled = false
      return split(slide, groups)
    }
    if (slide.setting === 'dense') misfits.push({slide, excess})
    else settled = false
    return [{...slide, setting: 'dense' as const}]
  })
  return {deck: {slides: numbered(slides)}, settled, misfits}
}

/** The height of some units set from the room’s top, with the table head they need. */
function heightOf({units}: SlideMeasure, from: number, to: number): number {
  const first = units[from]
  const last = units[to - 1]
  return first && last ? last.bottom - first.top + first.head : 0
}

/**
 * Where to part a slide’s units: as few slides as can hold them, the fullest of them as empty as possible, no
 * announcement parted from what it announces. Undefined where a single unit is larger than the room.
 */
function partition(slide: Slide, measure: SlideMeasure): number[] | undefined {
  const units = slide.blocks.flatMap((block) => block.units)
  const count = units.length
  if (count < 2 || count !== measure.units.length) return undefined
  const best: ({cost: number; cuts: number[]} | undefined)[] = [{cost: 0, cuts: []}]
  for (let end = 1; end <= count; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const height = heightOf(measure, start, end)
      if (height > measure.room) break
      const before = best[start]
      if (!before) continue
      const lonely = end - start === 1 && count > 2 ? 0.25 : 0
      const parted = end < count && units[end - 1]?.announces ? 4 : 0
      // A further slide costs most; then the squares of what is filled, least when even.
      const cost = before.cost + 10 + (height / measure.room) ** 2 + lonely + parted
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = {cost, cuts: [...before.cuts, end]}
    }
  }
  return best[count]?.cuts
}

function split(slide: Slide, cuts: readonly number[]): Slide[] {
  return cuts.map((end, index) => ({
    ...slide,
    blocks: take(slide.blocks, cuts[index - 1] ?? 0, end),
    notes: index === 0 ? slide.notes : []
  }))
}

function take(blocks: readonly Block[], from: number, to: number): Block[] {
  let at = 0
  return blocks.flatMap((block): Block[] => {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, block.units.length)
    at += block.units.length
    if (start >= end) return []
    const units = block.units.slice(start, end)
    return block.kind === 'list'
      ? [{...block, units, start: block.start + marks(block.units.slice(0, start))}]
      : [{...block, units}]
  })
}

/** How many numbers of an ordered list its units use up. */
function marks(units: readonly Unit[]): number {
  return units.filter(
    ({content}) =>
      !(Array.isArray(content.properties.className) && content.properties.className.includes('continued'))
  ).length
}

/** Tells each slide which of how many with its title it is, and gives those after the first an id of their own. */
function numbered(slides: readonly Slide[]): Slide[] {
  const ids = slides.map(({id}) => id.replace(/~\d+$/, ''))
  return slides.map((slide, index) => {
    const id = ids[index] ?? slide.id
    const of = ids.filter((each) => each === id).length
    const {part: _, ...rest} = slide
    if (of === 1) return {...rest, id}
    const position = index - ids.indexOf(id) + 1
    return {...rest, id: position === 1 ? id : `${id}~${position}`, part: {index: position, of}}
  })
}
