import {drawFigure} from '../figure/draw-figure.js'
import type {Artifact, Manifest} from '../model/artifact.js'
import type {Document} from '../model/document.js'
import type {Finding} from '../model/finding.js'
import type {Paper} from '../model/matter.js'
import type {World} from '../model/world.js'
import type {Browser} from '../press/browser.js'
import {createFill} from '../template/fill.js'
import {withAudit} from './audit.js'
import {findingsOf} from './findings.js'
import type {Shared} from './inputs.js'
import type {BuildOptions} from './options.js'
import {isOfSlides, outputFiles, outputOf} from './outputs.js'
import {publish, readPublication} from './publish.js'
import {foundIn, readWithTalk} from './read-talk.js'
import {refusalOf} from './refusal.js'
import {render} from './render.js'
import type {Resources} from './resources.js'
import {isTalk, type ReviewFile} from './reviews.js'
import {version} from './version.js'
import {digestOf, recordingWorld} from './world.js'

/** What a review is built with. */
export interface ReviewContext extends BuildOptions {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly shared: Shared
  readonly resources: Resources
  press(): Promise<Browser>
}

/** What came of a review; `refused` says why it was not published. */
export type Outcome = {
  readonly findings: readonly Finding[]
  readonly artifacts: readonly Artifact[]
  readonly refused?: string
}

/** Builds one review and publishes it, whole or not at all. */
export async function buildReview(review: ReviewFile, context: ReviewContext): Promise<Outcome> {
  const {all, shared, resources, out} = context
  const world = recordingWorld(context.world)
  // The browser starts while the text is read.
  const press = context.press()
  press.catch(() => undefined)

  const reading = await readWithTalk(review, {
    ...{all, world, shared, resources, drawFigure, formats: true},
    fillFor: (words) => createFill(resources.templates, words)
  })
  const {document: read, file, talk} = reading
  const severities = shared.config.rules
  const early = findingsOf(file, severities)
  const unread = refusalOf(reading, severities)
  if (!read || unread)
    return {findings: foundIn(reading, severities), artifacts: [], ...(unread ? {refused: unread} : {})}

  const document = withAudit(read, early)
  const browser = await press
  const paper = context.paper ?? document.paper
  const asked = context.only ?? document.outputs
  const outputs = isTalk(review) ? asked.filter(isOfSlides) : asked
  if (outputs.length === 0) {
    context.tell.say(`${review.name}: nothing made, a talk by itself has no ${asked.join(', ')}`)
    return {findings: foundIn(reading, severities), artifacts: []}
  }
  const made = await render(document, file, {outputs, paper, resources, browser, talk})
  const findings = foundIn(reading, severities)
  const refused = refusalOf(reading, severities)
  if (refused) return {findings, artifacts: [], refused}

  const inputs = [...shared.inputs, ...world.asked()]
  const makers = {lectern: version, browser: browser.version}
  const state = digestOf(JSON.stringify([inputs, makers, resources.digest]))
  const papers = new Map(made.map(({file: name}) => [name, paper]))
  const artifacts = [
    ...made,
    ...(context.only ? await stillValid(out, review.name, state, made, papers) : [])
  ]
  artifacts.sort((a, b) => (a.file < b.file ? -1 : 1))
  await publish(out, toManifest(document, {made: makers, state, inputs, artifacts, papers}), artifacts)
  return {findings, artifacts: made}
}

/** Artifacts of the last publication that were made of the same state of the inputs. */
async function stillValid(
  out: string,
  review: string,
  state: string,
  made: readonly Artifact[],
  papers: Map<string, Paper>
): Promise<Artifact[]> {
  const last = await readPublication(out, review)
  if (last?.manifest.state !== state) return []
  const broken = new Set(
    last.manifest.artifacts.filter(({file}) => !last.artifacts.has(file)).map(({file}) => outputOf(file))
  )
  return last.manifest.artifacts.flatMap(({file, pages, paper}) => {
    const bytes = last.artifacts.get(file)
    const output = outputOf(file)
    const isMade = made.some((each) => outputOf(each.file) === output)
    if (!bytes || !output || broken.has(output) || isMade) return []
    if (paper === 'a4' || paper === 'letter') papers.set(file, paper)
    return [{file, bytes, ...(pages === undefined ? {} : {pages})}]
  })
}

function toManifest(
  document: Document,
  {
    artifacts,
    papers,
    ...rest
  }: Pick<Manifest, 'made' | 'state' | 'inputs'> & {
    artifacts: readonly Artifact[]
    papers: ReadonlyMap<string, Paper>
  }
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
      const paper = papers.get(file)
      const isSheet = paper && file.endsWith('.pdf') && file !== outputFiles['slides-pdf']
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
