import type {Artifact} from '../../model/artifact.js'
import type {Deck} from '../../model/deck.js'
import type {Document} from '../../model/document.js'
import type {OutputContext} from '../../output/output-context.js'
import {toPptx} from '../../output/pptx.js'
import {pptxDocument} from '../../output/pptx-document.js'
import {slideSize} from '../../output/slide.js'
import {drawSlides} from '../../press/draw-slides.js'
import type {Press} from '../../press/press.js'
import type {Memory} from '../cache/memory.js'
import {outputFiles} from '../outputs.js'

/** The deck as a presentation to be edited: set by the browser, written from what it set. */
export async function printPptx(
  deck: Deck,
  document: Document,
  {press, memory, html}: {readonly press: Press; readonly memory: Memory; readonly html: string},
  context: OutputContext
): Promise<Artifact> {
  const about = pptxDocument(document)
  const {files} = await memory.files('pptx', [html, withoutPlaces(deck), about], async () => {
    const drawn = await drawSlides(press, html, slideSize)
    return {said: undefined, files: [await toPptx(deck, drawn, about, context.words)]}
  })
  return {
    file: outputFiles['slides-pptx'],
    bytes: files[0] ?? new Uint8Array(),
    pages: deck.slides.length
  }
}

/** What a deck says, wherever in the author’s file he said it: a word above moves all that follows. */
function withoutPlaces(deck: Deck): string {
  return JSON.stringify(deck, (key, value: unknown) =>
    key === 'position' || key === 'place' ? undefined : value
  )
}
