import type {Deck, Setting, Slide, SlideMeasure, Unit} from '../model/deck.js'
import {heightOf, partUnits, spanOf} from './part-units.js'
import {isPairable} from './short-items.js'
import {takeUnits} from './take-units.js'

/** A slide that nothing helps. */
export interface Misfit {
  readonly slide: Slide
  readonly cause: 'title' | 'height' | 'width' | 'type'
  /** Pixels too high or too wide, lines too many, or pixels of type too small. */
  readonly excess: number
  /** The item, row or paragraph that is larger than the room. */
  readonly unit?: Unit
}

/** What has become of a deck: for each of its slides, the slides it is shown on. */
export interface Fit {
  readonly series: readonly (readonly Slide[])[]
  readonly misfits: readonly Misfit[]
}

/** Measured boxes are right to a fraction of a pixel; printing may round the other way. */
const tolerance = 1
/** A title takes no more lines than this, however small. */
const mostLines = 3

/**
 * What a way of setting costs, beside 10 for each slide: closer lines are better than a further slide; smaller type
 * is the last resort but for words that break.
 */
const price: Readonly<Record<Setting, number>> = {close: 1, paired: 2, dense: 1e6, broken: 2e6}

/**
 * Chooses for each slide, from its measures in each setting, how it is set and where it is parted. `spare` keeps some
 * pixels of a slide’s room empty, where an earlier choice proved too tight.
 */
export function fitDeck(
  deck: Deck,
  measures: readonly (readonly SlideMeasure[])[],
  spare: readonly number[] = []
): Fit {
  const misfits: Misfit[] = []
  const series = deck.slides.map((slide, index) => {
    const [printed, ...others] = measures[index] ?? []
    if (!printed) throw new Error(`Unexpected slide \`${slide.id}\` without a measure`)
    const less = spare[index] ?? 0
    if (others.length === 0 && less === 0 && isFit(printed)) return [slide]
    const tried = [printed, ...others]
      .filter(({setting}) => setting !== 'paired' || isPairable(slide))
      .map((measure) => fitSlide(slide, measure, less))
    const best = tried.filter((each) => each !== undefined).sort((a, b) => a.cost - b.cost)[0]
    if (best) return best.slides
    const last = [printed, ...others].at(-1) ?? printed
    misfits.push(misfitOf(slide, last, less))
    return [settled(slide, last)]
  })
  return {series, misfits}
}

/** All slides in order; each knows which of how many it is. */
export function joined(series: Fit['series']): Deck {
  return {
    slides: series.flatMap((slides) =>
      slides.map((slide, index) =>
        slides.length === 1
          ? slide
          : {
              ...slide,
              id: index === 0 ? slide.id : `${slide.id}~${index + 1}`,
              part: {index: index + 1, of: slides.length}
            }
      )
    )
  }
}

/** Whether a slide as it was measured needs nothing. */
export function isFit(measure: SlideMeasure): boolean {
  return excessOf(measure) <= tolerance && isLegible(measure) && measure.alone.lines <= mostLines
}

/** By how many pixels what is on a slide goes beyond it, in any direction. */
export function excessOf({alone, beyond, below, units}: SlideMeasure): number {
  return Math.max(spanOf(units) - alone.room, beyond, below)
}

function isLegible({smallest, least}: SlideMeasure): boolean {
  return smallest >= least - 0.01
}

/** A slide in one setting: whole, or parted; undefined where a unit is larger than the room or its words too wide. */
function fitSlide(
  slide: Slide,
  measure: SlideMeasure,
  spare: number
): {slides: Slide[]; cost: number} | undefined {
  const {alone, marked, beyond, setting} = measure
  if (beyond > tolerance || !isLegible(measure) || alone.lines > mostLines) return undefined
  const pieces = [slide.blocks, ...(slide.beside ? [slide.beside] : [])]
  let from = 0
  const parted = pieces.map((blocks) => {
    const count = blocks.reduce((sum, {units}) => sum + units.length, 0)
    const units = measure.units.slice(from, from + count)
    from += count
    return partUnits(blocks, units, {
      alone: alone.room - restOf(measure) - spare,
      marked: marked.room - restOf(measure) - spare,
      paired: setting === 'paired'
    })
  })
  const [first, second] = parted
  if (!first || (pieces.length === 2 && !second)) return undefined
  const count = Math.max(first.cuts.length, second?.cuts.length ?? 0, 1)
  const cost = Math.max(first.cost, second?.cost ?? 0)
  const slides = Array.from({length: count}, (_, index): Slide => {
    const pictures = [first.pictures[index], second?.pictures[index]].filter((each) => each !== undefined)
    return {
      ...settled(slide, measure, count > 1),
      ...takeUnits(slide, index, {
        first: first.cuts,
        second: second?.cuts,
        widths: count > 1 ? measure.widths : []
      }),
      ...(pictures.length > 0 ? {pictures: Math.floor(Math.min(...pictures))} : {})
    }
  })
  return {slides, cost: cost + (setting ? price[setting] : 0)}
}

/** What of the room is filled but by units. */
function restOf({alone, below, units}: SlideMeasure): number {
  return Math.max(0, below - Math.max(0, spanOf(units) - alone.room))
}

function settled(slide: Slide, {setting, alone, marked}: SlideMeasure, isParted = false): Slide {
  const {titleSize} = isParted ? marked : alone
  return {...slide, ...(setting ? {setting} : {}), ...(titleSize ? {titleSize} : {})}
}

function misfitOf(slide: Slide, measure: SlideMeasure, spare: number): Misfit {
  const {alone, beyond, smallest, least, units} = measure
  if (alone.lines > mostLines) return {slide, cause: 'title', excess: alone.lines - mostLines}
  if (!isLegible(measure)) return {slide, cause: 'type', excess: least - smallest}
  const all = [...slide.blocks, ...(slide.beside ?? [])].flatMap((block) => block.units)
  const over = units.map((_, index) => heightOf(units, index, index + 1) - alone.room + spare)
  const worst = over.indexOf(Math.max(...over))
  const unit = all[worst]
  const excess = over[worst] ?? 0
  if (beyond > tolerance && beyond > excess) return {slide, cause: 'width', excess: beyond}
  if (excess <= 0 || !unit) return {slide, cause: 'height', excess: excessOf(measure)}
  return {slide, cause: 'height', excess, unit}
}
