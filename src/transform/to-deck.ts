import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import {type Words, wordsFor} from '../words/index.js'
import {isHeading} from './headings.js'
import {headingText} from './sentences.js'
import {isFootnotes, toBlocks} from './to-blocks.js'

/**
 * A talk from a review that nobody adapted: title, agenda, a slide a section, the trials, the references. List
 * items and paragraphs show their lead sentence; the author’s full words are the speaker’s notes.
 */
export function toDeck(document: Document): Deck {
  const words = wordsFor(document.language)
  const parts = document.headings.filter(({depth}) => depth === 2)
  const slides = sectionsOf(document).flatMap((section) => toSlides(section, document, words))
  return {
    slides: [
      {id: 'title', kind: 'title', title: document.title, blocks: [], notes: []},
      ...(parts.length > 1 ? [agenda(parts, words)] : []),
      ...withTrials(slides, document, words)
    ]
  }
}

/** The trials have a slide of their own, also where their table stands inside a quote or a list. */
function withTrials(slides: readonly Slide[], document: Document, words: Words): Slide[] {
  if (!document.talk.trials || slides.some(({id}) => id === 'trials')) return [...slides]
  const references = slides.findIndex(({kind}) => kind === 'references')
  return slides.toSpliced(references === -1 ? slides.length : references, 0, trialSlide(document, words))
}

interface Section {
  readonly id: string
  readonly title: string
  readonly depth: number
  /** The title of the section this one is in. */
  readonly above?: string
  readonly nodes: ElementContent[]
  /** The sections right below this one. */
  readonly below: {readonly id: string; readonly title: string}[]
}

function sectionsOf(document: Document): Section[] {
  const words = wordsFor(document.language)
  const opening: Section = {id: 'introduction', title: words.introduction, depth: 1, nodes: [], below: []}
  const sections = [opening]
  const open: Section[] = []
  for (const node of document.talk.body) {
    if (isFootnotes(node))
      sections.push({id: 'notes', title: words.notes, depth: 2, nodes: [node], below: []})
    else if (!isHeading(node)) sections.at(-1)?.nodes.push(node)
    if (!isHeading(node)) continue
    const depth = Number(node.tagName.charAt(1))
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)
    const section: Section = {
      id: String(node.properties.id),
      title: headingText(node),
      depth,
      nodes: [],
      below: [],
      ...(parent ? {above: parent.title} : {})
    }
    parent?.below.push(section)
    open.push(section)
    sections.push(section)
  }
  return opening.nodes.length > 0 ? sections : sections.slice(1)
}

function toSlides(section: Section, document: Document, words: Words): Slide[] {
  const {id, title, above, nodes, below} = section
  const own = nodes.filter((node) => !isEvidence(node))
  const named = {id, title, ...(above ? {kicker: above} : {})}
  const kind = id === document.referencesId ? 'references' : 'content'
  const blocks = toBlocks(own, {words, whole: kind === 'references'})
  const trials = nodes.some((node) => isEvidence(node, 'trials')) ? [trialSlide(document, words)] : []
  if (blocks.length > 0) return [{...named, kind, blocks, notes: []}, ...trials]
  return [{...named, kind: 'section', blocks: below.length > 0 ? [linksTo(below)] : [], notes: []}, ...trials]
}

function agenda(parts: Document['headings'], words: Words): Slide {
  const entries = parts.map(({id, text}) => ({id, title: text}))
  return {id: 'agenda', kind: 'agenda', title: words.agenda, blocks: [linksTo(entries)], notes: []}
}

function linksTo(sections: readonly {readonly id: string; readonly title: string}[]): Block {
  const units = sections.map(({id, title}) => ({
    content: h('li', h('a', {href: `#${id}`}, title)),
    notes: []
  }))
  return {kind: 'list', ordered: false, start: 1, units}
}

function trialSlide({talk}: Document, words: Words): Slide {
  const blocks = talk.trials ? toBlocks([talk.trials], {words}) : []
  return {id: 'trials', kind: 'table', title: words.trials, blocks, notes: []}
}

function isEvidence(node: ElementContent, kind?: string): node is Element {
  if (node.type !== 'element' || !has(node, 'evidence')) return false
  return !kind || node.children.some((child) => child.type === 'element' && has(child, kind))
}

function has(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name)
}
