import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {Document} from '../model/document.js'
import type {Drawing} from '../model/drawing.js'
import type {Fill} from '../model/fill.js'
import type {Finding} from '../model/finding.js'
import type {World} from '../model/world.js'
import {createFill} from '../template/fill.js'
import {recordingWorld} from './cache/inquiry.js'
import {distinct} from './findings.js'
import {readShared} from './inputs.js'
import type {ReadContext} from './read-review.js'
import {foundIn, readWithTalk} from './read-talk.js'
import {refusalOf} from './refusal.js'
import {loadLayout} from './resources.js'
import {chooseReviews, listReviews, type ReviewFile} from './reviews.js'
import {severe} from './severe.js'
import {folderWorld} from './world.js'

/** What a caller asks to be checked. */
export interface CheckOptions {
  /** The project’s folder, which holds `content/`. */
  readonly project: string
  /** Names of reviews; all where none is named. */
  readonly reviews: readonly string[]
}

/** What was found without printing. */
export interface CheckResult {
  /** Each thing once, however many reviews include its file: the project’s own files first, then review by review. */
  readonly findings: readonly Finding[]
  readonly reviews: readonly CheckedReview[]
  /** The files that were read. */
  readonly files: ReadonlySet<string>
}

/** What was found in one review. */
export interface CheckedReview {
  readonly name: string
  readonly path: string
  /** Undefined where it could not be read. */
  readonly status: Document['status'] | undefined
  readonly findings: readonly Finding[]
  /** Why it would not be built, if so. */
  readonly refused?: string
}

/** Checks reviews as a build would, without printing: no browser, no fonts, no figures. */
export async function check({project, reviews}: CheckOptions): Promise<CheckResult> {
  const world = recordingWorld(folderWorld(project))
  const all = await listReviews(world)
  const chosen = chooseReviews(all, reviews)
  const [shared, resources] = await Promise.all([readShared(world, project), loadLayout(world)])
  const context: ReadContext = {
    ...{all, world, shared, resources, formats: false},
    fillFor: (words) => withoutEvidence(createFill(resources.templates, words)),
    drawFigure: async () => undrawn
  }
  const checked: CheckedReview[] = []
  for (const review of chosen) checked.push(await checkReview(review, context))
  const found = [...shared.findings, ...checked.flatMap(({findings}) => findings)]
  return {findings: distinct(found), reviews: checked, files: filesOf(world)}
}

async function checkReview(review: ReviewFile, context: ReadContext): Promise<CheckedReview> {
  const {name, path} = review
  // Nothing is said of a review that is held against evidence or settings that cannot be read.
  if (severe(context.shared.findings, 'error') > 0)
    return {name, path, status: undefined, findings: [], refused: 'errors in the project’s own files'}
  const reading = await readWithTalk(review, context)
  const {document} = reading
  const findings = foundIn(reading, context.shared.config.rules)
  const refused = refusalOf(reading, context.shared.config.rules)
  return {name, path, status: document?.status, findings, ...(refused ? {refused} : {})}
}

function filesOf(world: World & {asked(): {path: string}[]}): ReadonlySet<string> {
  return new Set(world.asked().map(({path}) => path))
}

/** A fill that leaves the tables of evidence empty: nobody reads them, and nothing in them is the author’s. */
function withoutEvidence(fill: Fill): Fill {
  const filled = (name: string, data: object) => {
    const id = evidenceTables[name]
    return id === undefined ? fill(name, data) : emptyTable(id)
  }
  return Object.assign(filled, {names: fill.names})
}

/** The tables of evidence, and their ids. */
const evidenceTables: Readonly<Record<string, string>> = {
  'table/trials': 'tbl-trials',
  'table/trials-short': 'tbl-trials-short',
  'table/references': 'tbl-works'
}

function emptyTable(id: string): Root {
  const caption = h('caption', [h('span', {className: ['number']}), id])
  return {type: 'root', children: [h('div', {id, dataKind: 'table'}, [h('table', [caption])])]}
}

const picture: Element = {type: 'element', tagName: 'svg', properties: {}, children: []}

/** What stands for a figure that nobody looks at. */
const undrawn: Drawing = {panels: [picture], alternative: '', trials: [], asOf: {unknown: 0, of: 0}}
