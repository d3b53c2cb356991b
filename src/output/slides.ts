import {h} from 'hastscript'
import type {Deck} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import {directionOf} from '../words/direction.js'
import {withoutDeadLinks} from './dead-links.js'
import type {OutputContext} from './output-context.js'
import {notesOf, slideSize, toSections} from './slide.js'
import {themed} from './themed.js'
import {withoutIds} from './without-ids.js'

/** reveal.js as the app reads it from its package; its style sheet is the sheet `reveal`. */
export interface Reveal {
  readonly script: string
  readonly notes: string
}

/** The deck for a browser: one file with keys, overview and speaker view, that works without a network. */
export function toSlides(
  deck: Deck,
  document: Document,
  reveal: Reveal,
  {words, fill, fillSlots}: OutputContext
): Page {
  const sections = toSections(deck, document, words)
  for (const [index, section] of sections.entries()) {
    const slide = deck.slides[index]
    const notes = slide ? withoutIds(notesOf(slide)) : []
    if (notes.length > 0) section.children.push(h('aside', {className: ['notes']}, notes))
  }
  const tree = fill('page/slides', {language: document.language, title: document.title, live: true})
  return {
    tree: withoutDeadLinks(fillSlots(tree, {slides: sections})),
    sheets: themed(
      ['reveal', 'tokens', 'slide', 'layouts', 'tables', 'exhibits', 'references', 'fit', 'deck'],
      document
    ),
    style: '',
    scripts: [reveal.script, reveal.notes, startIn(document.language)]
  }
}

/** The deck on paper: page n is slide n. Also what the browser measures slides on. */
export function toSlidesPrint(deck: Deck, document: Document, {words, fill, fillSlots}: OutputContext): Page {
  const tree = fill('page/slides', {language: document.language, title: document.title, live: false})
  return {
    tree: withoutDeadLinks(fillSlots(tree, {slides: toSections(deck, document, words)})),
    sheets: themed(
      ['tokens', 'slide', 'layouts', 'tables', 'exhibits', 'references', 'fit', 'deck-print'],
      document
    ),
    style: `@page { size: ${slideSize.width}px ${slideSize.height}px; margin: 0 }`,
    scripts: []
  }
}

function startIn(language: string): string {
  return `Reveal.initialize(${JSON.stringify({
    ...slideSize,
    ...(directionOf(language) === 'rtl' ? {rtl: true} : {}),
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    display: 'flex',
    hash: true,
    transition: 'none',
    backgroundTransition: 'none',
    controls: true,
    progress: true,
    slideNumber: false,
    pdfSeparateFragments: false
  }).replace(/}$/, ',plugins:[RevealNotes]}')});`
}
