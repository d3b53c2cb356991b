import type {VFile} from 'vfile'
import {fitDeck} from '../fit/fit-deck.js'
import type {Deck, SlideMeasure} from '../model/deck.js'

const mostRounds = 12

/** Measures and fits until a measured deck needs nothing more. */
export async function fitted(
  deck: Deck,
  file: VFile,
  measure: (deck: Deck) => Promise<SlideMeasure[]>
): Promise<Deck> {
  let current = deck
  for (let round = 0; round < mostRounds; round++) {
    const result = fitDeck(current, await measure(current))
    if (!result.settled) {
      current = result.deck
      continue
    }
    for (const {slide, excess} of result.misfits) {
      const unit = slide.blocks.flatMap(({units}) => units).find(({content}) => content.position)
      file.message(
        `Unexpected slide \`${slide.title}\` with ${Math.ceil(excess)} pixels more than it holds, expected less in one item, row or title`,
        {
          place: unit?.content.position?.start ?? {line: 1, column: 1},
          source: 'fit',
          ruleId: 'slide-overflow'
        }
      ).fatal = true
    }
    return current
  }
  throw new Error(`Unexpected deck of \`${file.path}\` that does not settle in ${mostRounds} rounds`)
}
