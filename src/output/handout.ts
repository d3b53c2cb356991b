import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
import type {Landing, Page} from '../model/page.js'
import type {Words} from '../words/index.js'
import {withoutDeadLinks} from './dead-links.js'
import {continuedSlides, endOf, startOf} from './handout-heads.js'
import {imprintOf} from './imprint.js'
import type {OutputContext} from './output-context.js'
import {paperStyle} from './paper.js'
import {notesOf, toSections} from './slide.js'
import {themed} from './themed.js'
import {type NotesRun, toRuns} from './wide-notes.js'
import {withoutIds} from './without-ids.js'

/** How high a slide’s part of a sheet is at least, in millimetres, and how many lines to write on that is: three fit, never four. */
const pitches: Readonly<Record<Paper, {readonly height: number; readonly lines: number}>> = {
  a4: {height: 68, lines: 8},
  letter: {height: 63, lines: 7}
}

/**
 * The handout: each slide, as it is shown, beside its notes, which go on below and on further pages. `landing` is where
 * a first print put them: each page then says of which slide the notes at its top are.
 */
export function toHandout(deck: Deck, document: Document, context: OutputContext, landing?: Landing): Page {
  const {words, fill, fillSlots, paper} = context
  const sections = toSections(deck, document, words)
  const sheets = deck.slides.map((slide, index) =>
    toSheet(slide, sections[index], {number: index + 1, lines: pitches[paper].lines, words, document})
  )
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
    style: [
      paperStyle(document, paper, words),
      `:root { --pitch: ${pitches[paper].height}mm }`,
      landing ? continuedSlides(deck, document, landing, words) : ''
    ].join('\n'),
    scripts: []
  }
}

function toSheet(
  slide: Slide,
  section: Element | undefined,
  {number, lines, words, document}: {number: number; lines: number; words: Words; document: Document}
): Element {
  const notes = withoutIds(notesOf(slide))
  const runs = notes.length > 0 ? beside(toRuns(notes)) : [{className: [], notes: ruled(lines)}]
  const isOwn = document.language.split('-')[0] === words.language
  const sheet = h('div', {id: startOf(number), className: ['sheet']}, [
    h('div', {className: ['shown']}, [
      h(
        'p',
        {className: ['number'], ...(isOwn ? {} : {lang: words.language, dir: 'ltr'})},
        `${words.slide} ${number}`
      ),
      h('div', {className: ['thumb']}, section ? [section] : [])
    ]),
    ...runs.map(({className, notes: run}, index) =>
      h('div', {className: ['said', 'prose', ...className]}, [
        ...run,
        ...(index === runs.length - 1 ? [h('div', {id: endOf(number)})] : [])
      ])
    )
  ])
  return h('article', {className: ['slot']}, [sheet])
}

/** Beside the picture stands what the column holds, if only nothing: what is wide begins below. */
function beside(runs: NotesRun[]): NotesRun[] {
  return runs[0]?.className.length === 0 ? runs : [{className: [], notes: []}, ...runs]
}

function ruled(lines: number): Element[] {
  return Array.from({length: lines}, () => h('div', {className: ['line'], ariaHidden: 'true'}))
}
