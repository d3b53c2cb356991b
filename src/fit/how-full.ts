import type {Deck, DeckFit, SlideMeasure} from '../model/deck.js'
import {spanOf} from './part-units.js'

/** How full a deck is as it was measured last; undefined where none of its slides has a room. */
export function howFull({slides}: Deck, measures: readonly SlideMeasure[]): DeckFit | undefined {
  const filled = measures.map((measure) => (measure.units.length > 0 ? fillOf(measure) : 0))
  const most = Math.max(...filled)
  const index = filled.indexOf(most)
  const slide = slides[index]
  if (!slide || most <= 0) return undefined
  const smallest = Math.min(...measures.map((measure) => measure.smallest))
  return {slide: index + 1, title: slide.title, filled: most, smallest}
}

/** Pictures take what room is left: they count as high as they have to be. */
function fillOf({alone, units, below}: SlideMeasure): number {
  const pictures = units.flatMap((unit) => unit.pictures ?? [])
  const yields = pictures.reduce((sum, {height, least}) => sum + height - least, 0)
  return (spanOf(units) - yields + Math.max(0, below)) / alone.room
}
