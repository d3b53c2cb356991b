import type {Finding} from '../model/finding.js'
import type {World} from '../model/world.js'
import type {OpenPress} from '../press/press.js'
import {buildReview} from './build-review.js'
import type {Ledger} from './cache/ledger.js'
import {rememberingPress} from './cache/remembering-press.js'
import {readShared} from './inputs.js'
import type {BuildOptions, Outcome} from './options.js'
import {publishReview} from './publish/publish-review.js'
import {loadResources, type Resources} from './resources.js'
import type {ReviewFile} from './reviews.js'
import {awaited} from './trace.js'

/** All that reviews are made with, loaded once. */
export interface Workshop {
  /** What was found in the project’s own files. */
  readonly shared: readonly Finding[]
  readonly resources: Resources
  /** Makes a review and publishes it, whole or not at all. */
  build(review: ReviewFile): Promise<Outcome>
  /** Publishes what was made before. */
  publish(outcome: Outcome): Promise<Outcome>
  close(): Promise<void>
}

export interface WorkshopOptions extends BuildOptions {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly ledger: Ledger
  readonly press: OpenPress
}

/** Loads what reviews are made with. */
export async function openWorkshop(options: WorkshopOptions): Promise<Workshop> {
  const {project, out, only, world, ledger, press} = options
  const shared = await awaited('read evidence and configuration', () => readShared(world, project))
  const resources = await awaited('load styles, templates, fonts', () => loadResources(world, shared.scripts))
  await ledger.keepShared(shared.findings, shared.answers)
  const context = {
    ...options,
    shared,
    resources,
    memory: ledger.memory,
    press: rememberingPress(press, ledger.memory)
  }
  const keepsOthers = only !== undefined
  const publish = async (outcome: Outcome): Promise<Outcome> => {
    const {manifest} = outcome
    if (manifest)
      await awaited(`publish ${manifest.review}`, () =>
        publishReview(out, manifest, outcome.artifacts, {keepsOthers})
      )
    return outcome
  }
  return {
    shared: shared.findings,
    resources,
    async build(review) {
      press.warmUp()
      const {outcome, answers} = await awaited(`review ${review.name}`, () => buildReview(review, context))
      if (answers)
        await ledger.keepOutcome(review, outcome, [...shared.answers, ...resources.answers, ...answers])
      return await publish(outcome)
    },
    publish,
    async close() {
      await Promise.all([press.close(), ledger.close()])
    }
  }
}
