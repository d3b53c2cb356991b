import {drawFigure} from '../figure/draw-figure.js'
import type {Artifact, Manifest} from '../model/artifact.js'
import type {Document} from '../model/document.js'
import type {Paper} from '../model/matter.js'
import type {World} from '../model/world.js'
import type {Press} from '../press/press.js'
import {createFill} from '../template/fill.js'
import {withAudit} from './audit.js'
import {type Answer, recordingWorld} from './cache/inquiry.js'
import type {Memory} from './cache/memory.js'
import {digestOf} from './digest.js'
import {findingsOf} from './findings.js'
import type {Shared} from './inputs.js'
import type {BuildOptions, Outcome} from './options.js'
import {isOfSlides, outputFiles} from './outputs.js'
import {foundIn, readWithTalk} from './read-talk.js'
import {refusalOf} from './refusal.js'
import {render} from './render/render.js'
import type {Resources} from './resources.js'
import {isTalk, type ReviewFile} from './reviews.js'
import {version} from './version.js'

/** What a review is built with. */
export interface ReviewContext extends BuildOptions {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly shared: Shared
  readonly resources: Resources
  readonly press: Press
  readonly memory: Memory
}

/** What came of a review, and what was asked of the project for it; nothing where that is not all there is to it. */
export interface Built {
  readonly outcome: Outcome
  readonly answers?: readonly Answer[]
}

/** Makes one review, as it is to be published. */
export async function buildReview(review: ReviewFile, context: ReviewContext): Promise<Built> {
  const {all, shared, resources, press, memory} = context
  const world = recordingWorld(context.world)

  const reading = await readWithTalk(review, {
    ...{all, world, shared, resources, drawFigure, formats: true},
    fillFor: (words) => createFill(resources.templates, words)
  })
  const {document: read, file, talk} = reading
  const severities = shared.config.rules
  const early = findingsOf(file, severities)
  const unread = refusalOf(reading, severities)
  const withAnswers = (outcome: Outcome): Built => ({outcome, answers: world.answers()})
  if (!read || unread)
    return withAnswers({
      findings: foundIn(reading, severities),
      artifacts: [],
      refused: unread ?? 'errors'
    })

  const document = withAudit(read, early)
  const paper = context.paper ?? document.paper
  const asked = context.only ?? document.outputs
  const outputs = isTalk(review) ? asked.filter(isOfSlides) : asked
  if (outputs.length === 0) {
    context.tell.say(`${review.name}: nothing made, a talk by itself has no ${asked.join(', ')}`)
    return {outcome: {findings: foundIn(reading, severities), artifacts: []}}
  }
  const made = await render(document, file, {outputs, paper, resources, press, memory, talk})
  const findings = foundIn(reading, severities)
  const refused = refusalOf(reading, severities)
  if (refused) return withAnswers({findings, artifacts: [], refused})

  const inputs = [...shared.inputs, ...world.asked()]
  const makers = {lectern: version, browser: await press.version()}
  const state = digestOf(JSON.stringify([inputs, makers, resources.digest]))
  const manifest = toManifest(document, {made: makers, state, inputs, artifacts: made, paper})
  return withAnswers({findings, artifacts: made, manifest})
}

function toManifest(
  document: Document,
  {
    artifacts,
    paper,
    ...rest
  }: Pick<Manifest, 'made' | 'state' | 'inputs'> & {artifacts: readonly Artifact[]; paper: Paper}
): Manifest {
  const {name, title, status, language, date, version: edition} = document
  return {
    review: name,
    title,
    status,
    language,
    ...(date ? {date} : {}),
    ...(edition ? {version: edition} : {}),
    ...rest,
    artifacts: artifacts.map(({file, bytes, pages}) => {
      const isSheet = file.endsWith('.pdf') && file !== outputFiles['slides-pdf']
      return {
        file,
        digest: digestOf(bytes),
        bytes: bytes.length,
        ...(pages === undefined ? {} : {pages}),
        ...(isSheet ? {paper} : {})
      }
    })
  }
}
