import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Deck} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import {withoutDeadLinks} from './dead-links.js'
import {imprintOf} from './imprint.js'
import type {OutputContext} from './output-context.js'
import {paperStyle} from './paper.js'
import {notesOf, toSections} from './slide.js'
import {themed} from './themed.js'
import {withoutIds} from './without-ids.js'

/** How many lines a listener finds to write on beside a slide that has no notes. */
const lines = 6

/** The handout: each slide, as it is shown, beside its notes. */
export function toHandout(deck: Deck, document: Document, context: OutputContext): Page {
  const {words, fill, fillSlots, paper} = context
  const sections = toSections(deck, document, words)
  const sheets = deck.slides.map((slide, index) => {
    const section = sections[index]
    const notes = withoutIds(notesOf(slide))
    return h('article', {className: ['sheet']}, [
      h('div', {className: ['thumb']}, section ? [section] : []),
      h('div', {className: ['said', 'prose']}, notes.length > 0 ? notes : ruled())
    ])
  })
  const tree = fill('page/handout', {
    language: document.language,
    title: document.title,
    kind: words.handout,
    imprint: imprintOf(document, words)
  })
  return {
    tree: withoutDeadLinks(fillSlots(tree, {sheets})),
    sheets: themed(
      ['tokens', 'text', 'tables', 'exhibits', 'references', 'slide', 'layouts', 'fit', 'print', 'handout'],
      document
    ),
    style: paperStyle(document, paper, words),
    scripts: []
  }
}

function ruled(): Element[] {
  return Array.from({length: lines}, () => h('div', {className: ['line'], ariaHidden: 'true'}))
}
