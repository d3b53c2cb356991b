import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import {withoutDeadLinks} from './dead-links.js'
import {withExactScale} from './exact-scale.js'
import type {OutputContext} from './output-context.js'
import {presentingScript} from './presenting.js'
import {notesOf, slideSize, toSections} from './slide.js'
import {speakerViewScript} from './speaker-view.js'
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
    if (!slide) continue
    labelled(section, slide, [index + 1, sections.length], words)
    const notes = withoutIds(notesOf(slide))
    if (notes.length > 0) section.children.push(h('aside', {className: ['notes']}, notes))
  }
  const tree = fill('page/slides', {language: document.language, title: document.title, live: true})
  return {
    tree: withoutDeadLinks(fillSlots(tree, {slides: sections})),
    sheets: themed(
      ['reveal', 'tokens', 'slide', 'layouts', 'tables', 'exhibits', 'references', 'fit', ...ownSheets],
      document
    ),
    style: '',
    scripts: [
      withExactScale(reveal.script),
      reveal.notes,
      speakerViewScript(words.deck, words.language),
      presentingScript(optionsFor(document.language), words.deck, words.language)
    ]
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

const ownSheets = ['deck', 'deck-unscripted', 'deck-paper', 'speaker']

/** A slide is a group named by its place and title. The page’s one main heading is the template’s; a title slide shows it again. */
function labelled(section: Element, {title, part}: Slide, place: [number, number], words: Words): void {
  const whole = part ? `${title} ${words.part(part.index, part.of)}` : title
  Object.assign(section.properties, {role: 'group', ariaLabel: words.deck.place(...place, whole)})
  for (const child of section.children)
    if (child.type === 'element' && child.tagName === 'h1') child.properties.ariaHidden = 'true'
}

/** What reveal.js is started with. Its scroll view would set slides by other rules. */
function optionsFor(language: string): object {
  return {
    ...slideSize,
    ...(directionOf(language) === 'rtl' ? {rtl: true} : {}),
    margin: 0,
    minScale: 0.1,
    maxScale: 8,
    center: false,
    display: 'flex',
    hash: true,
    transition: 'none',
    backgroundTransition: 'none',
    controls: true,
    controlsTutorial: false,
    controlsBackArrows: 'visible',
    progress: true,
    slideNumber: false,
    scrollActivationWidth: null
  }
}
