import {UserError} from '../model/user-error.js'
import {buildReview, type Outcome, type ReviewContext} from './build-review.js'
import {count} from './findings.js'
import {writeIndex} from './index-page.js'
import {readShared} from './inputs.js'
import {openBrowser} from './open-browser.js'
import type {BuildOptions, BuildResult} from './options.js'
import {mend} from './publish.js'
import {loadResources} from './resources.js'
import {chooseReviews, listReviews, type ReviewFile} from './reviews.js'
import {folderWorld} from './world.js'

/** Builds reviews: reads, checks, prints, and publishes each whole or not at all. One review’s failure is its own. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const {project, out, tell} = options
  const world = folderWorld(project)
  const all = await listReviews(world)
  const chosen = chooseReviews(all, options.reviews)
  await mend(out)

  const shared = await readShared(world, project)
  const resources = await loadResources(world, shared.scripts)
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
      const outcome = await guarded(review, {...options, all, world, shared, resources, press: press.get})
      outcome.findings.filter(({waived}) => waived === undefined).forEach(tell.finding)
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

/** A fault of ours in one review does not keep the others from being built. */
async function guarded(review: ReviewFile, context: ReviewContext): Promise<Outcome> {
  try {
    return await buildReview(review, context)
  } catch (error) {
    if (error instanceof UserError) throw error
    context.tell.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return {findings: [], artifacts: [], refused: 'a fault of Lectern, above'}
  }
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
