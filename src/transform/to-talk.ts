import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Block, Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Place} from '../model/origin.js'
import {type Words, wordsFor} from '../words/index.js'
import {withFreeIds} from './free-ids.js'
import {inlinePiece, type PieceOptions, slidesOfPiece} from './piece-slides.js'
import {headingText, plain} from './sentences.js'
import {levelOf} from './talk-base.js'
import {type TalkBlockOptions, toTalkBlocks} from './talk-blocks.js'
import {
  inferred,
  isColumn,
  type Layout,
  layoutOf,
  lookOf,
  refuseLacking,
  type Say,
  withAttribution,
  withPictureFirst
} from './talk-layout.js'
import {piecesOfReview} from './talk-pieces.js'
import {type Draft, toDrafts} from './talk-slides.js'
import {citedOn, listsWorks, worksOfTalk} from './talk-works.js'
import {isFootnotes} from './to-blocks.js'
import {toList} from './to-list.js'
import {typeset} from './typography.js'

export interface TalkOptions {
  /** What pieces are taken from. */
  readonly review: Document | undefined
  /** Told what is wrong with how slides are set. */
  readonly say?: Say
}

/**
 * A talk written by hand: its slides as their author set them, whole, with what they take from a review, after a title
 * slide of its front matter; what they cite and note closes it.
 */
export function toTalk(document: Document, {review, say = () => undefined}: TalkOptions): Deck {
  const words = wordsFor(document.language)
  const works = worksOfTalk(document, review)
  const pieces: PieceOptions = {review, find: review && piecesOfReview(review), say}
  const options: TalkBlockOptions = {
    words,
    works,
    piece: (place) => inlinePiece(place, pieces, (nodes) => toTalkBlocks(nodes, options))
  }
  const end = document.talk.body.findIndex((node) => isOurHeading(node))
  const drafts = toDrafts(document.talk.body.slice(0, end < 0 ? undefined : end))
  const slides: Slide[] = []
  let section: string | undefined
  if (drafts[0]?.settings[0]?.layout !== 'title') slides.push(titleSlide(document))
  for (const draft of drafts) {
    if (draft.heading && levelOf(draft.heading) === 1) section = undefined
    const made = toSlides(draft, {document, section, words, options, pieces, say})
    const last = slides.at(-1)
    if (made.length === 0 && last)
      slides[slides.length - 1] = {...last, notes: [...last.notes, ...draft.notes]}
    slides.push(...made)
    if (draft.heading && levelOf(draft.heading) === 1) section = made[0]?.title
  }
  return {slides: withFreeIds([...slides, ...closing(document, slides, works, words)])}
}

interface Context {
  readonly document: Document
  /** The title of the section in force. */
  readonly section: string | undefined
  readonly words: Words
  readonly options: TalkBlockOptions
  readonly pieces: PieceOptions
  readonly say: Say
}

function toSlides(draft: Draft, context: Context): Slide[] {
  const {document, section, pieces, say} = context
  const {settings, heading, notes} = draft
  const [setting, ...others] = settings
  for (const {node} of others)
    say('Unexpected second `::slide` on a slide, expected one, or a line `---` before it', node.position)
  const nodes = withAttribution(
    draft.nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  )
  if (nodes.length === 0 && !heading && !setting) return []
  const place = placeOf(setting?.node ?? heading ?? nodes[0])
  const common = {
    ...lookOf(setting, say),
    ...(setting?.source ? {source: typeset(setting.source, document.language)} : {}),
    ...(place ? {place} : {})
  }
  const title = heading && headingText(heading)
  const id = setting?.id ?? (heading ? String(heading.properties.id) : undefined)
  const asked = layoutOf(setting, say)
  const [only, ...more] = nodes
  const taken =
    only?.type === 'element' && more.length === 0
      ? slidesOfPiece(only, pieces, {id, title, section, notes})
      : undefined
  if (taken)
    return taken.map((slide) => ({
      ...slide,
      ...common,
      ...(asked && taken.length === 1 ? {kind: asked} : {})
    }))

  const layout = asked ?? inferred(nodes, heading !== undefined)
  if (asked) refuseLacking(asked, nodes, setting, say)
  const content = contentOf(layout, nodes, context)
  const kind = layout !== 'columns' || content.beside ? layout : 'content'
  const lists = content.blocks.length > 0 && listsWorks({...emptySlide, ...content})
  return [
    {
      id: id ?? exhibitId(nodes) ?? 'slide',
      kind: asked === undefined && lists ? 'references' : kind,
      ...titleOf(title, layout, nodes, content, context),
      ...(section && !lists ? {kicker: section} : {}),
      ...content,
      notes,
      ...common
    }
  ]
}

const emptySlide = {id: '', kind: 'content', title: '', blocks: [], notes: []} as const

function contentOf(
  layout: Layout,
  nodes: readonly ElementContent[],
  {options, say}: Context
): Pick<Slide, 'blocks' | 'beside'> {
  refuseNestedColumns(nodes, say)
  if (layout === 'image') return {blocks: toTalkBlocks(withPictureFirst(nodes), options)}
  const columns = nodes.filter(isColumn)
  if (columns.length === 0) return {blocks: toTalkBlocks(nodes, options)}
  const [first, second, third] = columns
  const outside = nodes.find((node) => !isColumn(node))
  if (third) say('Unexpected third column, expected two', third.position)
  else if (!second) say('Unexpected single column, expected two `:::column`', first?.position)
  else if (outside) say('Unexpected text beside columns, expected it in one of them', outside.position)
  // Nothing is lost, whatever is wrong: what stands outside the first column goes below it, or into the second.
  const at = second ? nodes.indexOf(second) : nodes.length
  const beside = toTalkBlocks(nodes.slice(at), options)
  const blocks = toTalkBlocks(nodes.slice(0, at), options)
  return beside.length > 0 ? {blocks, beside} : {blocks}
}

function refuseNestedColumns(nodes: readonly ElementContent[], say: Say): void {
  visit({type: 'root', children: [...nodes]}, 'element', (node, _, parent) => {
    if (parent?.type === 'element' && isColumn(node))
      say('Unexpected column inside another block, expected two columns side by side', node.position)
  })
}

/** A slide without a title of its own has one all the same, for outlines: the section’s, else its first words. */
function titleOf(
  title: string | undefined,
  layout: Layout,
  nodes: readonly ElementContent[],
  {blocks, beside = []}: Pick<Slide, 'blocks' | 'beside'>,
  {document, section, words}: Context
): Pick<Slide, 'title' | 'bare'> {
  if (title) return {title}
  if (layout === 'title') return {title: document.title}
  const [only, ...more] = nodes
  if (more.length === 0 && only?.type === 'element') {
    if ([only.properties.className].flat().includes('trials')) return {title: words.trials}
    if (only.properties.dataWorks !== undefined) return {title: words.references}
  }
  return {title: section ?? (firstWords([...blocks, ...beside]) || words.slide), bare: true}
}

function firstWords(blocks: readonly Block[]): string {
  const caption = blocks.flatMap((block) =>
    block.kind === 'table' && block.caption ? [plain(block.caption)] : []
  )
  const said = blocks.flatMap(({units}) => units.map(({content}) => plain(content) || alternativeOf(content)))
  const text = [...caption, ...said].find((each) => each !== '') ?? ''
  if (text.length <= 60) return text
  return `${text.slice(0, 60).replace(/\s+\S*$/, '')}…`
}

function alternativeOf(node: Element): string {
  let text = ''
  visit(node, 'element', ({properties: {alt}}) => {
    text ||= typeof alt === 'string' ? alt : ''
  })
  return text
}

function exhibitId(nodes: readonly ElementContent[]): string | undefined {
  const [only, ...more] = nodes
  const id = more.length === 0 && only?.type === 'element' ? only.properties.id : undefined
  return typeof id === 'string' ? id : undefined
}

function titleSlide({title}: Document): Slide {
  return {id: 'title', kind: 'title', title, blocks: [], notes: []}
}

/** What slides cite, where none of them lists it, and the footnotes of the talk’s own text. */
function closing(
  {talk: {body}}: Document,
  slides: readonly Slide[],
  works: readonly Element[],
  words: Words
): Slide[] {
  const cited = slides.some(listsWorks) ? [] : citedOn(slides, works)
  const units = cited.map((content) => ({content, notes: []}))
  const list: Block = {kind: 'list', ordered: false, start: 1, units}
  const notes = body
    .filter(isFootnotes)
    .flatMap((node) => (node.type === 'element' ? footnotes(node, words) : []))
  return [
    ...(notes.length > 0 ? [closingSlide('notes', 'content', words.notes, notes)] : []),
    ...(units.length > 0 ? [closingSlide('references', 'references', words.references, [list])] : [])
  ]
}

function closingSlide(id: string, kind: Slide['kind'], title: string, blocks: readonly Block[]): Slide {
  return {id, kind, title, blocks, notes: []}
}

function footnotes(section: Element, words: Words): Block[] {
  const list = section.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'ol'
  )
  if (!list) return []
  const copy = structuredClone(list)
  visit(copy, 'element', (node, index, parent) => {
    if (!('dataFootnoteBackref' in node.properties) || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
  const block = toList(copy, {words, whole: true})
  return [{...block, units: block.units.map((unit) => ({...unit, notes: []}))}]
}

/** The heading of references that no author wrote closes the body. */
function isOurHeading(node: ElementContent): boolean {
  return (
    node.type === 'element' &&
    /^h[1-6]$/.test(node.tagName) &&
    levelOf(node) === undefined &&
    !isFootnotes(node)
  )
}

function placeOf(node: ElementContent | undefined): Place | undefined {
  const start = node?.position?.start
  return start && {line: start.line, column: start.column}
}
