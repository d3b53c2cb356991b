import {UserError} from '../model/user-error.js'
import type {OpenPress} from '../press/press.js'
import {asking} from './cache/inquiry.js'
import {type Ledger, openLedger} from './cache/ledger.js'
import {askFontPackage} from './font-packages.js'
import {inTurn} from './in-turn.js'
import {lazily} from './lazily.js'
import type {BuildOptions, BuildResult, Outcome} from './options.js'
import {isStanding} from './publish/publication.js'
import {mend} from './publish/publish.js'
import {refuseForeignIndex} from './publish/refuse-foreign.js'
import {writeIndex} from './publish/write-index.js'
import {ownWorld} from './resources.js'
import {chooseReviews, listReviews, type ReviewFile, refusalOfName} from './reviews.js'
import {severe} from './severe.js'
import {awaited} from './trace.js'
import type {Workshop} from './workshop.js'
import {folderWorld} from './world.js'

/**
 * Builds reviews: reads, checks, prints, and publishes each whole or not at all. One review’s failure is its own. What
 * came of a review whose inputs are as they were is remembered; what prints is loaded only where something is printed.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const {project, out, tell} = options
  const world = folderWorld(project)
  const all = await listReviews(world)
  const chosen = chooseReviews(all, options.reviews)
  await refuseForeignIndex(out)
  await mend(out)

  const ask = asking({project: world, own: ownWorld}, (name) => askFontPackage(name, project))
  const ledger = openLedger(options, all, ask)
  let press: OpenPress | undefined
  const shop = lazily(async (startsNow: boolean) => {
    const {startPress} = await import('./start-press.js')
    press = await startPress(options, {startsNow})
    const {openWorkshop} = await awaited('load what prints', () => import('./workshop.js'))
    return await openWorkshop({...options, all, world, ledger, press})
  })
  try {
    const shared = (await ledger.shared()) ?? (await shop.get(true)).shared
    shared.forEach(tell.finding)
    const result = {
      built: [] as string[],
      failed: [] as string[],
      unchanged: 0,
      warnings: severe(shared, 'warning')
    }
    if (severe(shared, 'error') > 0) {
      for (const {name} of chosen) tell.failed(name, 'errors in the project’s own files')
      return {...result, failed: chosen.map(({name}) => name)}
    }
    await inTurn(
      chosen,
      options.concurrency,
      (review) => settle(review, {options, ledger, shop}),
      (outcome, {name}, done) => {
        outcome.findings.filter(({waived}) => waived === undefined).forEach(tell.finding)
        result.warnings += severe(outcome.findings, 'warning')
        if (outcome.refused === undefined) {
          result.built.push(name)
          tell.built(name, outcome.artifacts)
          if (outcome.isUnchanged) result.unchanged++
        } else {
          result.failed.push(name)
          tell.failed(name, outcome.refused)
        }
        tell.progress?.(done, chosen.length)
      }
    )
    if (result.built.length > 0)
      await writeIndex(out, all, {ledger, resources: async () => (await shop.get(false)).resources})
    return result
  } finally {
    await shop.started()?.then(
      (opened) => opened.close(),
      () => press?.close()
    )
  }
}

interface Context {
  readonly options: BuildOptions
  readonly ledger: Ledger
  readonly shop: {get(startsNow: boolean): Promise<Workshop>}
}

/** What comes of one review. What is wrong with it, or a fault of ours in it, does not keep the others from being built. */
async function settle(review: ReviewFile, context: Context): Promise<Outcome> {
  try {
    return await outcomeOf(review, context)
  } catch (error) {
    if (!(error instanceof UserError)) {
      context.options.tell.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return {findings: [], artifacts: [], refused: 'a fault of Lectern, above'}
    }
    // What the machine cannot do for one it can do for none.
    if (error.exitCode === 3) throw error
    return {findings: [], artifacts: [], refused: error.message}
  }
}

/** What is remembered of a review, or what is made of it now. */
async function outcomeOf(review: ReviewFile, {options, ledger, shop}: Context): Promise<Outcome> {
  const {out, only, force} = options
  const refused = refusalOfName(review)
  if (refused !== undefined) throw new UserError(refused)
  const kept = force ? undefined : await awaited(`recall ${review.name}`, () => ledger.outcomeOf(review))
  if (kept?.refused !== undefined) return {...kept, artifacts: []}
  if (kept?.manifest) {
    if (await isStanding(out, kept.manifest, only !== undefined)) return {...kept, isUnchanged: true}
    const artifacts = await kept.whole()
    if (artifacts) return await (await shop.get(false)).publish({...kept, artifacts})
  }
  return await (await shop.get(true)).build(review)
}
