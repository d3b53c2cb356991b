import {h} from 'hastscript'
import {VFile} from 'vfile'
import {memoryIn} from '../src/app/cache/memory.js'
import {noStore} from '../src/app/cache/store.js'
import {openBrowser} from '../src/app/open-browser.js'
import {fitted} from '../src/app/render/fitted.js'
import {fontsFor} from '../src/app/render/fonts.js'
import {loadResources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import type {Deck, DeckFit} from '../src/model/deck.js'
import type {Document} from '../src/model/document.js'
import type {Page} from '../src/model/page.js'
import {toHtml} from '../src/output/page.js'
import {slideSize} from '../src/output/slide.js'
import {toSlides, toSlidesPrint} from '../src/output/slides.js'
import type {Browser} from '../src/press/browser.js'
import {measureSlides} from '../src/press/measure-slides.js'
import {createFill, fillSlots} from '../src/template/fill.js'
import {wordsFor} from '../src/words/index.js'
import {browserCache, root} from './project.js'

/** What came of a deck made by hand. */
export interface Shown {
  readonly deck: Deck
  readonly fit: DeckFit | undefined
  readonly file: VFile
  readonly html: string
  readonly pdf: Uint8Array
  /** How often the browser measured, and how many slides in all. */
  readonly measured: readonly number[]
}

/** Fits decks made by hand with the real browser, and shows them as a page and on paper. */
export async function openDecks(): Promise<{
  show(deck: Deck, css?: string): Promise<Shown>
  close(): Promise<void>
}> {
  const resources = await loadResources(folderWorld(root))
  const browser: Browser = await openBrowser({
    ...{project: root, out: root, reviews: [], cache: browserCache},
    tell: {finding: () => undefined, built: () => undefined, failed: () => undefined, say: () => undefined}
  })
  const words = wordsFor('en')
  const context = {
    words,
    fill: createFill(resources.templates, words),
    fillSlots,
    paper: 'a4' as const,
    logo: undefined
  }
  return {close: () => browser.close(), show}

  async function show(deck: Deck, css = ''): Promise<Shown> {
    const document = documentOf(deck)
    const file = new VFile({path: 'content/by-hand.md'})
    const fonts = await fontsFor(document, words, file, resources, {memory: memoryIn(noStore, '')})
    const html = (page: Page) => toHtml({...page, style: page.style + css}, resources.sheets, fonts.css)
    const measured: number[] = []
    const {deck: shown, fit} = await fitted(deck, file, (each, settings) => {
      measured.push(each.slides.length)
      return measureSlides(browser, html(toSlidesPrint(each, document, context)), slideSize, settings)
    })
    return {
      ...{deck: shown, fit, file, measured},
      html: html(toSlides(shown, document, resources.reveal, context)),
      pdf: await browser.print(html(toSlidesPrint(shown, document, context)))
    }
  }
}

function documentOf(deck: Deck): Document {
  return {
    ...{
      name: 'by-hand',
      path: 'content/by-hand.md',
      title: 'By hand',
      language: 'en',
      status: 'draft',
      theme: 'journal'
    },
    ...{authors: ['A. Author'], date: '2025-02-25', keywords: [], keyPoints: [], trials: [], works: []},
    body: [h('p', JSON.stringify(deck))]
  } as unknown as Document
}
