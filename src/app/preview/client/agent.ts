/// <reference lib="dom" />
import type {Patch, Spot} from '../protocol.js'
import {bare, findSpot, pointOut} from './find-text.js'
import {patchPage} from './patch-page.js'

// Runs in a deck that is previewed. It may reach nothing but the page around it, and listens to nobody else.

interface Deck {
  isReady(): boolean
  on(event: 'slidechanged', act: () => void): void
  getIndices(): {h: number; v: number; f?: number}
  getCurrentSlide(): Element | undefined
  sync(): void
  layout(): void
  slide(h: number, v?: number, f?: number): void
}
declare const Reveal: Deck

addEventListener('message', ({source, data}: MessageEvent) => {
  if (source !== parent || typeof data !== 'object' || data === null) return
  if ('patch' in data) tell({patched: renew(data.patch as Patch), version: versionOf()})
  if ('spot' in data) tell({found: showSpot(data.spot as Spot)})
  if ('slide' in data) Reveal.slide(Number(data.slide))
})
addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return
  tell({key: event.code})
})
addEventListener('load', () => {
  tell({ready: true, version: versionOf()})
  Reveal.on('slidechanged', tellSlide)
})

function tell(what: object): void {
  parent.postMessage(what, '*')
}

/** Tells the address of the slide that is shown: the page’s own is written only later, and not each time. */
function tellSlide(): void {
  const {id} = Reveal.getCurrentSlide() ?? {}
  tell({slide: `#/${id ? encodeURIComponent(id) : Reveal.getIndices().h}`})
}

function versionOf(): number {
  return Number(document.documentElement.dataset.version)
}

function renew(patch: Patch): boolean {
  const shown = Reveal.isReady() ? Reveal.getCurrentSlide() : undefined
  const {h = 0, f} = Reveal.isReady() ? Reveal.getIndices() : {}
  if (!patchPage(document, patch)) return false
  const slides = [...document.querySelectorAll('.slides > section')]
  const same = slides.findIndex((slide) => slide === shown || slide.id === shown?.id)
  Reveal.sync()
  Reveal.slide(same < 0 ? Math.min(h, slides.length - 1) : same, 0, f)
  Reveal.layout()
  tellSlide()
  return true
}

/** Shows the slide whose text, or else whose notes, hold a text. */
function showSpot(spot: Spot): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides > section')]
  const text = bare(spot.text)
  if (!text) return false
  const visible = (slide: HTMLElement) =>
    [...slide.children].map((child) => (child.matches('aside') ? '' : child.textContent)).join('')
  const found = [
    slides.findIndex((slide) => bare(visible(slide)).includes(text)),
    slides.findIndex((slide) => bare(slide.textContent ?? '').includes(text)),
    slides.findIndex((slide) => bare(visible(slide)).includes(text.slice(0, 24)))
  ].find((index) => index >= 0)
  if (found === undefined) return false
  Reveal.slide(found)
  const element = findSpot(document, {text: spot.text}, `.slides > section:nth-of-type(${found + 1})`)
  if (element) pointOut(element, true)
  return true
}
