/// <reference lib="dom" />
import type {SlideMeasure} from '../model/deck.js'
import type {Browser} from './browser.js'

/** Measures every slide of a deck’s page as it will be printed, in the slide’s own pixels. */
export function measureSlides(
  browser: Browser,
  html: string,
  size: {width: number; height: number}
): Promise<SlideMeasure[]> {
  return browser.measure(html, size, question)
}

// Runs in the page: nothing outside its own body exists there.
function question(): SlideMeasure[] {
  return [...document.querySelectorAll('.slide')].map((slide) => {
    const edge = slide.getBoundingClientRect()
    const room = slide.querySelector('.room')
    const space = room?.getBoundingClientRect() ?? edge
    let beyond = 0
    for (const element of slide.querySelectorAll('*')) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      const inside = room?.contains(element) ?? false
      const around = inside ? space : edge
      beyond = Math.max(beyond, around.left - box.left, box.right - around.right, edge.top - box.top)
      if (!inside) beyond = Math.max(beyond, box.bottom - edge.bottom)
    }
    // A line of text may be wider than the box it stands in.
    const text = document.createRange()
    text.selectNodeContents(room ?? slide)
    for (const line of text.getClientRects())
      if (line.width > 0) beyond = Math.max(beyond, space.left - line.left, line.right - space.right)
    if (room) beyond = Math.max(beyond, edge.top - space.top, 120 - space.height)
    const units = [...slide.querySelectorAll('[data-unit]')].map((unit) => {
      const box = unit.getBoundingClientRect()
      const body = unit.closest('tbody')
      const table = body?.closest('table')
      const head = body && table ? body.getBoundingClientRect().top - table.getBoundingClientRect().top : 0
      return {top: box.top - space.top, bottom: box.bottom - space.top, head}
    })
    return {room: space.height, beyond: Math.max(beyond, 0), units}
  })
}
