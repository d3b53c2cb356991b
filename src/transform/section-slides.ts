import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Slide} from '../model/deck.js'
import type {Talk} from '../model/document.js'
import type {Clauses} from '../words/clauses.js'
import type {Words} from '../words/index.js'
import {placeOf, type Section} from './deck-sections.js'
import {captionOf, figureBlocks, tableBlocks, withoutCaption} from './exhibit-slides.js'
import {shortened} from './lead.js'
import {type Part, partsOf} from './section-parts.js'
import {plain} from './sentences.js'
import {said} from './speaker-notes.js'
import {toBlocks} from './to-blocks.js'
import {toTableBlock} from './to-table.js'

/** A title of two lines, and what stands small above it. */
const longestTitle = 92
const longestKicker = 110
/** Three lines in the smallest size, for a title whose end takes back what it begins with. */
const longestWhole = 160

export interface SlideContext {
  readonly talk: Talk
  readonly words: Words
  /** None where nothing is known of the review’s language. */
  readonly clauses: Clauses | undefined
  /** The id of the list of references. */
  readonly referencesId: string | undefined
  /** The id of the slide on which each table and figure stands. */
  readonly slideOf: Map<string, string>
}

/**
 * The slides of what stands right below a heading: text, and each table and figure, on slides of their own. `taken`
 * says how many slides of the section there are already. What only the speaker has and no slide shows is left over.
 */
export function toSectionSlides(
  section: Section,
  taken: number,
  context: SlideContext
): {slides: Slide[]; left: ElementContent[]} {
  const slides: Slide[] = []
  const left: ElementContent[] = []
  for (const part of partsOf(section.nodes)) {
    const number = slides.length + taken + 1
    const own = {
      ...titled(section, context.clauses),
      id: number === 1 ? section.id : `${section.id}.${number}`
    }
    const slide = toSlide(part, number === 1 ? own : {...own, notes: []}, section, context)
    if (slide)
      slides.push({...slide, notes: [...slide.notes, ...(slides.length === 0 ? left.splice(0) : [])]})
    else left.push(...part.nodes.flatMap(said))
  }
  return {slides, left}
}

/** The beginning of a slide of a section: its title, cut where it is too long, with the whole in the notes. */
export function titled(
  {id, title, above, place}: Omit<Section, 'nodes' | 'below' | 'depth'>,
  clauses: Clauses | undefined
) {
  const short = shortTitle(title, clauses)
  return {
    id,
    title: short,
    notes: short === title ? [] : [h('p', [h('strong', title)])],
    ...(above ? {kicker: shortened(above, longestKicker)} : {}),
    ...(place ? {place} : {})
  } satisfies Partial<Slide>
}

/** A title that slides can hold. It is left whole where what would go qualifies what would stay. */
function shortTitle(title: string, clauses: Clauses | undefined): string {
  const short = shortened(title, longestTitle)
  const rest = title.slice(short.length - 1)
  return title.length <= longestWhole && clauses?.qualifies.test(rest.toLowerCase()) ? title : short
}

type Titled = ReturnType<typeof titled>

/** Undefined where a part shows nothing. */
function toSlide(part: Part, own: Titled, section: Section, context: SlideContext): Slide | undefined {
  const {words, clauses, referencesId} = context
  const [node] = part.nodes
  if (part.kind === 'trials') return trialsPart(part, own, section, context)
  if (part.kind !== 'text' && node) return exhibitSlide(part, node, own, section, context)
  const whole = section.id === referencesId
  const blocks = toBlocks(part.nodes, {words, clauses, whole}).filter(({units}) => units.length > 0)
  const kind = whole ? 'references' : isQuote(blocks) ? 'quote' : 'content'
  return blocks.length > 0 ? {...own, kind, blocks} : undefined
}

/** A captioned table or figure is named by its caption, below the section’s title. */
function exhibitSlide(
  part: Part,
  node: Element,
  own: Titled,
  section: Section,
  context: SlideContext
): Slide {
  const {words, clauses, slideOf} = context
  const exhibitId = node.properties.id
  if (typeof exhibitId === 'string') slideOf.set(exhibitId, own.id)
  const caption = captionOf(node)
  const name = caption ? plain(caption) : ''
  const title = name ? shortTitle(name, clauses) : own.title
  const bare = name ? withoutCaption(node) : node
  const {blocks, notes, source} =
    part.kind === 'figure' ? figureBlocks(bare) : tableBlocks(bare, {words, clauses})
  const isTable = blocks.some((block) => block.kind === 'table')
  const place = placeOf(node) ?? section.place
  return {
    ...own,
    title,
    kind: part.kind === 'figure' ? 'figure' : isTable ? 'table' : 'content',
    ...(name ? {kicker: shortened(section.title, longestKicker)} : {}),
    blocks: [...toBlocks(part.before, {words, clauses}), ...blocks],
    notes: [
      ...own.notes,
      ...(caption && name !== title ? [h('p', caption.children)] : []),
      ...notes,
      ...part.notes.flatMap(said)
    ],
    ...(source ? {source} : {}),
    ...(place ? {place} : {})
  }
}

/** The trials once; where nothing stands before them in their section, they are what it is of. */
function trialsPart(
  part: Part,
  own: Titled,
  section: Section,
  {talk, words, slideOf}: SlideContext
): Slide | undefined {
  if (!talk.trials || slideOf.has(trialsId)) return undefined
  const slide = {...trialsSlide(talk, words), ...(own.place ? {place: own.place} : {})}
  const named = own.id === section.id && section.depth > 1 ? {...slide, ...own} : slide
  slideOf.set(trialsId, named.id)
  return {...named, notes: [...named.notes, ...part.notes.flatMap(said)]}
}

/** The id of the report’s table of trials. */
export const trialsId = 'tbl-trials'

/** The trials of a talk, with as of when their records are. */
export function trialsSlide({trials, dates}: Talk, words: Words): Slide {
  const blocks = trials ? [toTableBlock(trials, {words})] : []
  return {
    ...{id: 'trials', kind: 'table', title: words.trials, blocks, notes: []},
    source: words.figures.records(dates)
  }
}

function isQuote(blocks: readonly Block[]): boolean {
  return (
    blocks.length > 0 &&
    blocks.every(({units}) => units.every(({content}) => content.tagName === 'blockquote'))
  )
}
