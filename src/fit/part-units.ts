import type {Block, Unit, UnitMeasure} from '../model/deck.js'

/** The room that units may fill: on a slide of their own, and on one whose title is marked as a part. */
export interface Rooms {
  readonly alone: number
  readonly marked: number
  /** Lists stand in two columns. */
  readonly paired: boolean
}

/** Where units are parted: the end of each part, how high its pictures may be, and what it costs. */
export interface Parting {
  readonly cuts: readonly number[]
  readonly pictures: readonly (number | undefined)[]
  readonly cost: number
}

const slideCost = 10

/**
 * Parts units over as few slides as can hold them, the fullest of them as empty as possible. An announcement stays
 * with what it announces, an item with the first below it, and nothing small stands alone where another way avoids
 * it. Undefined where a single unit is larger than the room.
 */
export function partUnits(
  blocks: readonly Block[],
  measures: readonly UnitMeasure[],
  rooms: Rooms
): Parting | undefined {
  const pieces = blocks.flatMap((block, index) => block.units.map((unit) => ({unit, block, index})))
  const count = pieces.length
  if (count !== measures.length) throw new Error(`Unexpected ${measures.length} measures of ${count} units`)
  if (count === 0) return {cuts: [], pictures: [], cost: 0}
  const whole = filling(0, count, rooms.alone)
  if (whole) return {cuts: [count], pictures: [whole.pictures], cost: slideCost + whole.cost}

  const best: ({cost: number; start: number; pictures: number | undefined} | undefined)[] = []
  for (let end = 1; end <= count; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const filled = filling(start, end, rooms.marked)
      if (!filled) break
      const before = start === 0 ? 0 : best[start]?.cost
      if (before === undefined) continue
      const cost = before + slideCost + filled.cost + (end < count ? cutCost(end) : 0)
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = {cost, start, pictures: filled.pictures}
    }
  }
  const last = best[count]
  if (!last) return undefined
  const cuts: number[] = []
  const pictures: (number | undefined)[] = []
  for (let end = count; end > 0; end = best[end]?.start ?? 0) {
    cuts.unshift(end)
    pictures.unshift(best[end]?.pictures)
  }
  return {cuts, pictures, cost: last.cost}

  /** What it costs to show some units on one slide: the square of what they fill, least when even. */
  function filling(start: number, end: number, room: number) {
    const height = rooms.paired ? pairedHeight(start, end) : heightOf(measures, start, end)
    const pictures = height > room ? lowered(measures.slice(start, end), height - room) : undefined
    if (height > room && pictures === undefined) return undefined
    const highest = Math.max(...measures.slice(start, end).flatMap((each) => heightsOf(each)))
    const shrunk = pictures === undefined ? 0 : 3 * (1 - pictures / highest)
    const isItem = pieces[start]?.block.kind !== 'flow'
    const isAlone = end - start === 1 && count > 1 && isItem && height < room / 2
    return {pictures, cost: Math.min(height / room, 1) ** 2 + shrunk + (isAlone ? 4 : 0)}
  }

  function cutCost(at: number): number {
    const [before, after] = [pieces[at - 1], pieces[at]]
    if (before && announces(before.unit)) return 6
    if (!before || !after || before.index !== after.index) return 0
    if (after.unit.resumed) return 3
    if (!goesOn(after.unit)) return 0
    return goesOn(before.unit) ? 0.5 : 3
  }

  /** The height of units whose list stands in two columns of about the same height. */
  function pairedHeight(start: number, end: number): number {
    const items: number[] = []
    for (let at = start; at < end; at++) if (pieces[at]?.block.kind === 'list') items.push(at)
    const [first, final] = [items[0], items.at(-1)]
    if (first === undefined || final === undefined) return heightOf(measures, start, end)
    const list = heightOf(measures, first, final + 1)
    let lower = list
    for (const at of items.slice(1)) {
      const unit = pieces[at]?.unit
      if (unit && goesOn(unit)) continue
      lower = Math.min(lower, Math.max(heightOf(measures, first, at), heightOf(measures, at, final + 1)))
    }
    return heightOf(measures, start, end) - list + lower
  }
}

/** The height of some units set from the room’s top, with the table head they need. */
export function heightOf(units: readonly UnitMeasure[], from: number, to: number): number {
  const first = units[from]
  const last = units[to - 1]
  return first && last ? last.bottom - first.top + first.head : 0
}

/** The height of all units as they stand, beside one another or below. */
export function spanOf(units: readonly UnitMeasure[]): number {
  if (units.length === 0) return 0
  return Math.max(...units.map(({bottom}) => bottom)) - Math.min(...units.map(({top, head}) => top - head))
}

/** How high pictures may be for units to be lower by some pixels; undefined where they cannot be that low. */
function lowered(units: readonly UnitMeasure[], by: number): number | undefined {
  const rows = units.flatMap(({pictures = []}) => pictures)
  if (rows.length === 0) return undefined
  const least = Math.max(...rows.map((row) => row.least))
  const saved = (cap: number) => rows.reduce((sum, {height}) => sum + Math.max(0, height - cap), 0)
  if (saved(least) < by) return undefined
  let [low, high] = [least, Math.max(...rows.map(({height}) => height))]
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2
    if (saved(middle) < by) high = middle
    else low = middle
  }
  return low
}

function heightsOf({pictures = []}: UnitMeasure): number[] {
  return pictures.map(({height}) => height)
}

/** A sentence or a title that says what comes next. */
function announces({announces: said, content: {tagName, children}}: Unit): boolean {
  const only = children.length === 1 ? children[0] : undefined
  const isBold = tagName === 'p' && only?.type === 'element' && only.tagName === 'strong'
  return said === true || /^h[1-6]$/.test(tagName) || isBold
}

/** An item that goes on, or one below another: it has no mark of its own. */
function goesOn({content: {properties}}: Unit): boolean {
  return Array.isArray(properties.className) && properties.className.includes('continued')
}
