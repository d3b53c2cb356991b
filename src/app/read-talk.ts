import type {VFile} from 'vfile'
import type {Document} from '../model/document.js'
import type {Finding, Severities} from '../model/finding.js'
import {type FrontMatter, type Matter, TalkFrontMatter} from '../model/matter.js'
import {defaultOutputs} from '../model/outputs.js'
import {readData} from '../read/read-data.js'
import {readTalkMatter} from '../read/read-matter.js'
import {toDocument} from '../transform/to-document.js'
import {toTalk} from '../transform/to-talk.js'
import {likely} from '../words/likely.js'
import {checkDocument} from './check-document.js'
import {citerFor} from './citation-style.js'
import {findingsOf} from './findings.js'
import {readFile} from './inputs.js'
import {isOfSlides} from './outputs.js'
import {defaultsFor, missing, type ReadContext, readReview, refuseNested} from './read-review.js'
import {isTalk, type ReviewFile} from './reviews.js'
import {severe} from './severe.js'
import {refuseUnknownSlideThemes, refuseUnknownTheme} from './theme.js'

/** A talk written by hand, and the review that it takes from. */
export interface WrittenTalk {
  readonly document: Document
  readonly file: VFile
  readonly review: Document | undefined
}

/** What is read of a review or a talk: what is printed under its name, and what was said of each of its files. */
export interface Reading {
  /** Undefined where it cannot be read. */
  readonly document: Document | undefined
  /** The file that it is of. */
  readonly file: VFile
  readonly talk?: WrittenTalk
  /** All files that its author wrote, with what is to be known of each: a final one may hold no warning. */
  readonly written: readonly {readonly file: VFile; readonly document: Document | undefined}[]
}

/** Reads a review with its talk, or a talk that stands by itself. */
export async function readWithTalk(each: ReviewFile, context: ReadContext): Promise<Reading> {
  if (isTalk(each)) return await readOwnTalk(each, context)
  const {file, review, matter} = await readReview(each, context)
  if (each.deck === undefined || !review) return {document: review, file, written: [{file, document: review}]}
  const deck = await openTalk(each.deck, context)
  if (deck.own.review !== undefined && deck.own.review !== each.name)
    refuse(
      deck.file,
      `Unexpected review \`${deck.own.review}\` of the talk of \`${each.path}\`, expected none`
    )
  const document = await readTalk(each, deck, {review, matter}, context)
  const outputs = [
    ...review.outputs.filter((output) => !isOfSlides(output)),
    ...document.outputs.filter(isOfSlides)
  ]
  return {
    document: {...review, outputs},
    file,
    talk: {document, file: deck.file, review},
    written: [
      {file, document: review},
      {file: deck.file, document}
    ]
  }
}

/** What was found in all the files that were written for what is read. */
export function foundIn({written}: Reading, severities: Severities | undefined): Finding[] {
  return written.flatMap(({file}) => findingsOf(file, severities))
}

async function readOwnTalk(each: ReviewFile, context: ReadContext): Promise<Reading> {
  const deck = await openTalk(each.path, context)
  const {file, own} = deck
  refuseNested(each.name, context.all, file)
  const base = own.review === undefined ? {} : await readBase(own.review, file, context)
  if (!deck.isRead) return {document: undefined, file, written: [{file, document: undefined}]}
  const read = await readTalk(each, deck, base, context)
  const outputs = read.outputs.filter(isOfSlides)
  const document = {...read, outputs: outputs.length > 0 ? outputs : defaultOutputs.filter(isOfSlides)}
  return {document, file, talk: {document, file, review: base.review}, written: [{file, document}]}
}

interface Opened {
  readonly file: VFile
  readonly own: ReturnType<typeof readTalkMatter>['own']
  readonly hasFrontMatter: boolean
  readonly isRead: boolean
}

async function openTalk(path: string, {world}: ReadContext): Promise<Opened> {
  const file = (await readFile(world, path)) ?? missing(path)
  const isRead = !file.messages.some(({fatal}) => fatal)
  return {file, ...readTalkMatter(file), isRead}
}

interface Base {
  readonly review?: Document
  readonly matter?: Matter | undefined
}

/** The review that a talk takes from; one that is none or has errors is an error of the talk. */
async function readBase(name: string, file: VFile, context: ReadContext): Promise<Base> {
  const reviews = context.all.filter((each) => !isTalk(each))
  const found = reviews.find((each) => each.name === name)
  if (!found) {
    const names = reviews.map((each) => each.name)
    const near = likely(name, names)
    const expected = near ? [near] : names.slice(0, 8)
    refuse(
      file,
      `Unexpected review \`${name}\`, expected ${expected.map((each) => `\`${each}\``).join(' or ') || 'the name of one'}`
    )
    return {}
  }
  const read = await readReview(found, context)
  if (read.review && severe(findingsOf(read.file, context.shared.config.rules), 'error') === 0)
    return {review: read.review, matter: read.matter}
  refuse(file, `Unexpected errors in \`${found.path}\`, expected a review that can be built`)
  return {}
}

async function readTalk(
  {name}: ReviewFile,
  {file, own, hasFrontMatter}: Opened,
  {review, matter: above}: Base,
  {world, shared, resources, formats, memory, fillFor, drawFigure}: ReadContext
): Promise<Document> {
  const defaults = defaultsFor(name, shared.config)
  const matter = {...matterOf(own, review, defaults), hasFrontMatter}
  const style = above?.citationStyle ?? defaults.citationStyle
  const cite = await citerFor(style, file, {world, resources, memory})
  const document = await toDocument(file, {
    ...{name, matter, evidence: shared.evidence, world, readData, fillFor, drawFigure},
    cite: formats ? cite : undefined,
    talk: {review}
  })
  refuseUnknownTheme(file, document.theme, resources)
  await refuseUnknownSlideThemes(file, document, world)
  checkDocument(document, file, shared.evidence, review)
  toTalk(document, {
    review,
    say: (message, place, ruleId = 'slide-setting') => {
      // Of a review that is none, no piece is missed as well.
      if (ruleId === 'unknown-piece' && own.review !== undefined && !review) return
      file.message(message, {place, source: 'transform', ruleId}).fatal = true
    }
  })
  return document
}

/** What a talk does not say of itself its review says, and the project of what neither says. */
function matterOf(
  own: Opened['own'],
  review: Document | undefined,
  defaults: FrontMatter
): Omit<Matter, 'hasFrontMatter'> {
  const {review: _, ...said} = own
  const keys = Object.keys(TalkFrontMatter.shape)
  const of = (matter: object) =>
    Object.fromEntries(Object.entries(matter).filter(([key]) => keys.includes(key)))
  const above: FrontMatter = review ? of(review) : {}
  // The subtitle of a review is of its title.
  if (own.title !== undefined) delete above.subtitle
  return {status: 'draft', ...of(defaults), ...above, ...said}
}

function refuse(file: VFile, message: string): void {
  const line = String(file)
    .split('\n')
    .findIndex((each) => /^review\s*:/.test(each))
  file.message(message, {
    place: {line: Math.max(line, 0) + 1, column: 1},
    source: 'app',
    ruleId: 'unknown-review'
  }).fatal = true
}
