import type {Deck} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Landing} from '../model/page.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import {quoted, shortened} from './css-text.js'
import {sidesOf} from './paper.js'

/** What landed no further down than this, in points, has none of its notes before it on its page. */
const opens = 6
const titleLength = 60

/** The id of a slide’s part of the handout, and of where its notes end: no heading’s id has a colon. */
export function startOf(number: number): string {
  return `handout:${number}`
}
export function endOf(number: number): string {
  return `handout:${number}:end`
}

/** `Slide 7: Trials (continued)` above each page at whose top the notes of a slide go on. */
export function continuedSlides(deck: Deck, document: Document, landing: Landing, words: Words): string {
  const {start} = sidesOf(document)
  const symbols = continuedByPage(deck, landing, words).map(quoted).join(' ')
  return `@counter-style nothing { system: cyclic; symbols: ""; suffix: "" }
@counter-style slides-continued { system: fixed 1; symbols: ${symbols || '""'}; suffix: ""; fallback: nothing }
@page { @top-${start}-corner { content: counter(page, slides-continued); direction: ${directionOf(document.language)};
  color: var(--ink); font-weight: 600; line-height: 1.3; padding: 0 0 1.5mm; padding-${start}: 22mm;
  text-align: start; vertical-align: bottom; white-space: nowrap } }`
}

/** What stands above each page, the first first; nothing where a slide begins the page. */
export function continuedByPage({slides}: Deck, {spots, pages}: Landing, words: Words): string[] {
  const names = Array.from({length: pages}, () => '')
  for (const [index, {title}] of slides.entries()) {
    const [from, to] = [spots.get(startOf(index + 1)), spots.get(endOf(index + 1))]
    if (!from || !to) continue
    const last = to.top <= opens ? to.page - 1 : to.page
    for (let page = from.page + 1; page <= last; page++)
      names[page - 1] = `${words.slide} ${index + 1}: ${shortened(title, titleLength)} ${words.continued}`
  }
  return names
}
