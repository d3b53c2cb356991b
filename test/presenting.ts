import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Page} from 'puppeteer-core'
import {loadResources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import type {Deck} from '../src/model/deck.js'
import type {Document} from '../src/model/document.js'
import {toHtml} from '../src/output/page.js'
import {toSlides} from '../src/output/slides.js'
import {createFill, fillSlots} from '../src/template/fill.js'
import {wordsFor} from '../src/words/index.js'
import {root} from './project.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a listener could not use on the page as it stands: rule and element. */
export async function barriersOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return (await page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations']}).then(({violations}) =>
      violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ' ' + html.slice(0, 200))))`
  )) as string[]
}

/** A deck that no review is behind, as a file. */
export async function fileOf(deck: Deck): Promise<string> {
  const resources = await loadResources(folderWorld(root))
  const words = wordsFor('en')
  const document = {title: 'Steps', authors: [], language: 'en', status: 'draft', theme: 'journal'}
  const page = toSlides(deck, document as unknown as Document, resources.reveal, {
    words,
    fill: createFill(resources.templates, words),
    fillSlots,
    paper: 'a4',
    logo: undefined
  })
  return toHtml(page, resources.sheets, '')
}

/** Where the deck is, and what it shows. */
export function whereIs(page: Page): Promise<{id: string; told: string; steps: number; classes: string}> {
  return page.evaluate(() => ({
    id: document.querySelector('.slides > .present')?.id ?? '',
    told: document.querySelector('.told')?.textContent ?? '',
    steps: document.querySelectorAll('.present .fragment.visible').length,
    classes: document.querySelector('.reveal')?.className ?? ''
  }))
}

/** The current slide’s lines that leave the window, and those of its foot that the buttons cover. */
export function hiddenLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slide = document.querySelector('.slides > .present')
    const buttons = [...document.querySelectorAll('.controls button.enabled')].map((button) =>
      button.getBoundingClientRect()
    )
    const walker = document.createTreeWalker(slide ?? document.body, NodeFilter.SHOW_TEXT)
    const hidden: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('aside')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const {left, right, top, bottom, width} of range.getClientRects()) {
        const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
        const covered = buttons.some(
          (box) => box.left < right && left < box.right && box.top < bottom && top < box.bottom
        )
        if (width > 0 && (outside || covered))
          hidden.push(`${outside ? 'outside' : 'covered'} ${node.textContent}`)
      }
    }
    return hidden
  })
}
