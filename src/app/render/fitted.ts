import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {excessOf, fitDeck, isFit, joined, type Misfit} from '../../fit/fit-deck.js'
import {howFull} from '../../fit/how-full.js'
import type {Deck, DeckFit, Setting, SlideMeasure} from '../../model/deck.js'
import type {Place} from '../../model/origin.js'

const settings: readonly Setting[] = ['close', 'paired', 'dense', 'broken']
const mostRounds = 6

/** Measures and fits a deck until all of it fits as measured; what nothing helps is said on the file. */
export async function fitted(
  deck: Deck,
  file: VFile,
  measure: (deck: Deck, settings: readonly Setting[]) => Promise<SlideMeasure[][]>
): Promise<{deck: Deck; fit: DeckFit | undefined}> {
  const first = await measure(deck, settings)
  const spare = deck.slides.map(() => 0)
  for (let round = 1; ; round++) {
    const {series, misfits} = fitDeck(deck, first, spare)
    if (misfits.length > 0) {
      for (const misfit of misfits) complain(misfit, file)
      return {deck: joined(series), fit: undefined}
    }
    const current = joined(series)
    const isSame = series.every(([slide], index) => slide === deck.slides[index])
    const measures = isSame ? first : await measure(current, [])
    const printed = measures.flatMap(([own]) => (own ? [own] : []))
    let at = 0
    const wrong = series.map(({length}) => {
      at += length
      return Math.max(...printed.slice(at - length, at).map(missing))
    })
    if (wrong.every((excess) => excess === 0)) return {deck: current, fit: howFull(current, printed)}
    if (round === mostRounds) {
      for (const [index, slide] of deck.slides.entries())
        if (wrong[index]) complain({slide, cause: 'height', excess: wrong[index]}, file)
      return {deck: current, fit: undefined}
    }
    for (const [index, excess] of wrong.entries()) spare[index] = (spare[index] ?? 0) + Math.ceil(excess)
  }
}

function missing(measure: SlideMeasure): number {
  return isFit(measure) ? 0 : Math.max(2, excessOf(measure))
}

function complain({slide, cause, excess, unit}: Misfit, file: VFile): void {
  const over = Math.ceil(excess)
  const said: Readonly<Record<Misfit['cause'], string>> = {
    title: `title of slide \`${slide.title}\` with ${over} lines too many, expected three at most`,
    height: `slide \`${slide.title}\` with ${over} pixels more than it holds, expected less in one item, row or paragraph`,
    width: `slide \`${slide.title}\` with ${over} pixels beyond its edge or over one another, expected fewer columns or shorter words`,
    type: `slide \`${slide.title}\` with type ${over} pixels below the smallest legible size, expected a shorter formula`
  }
  const units = [...slide.blocks, ...(slide.beside ?? [])].flatMap((block) => block.units)
  const place =
    (cause === 'title' ? slide.place : unit && placeOf(unit.content)) ??
    slide.place ??
    units.map(({content}) => placeOf(content)).find((each) => each !== undefined)
  file.message(`Unexpected ${said[cause]}`, {
    place: place ?? {line: 1, column: 1},
    source: 'fit',
    ruleId: 'slide-overflow'
  }).fatal = true
}

/** Where something stands in the source: itself, else the first of what is in it. */
function placeOf(node: Element): Place | undefined {
  let found: Place | undefined
  visit(node, (each) => {
    found ??= each.position?.start
  })
  return found
}
