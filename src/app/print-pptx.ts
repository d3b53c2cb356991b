import type {Artifact} from '../model/artifact.js'
import type {Deck} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import type {OutputContext} from '../output/output-context.js'
import {toPptx} from '../output/pptx.js'
import {slideSize} from '../output/slide.js'
import {toSlidesPrint} from '../output/slides.js'
import type {Browser} from '../press/browser.js'
import {drawSlides} from '../press/draw-slides.js'
import {outputFiles} from './outputs.js'

/** The deck as a presentation to be edited: set by the browser, written from what it set. */
export async function printPptx(
  deck: Deck,
  document: Document,
  {browser, html}: {readonly browser: Browser; readonly html: (page: Page) => string},
  context: OutputContext
): Promise<Artifact> {
  const drawn = await drawSlides(browser, html(toSlidesPrint(deck, document, context)), slideSize)
  return {
    file: outputFiles['slides-pptx'],
    bytes: await toPptx(deck, drawn, document, context.words),
    pages: deck.slides.length
  }
}
