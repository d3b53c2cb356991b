import picomatch from 'picomatch'
import {VFile} from 'vfile'
import type {Artifact, Manifest} from '../model/artifact.js'
import type {Config} from '../model/config.js'
import type {Document} from '../model/document.js'
import type {Evidence} from '../model/evidence.js'
import type {Finding} from '../model/finding.js'
import type {FrontMatter, OutputName, Paper} from '../model/matter.js'
import type {World} from '../model/world.js'
import type {Browser} from '../press/browser.js'
import {readEvidence} from '../read/read-evidence.js'
import {readConfig, readMatter} from '../read/read-matter.js'
import {createFill} from '../template/fill.js'
import {toDocument} from '../transform/to-document.js'
import {findingsOf} from './findings.js'
import {writeIndex} from './index-page.js'
import {openBrowser} from './open-browser.js'
import {mend, publish, readPublication} from './publish.js'
import {outputFiles, render} from './render.js'
import {loadResources, type Resources} from './resources.js'
import {chooseReviews, listReviews, type ReviewFile} from './reviews.js'
import {version} from './version.js'
import {digestOf, folderWorld, recordingWorld} from './world.js'

/** What a caller asks of a build. */
export interface BuildOptions {
  /** The project’s folder, which holds `content/`. */
  readonly project: string
  /** Where publications go. */
  readonly out: string
  /** Names of reviews; all where none is named. */
  readonly reviews: readonly string[]
  /** Outputs to make; otherwise those of the front matter, or all. */
  readonly only?: readonly OutputName[]
  readonly paper?: Paper
  /** Where the browser is unpacked. */
  readonly cache: string
  /** A browser to use in place of the embedded one. */
  readonly browser?: string
  /** Told what happens as it happens. */
  readonly tell: Teller
}

/** What a build says on the way. */
export interface Teller {
  finding(finding: Finding): void
  /** A review was published. */
  built(review: string, artifacts: readonly Artifact[]): void
  /** A review was not: it has errors, or warnings and is final. */
  failed(review: string, reason: string): void
  /** Something about the machine that is worth a line. */
  say(line: string): void
}

/** What came of a build. */
export interface BuildResult {
  readonly built: readonly string[]
  readonly failed: readonly string[]
  readonly warnings: number
}

/** Builds reviews: reads, checks, prints, and publishes each whole or not at all. One review’s failure is its own. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const {project, out, tell} = options
  const world = folderWorld(project)
  const all = await listReviews(world)
  const chosen = chooseReviews(all, options.reviews)
  await mend(out)

  const resources = await loadResources(world)
  const shared = await readShared(world)
  shared.findings.forEach(tell.finding)
  const built: string[] = []
  const failed: string[] = []
  let warnings = count(shared.findings, 'warning')
  if (count(shared.findings, 'error') > 0) {
    for (const {name} of chosen) tell.failed(name, 'errors in the project’s own files')
    return {built, failed: chosen.map(({name}) => name), warnings}
  }

  const press = lazily(() => openBrowser(options))
  try {
    for (const review of chosen) {
      const outcome = await buildReview(review, {...options, all, world, shared, resources, press: press.get})
      outcome.findings.forEach(tell.finding)
      warnings += count(outcome.findings, 'warning')
      if (outcome.refused === undefined) {
        built.push(review.name)
        tell.built(review.name, outcome.artifacts)
      } else {
        failed.push(review.name)
        tell.failed(review.name, outcome.refused)
      }
    }
  } finally {
    await press.started()?.then(
      (browser) => browser.close(),
      () => undefined
    )
  }
  if (built.length > 0) await writeIndex(out, all, resources)
  return {built, failed, warnings}
}

interface Shared {
  readonly config: Config
  readonly evidence: Evidence
  readonly inputs: Manifest['inputs']
  readonly findings: readonly Finding[]
}

async function readShared(world: World): Promise<Shared> {
  const recorded = recordingWorld(world)
  const [config, trials, references] = await Promise.all(
    ['lectern.yaml', 'content/evidence/trials.json', 'content/evidence/references.json'].map((path) =>
      readFile(recorded, path)
    )
  )
  const read = {
    config: readConfig(config),
    evidence: readEvidence({...(trials ? {trials} : {}), ...(references ? {references} : {})})
  }
  const findings = [config, trials, references].flatMap((file) => (file ? findingsOf(file) : []))
  return {...read, findings, inputs: recorded.asked()}
}

interface ReviewContext extends BuildOptions {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly shared: Shared
  readonly resources: Resources
  press(): Promise<Browser>
}

type Outcome = {
  readonly findings: readonly Finding[]
  readonly artifacts: readonly Artifact[]
  readonly refused?: string
}

async function buildReview(review: ReviewFile, context: ReviewContext): Promise<Outcome> {
  const {all, shared, resources, out} = context
  const world = recordingWorld(context.world)
  // The browser starts while the text is read.
  const press = context.press()
  press.catch(() => undefined)

  const file = (await readFile(world, review.path)) ?? new VFile({path: review.path})
  refuseNested(review, all, file)
  const matter = readMatter(file, defaultsFor(review, shared.config))
  const document = await toDocument(file, {
    name: review.name,
    matter,
    evidence: shared.evidence,
    world,
    fillFor: (words) => createFill(resources.templates, words)
  })
  const early = refusal(document, findingsOf(file))
  if (early) return {findings: findingsOf(file), artifacts: [], refused: early}

  const browser = await press
  const paper = context.paper ?? document.paper
  const outputs = context.only ?? document.outputs
  const made = await render(document, file, {outputs, paper, resources, browser})
  const findings = findingsOf(file)
  const refused = refusal(document, findings)
  if (refused) return {findings, artifacts: [], refused}

  const inputs = [...shared.inputs, ...world.asked()]
  const makers = {lectern: version, browser: browser.version}
  const state = digestOf(JSON.stringify([inputs, makers, resources.digest]))
  const papers = new Map(made.map(({file: name}) => [name, paper]))
  const artifacts = [
    ...made,
    ...(context.only ? await stillValid(out, review.name, state, document.outputs, made, papers) : [])
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
  outputs: readonly OutputName[],
  made: readonly Artifact[],
  papers: Map<string, Paper>
): Promise<Artifact[]> {
  const last = await readPublication(out, review)
  if (last?.manifest.state !== state) return []
  const wanted = outputs.map((output) => outputFiles[output])
  return last.manifest.artifacts.flatMap(({file, pages, paper}) => {
    const bytes = last.artifacts.get(file)
    if (!bytes || !wanted.includes(file) || made.some((each) => each.file === file)) return []
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

/** Why a review is not built, if so. */
function refusal({status}: Document, findings: readonly Finding[]): string | undefined {
  if (count(findings, 'error') > 0) return 'errors'
  if (status === 'final' && count(findings, 'warning') > 0) return 'warnings in a final review'
  return undefined
}

/** Two reviews cannot share a folder: `content/fr.md` would print around `content/fr/sla.md`. */
function refuseNested(review: ReviewFile, all: readonly ReviewFile[], file: VFile): void {
  const inner = all.find(({name}) => name.startsWith(`${review.name}/`))
  if (!inner) return
  file.message(
    `Unexpected review \`${inner.path}\` in a folder of this review’s name, expected another name for one of the two`,
    {
      place: {line: 1, column: 1},
      source: 'app',
      ruleId: 'nested-review'
    }
  ).fatal = true
}

function defaultsFor({name}: ReviewFile, {defaults, byPath}: Config): FrontMatter {
  const matching = byPath.filter(
    ({pattern}) => picomatch.isMatch(name, pattern) || picomatch.isMatch(`${name}.md`, pattern)
  )
  return Object.assign({}, defaults, ...matching.map(({matter}) => matter))
}

async function readFile(world: World, path: string): Promise<VFile | undefined> {
  const bytes = await world.read(path)
  if (!bytes) return undefined
  try {
    return new VFile({path, value: new TextDecoder('utf-8', {fatal: true}).decode(bytes)})
  } catch {
    const file = new VFile({path, value: new TextDecoder().decode(bytes)})
    const line = String(file)
      .split('\n')
      .findIndex((each) => each.includes('\uFFFD'))
    file.message('Unexpected bytes, expected text in UTF-8', {
      place: {line: Math.max(line, 0) + 1, column: 1},
      source: 'app',
      ruleId: 'not-utf8'
    }).fatal = true
    return file
  }
}

function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length
}

function lazily<T>(start: () => Promise<T>): {get(): Promise<T>; started(): Promise<T> | undefined} {
  let promise: Promise<T> | undefined
  return {
    get: () => {
      promise ??= start()
      return promise
    },
    started: () => promise
  }
}
