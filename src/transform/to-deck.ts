import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Block, Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import {clausesFor, type Words, wordsFor} from '../words/index.js'
import {type Section, sectionsOf} from './deck-sections.js'
import {shortened} from './lead.js'
import {type SlideContext, titled, toSectionSlides, trialsId, trialsSlide} from './section-slides.js'
import {isNotes} from './speaker-notes.js'

/** A title on the first slide, and an entry of an agenda. */
const longestTitle = 200
const longestEntry = 100
/** A list of one part helps nobody. */
const fewestParts = 2

/**
 * A talk from a review that nobody adapted: title, key points, agenda, the sections, the trials, the references. Slides
 * show what leads; the author’s full words are the speaker’s notes.
 */
export function toDeck(document: Document): Deck {
  const words = wordsFor(document.language)
  const {talk, language, referencesId} = document
  const context = {
    talk,
    words,
    clauses: clausesFor(language),
    referencesId,
    slideOf: new Map<string, string>()
  }
  const sections = sectionsOf(document)
  const slides = [...opening(document, words), ...agenda(sections, referencesId, words)]
  for (const section of sections) {
    const made = slidesOf(section, context)
    slides.push(...made.slides)
    // What has no slide of its own is said with the one before.
    const last = slides.at(-1)
    if (last && made.left.length > 0) slides[slides.length - 1] = withMoreNotes(last, made.left)
  }
  return {slides: withLinks(withTrials(slides, context), context.slideOf)}
}

/** What is said after all that is said of a slide. */
function withMoreNotes(slide: Slide, notes: readonly ElementContent[]): Slide {
  const block = slide.blocks.at(-1)
  const unit = block?.units.at(-1)
  if (!block || !unit) return {...slide, notes: [...slide.notes, ...notes]}
  const units = [...block.units.slice(0, -1), {...unit, notes: [...unit.notes, ...notes]}]
  return {...slide, blocks: [...slide.blocks.slice(0, -1), {...block, units}]}
}

function opening({title, talk}: Document, words: Words): Slide[] {
  const short = shortened(title, longestTitle)
  const notes = short === title ? [] : [h('p', [h('strong', title)])]
  const points = talk.keyPoints.map((point) => ({content: h('li', point), notes: []}))
  return [
    {id: 'title', kind: 'title', title: short, blocks: [], notes},
    ...(points.length > 0 ? [keyPoints(points, words)] : [])
  ]
}

function keyPoints(units: Block['units'], words: Words): Slide {
  const blocks: Block[] = [{kind: 'list', ordered: false, start: 1, units}]
  return {id: 'key-points', kind: 'content', title: words.keyPoints, blocks, notes: []}
}

/** The parts of a talk, without the references: nobody waits for them. */
function agenda(sections: readonly Section[], referencesId: string | undefined, words: Words): Slide[] {
  const parts = sections.filter((each) => {
    return each.place && each.depth === 2 && each.id !== referencesId && holdsSlides(each)
  })
  if (parts.length < fewestParts) return []
  return [{id: 'agenda', kind: 'agenda', title: words.agenda, blocks: [linksTo(parts)], notes: []}]
}

/** A part with several sections below it, or none but them, opens with a slide that lists them; then its own text. */
function slidesOf(section: Section, context: SlideContext): {slides: Slide[]; left: ElementContent[]} {
  const below = section.below.filter(holdsSlides)
  const hasText = section.nodes.length > 0
  const opens = hasText ? section.depth === 2 && below.length >= fewestParts : below.length > 0
  const own = titled(section, context.clauses)
  const {slides, left} = toSectionSlides(section, opens ? 1 : 0, context)
  if (opens) {
    const blocks = below.length >= fewestParts ? [linksTo(below)] : []
    return {slides: [{...own, kind: 'section', blocks, notes: [...own.notes, ...left]}, ...slides], left: []}
  }
  const heading = section.place && slides.length === 0 ? [h('p', [h('strong', section.title)])] : []
  return {slides, left: [...heading, ...left]}
}

function holdsSlides({nodes, below}: Section): boolean {
  return nodes.some((node) => !isNotes(node)) || below.some(holdsSlides)
}

function linksTo(sections: readonly Pick<Section, 'id' | 'title'>[]): Block {
  const units = sections.map(({id, title}) => ({
    content: h('li', h('a', {href: `#${id}`}, shortened(title, longestEntry))),
    notes: []
  }))
  return {kind: 'list', ordered: false, start: 1, units}
}

/** The trials have a slide of their own, also where their table stands inside a quote or a list. */
function withTrials(slides: readonly Slide[], {talk, words, slideOf}: SlideContext): Slide[] {
  if (!talk.trials || slideOf.has(trialsId) || !holdsTrials(talk.body)) return [...slides]
  slideOf.set(trialsId, 'trials')
  const references = slides.findIndex(({kind}) => kind === 'references')
  return slides.toSpliced(references === -1 ? slides.length : references, 0, trialsSlide(talk, words))
}

/** Its author may have kept the table for the report. */
function holdsTrials(body: readonly ElementContent[]): boolean {
  let found = false
  visit({type: 'root', children: [...body]}, 'element', ({properties: {id}}) => {
    found ||= id === trialsId
  })
  return found
}

/** Links to a table or figure lead to the slide it stands on. */
function withLinks(slides: readonly Slide[], slideOf: ReadonlyMap<string, string>): Slide[] {
  const led = <T extends ElementContent>(node: T): T => {
    if (node.type !== 'element') return node
    const {href} = node.properties
    const slide = typeof href === 'string' && href.startsWith('#') ? slideOf.get(href.slice(1)) : undefined
    const properties = slide ? {...node.properties, href: `#${slide}`} : node.properties
    return {...node, properties, children: node.children.map(led)}
  }
  return slides.map((slide) => ({
    ...slide,
    notes: slide.notes.map(led),
    blocks: slide.blocks.map((block) => ({
      ...block,
      units: block.units.map((unit) => ({
        ...unit,
        content: led(unit.content),
        notes: unit.notes.map(led),
        ...(unit.resumed ? {resumed: led(unit.resumed)} : {})
      }))
    }))
  }))
}
