import type {Document} from '../../model/document.js'
import type {Finding} from '../../model/finding.js'
import {UserError} from '../../model/user-error.js'
import {asking} from '../cache/inquiry.js'
import {type Checked, openLedger} from '../cache/ledger.js'
import {distinct} from '../distinct.js'
import {askFontPackage} from '../font-packages.js'
import {lazily} from '../lazily.js'
import {ownWorld} from '../resources.js'
import {chooseReviews, listReviews, type ReviewFile, refusalOfName} from '../reviews.js'
import {severe} from '../severe.js'
import {folderWorld} from '../world.js'
import type {Desk} from './check-desk.js'

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
  /** Whether it would not be built whatever is found in it. */
  readonly isHopeless?: boolean
}

/**
 * Checks reviews as a build would, without printing: no browser, no fonts, no figures. What was found in a review whose
 * inputs are as they were is remembered; what reads reviews is loaded only where one is read.
 */
export async function check({project, reviews}: CheckOptions): Promise<CheckResult> {
  const world = folderWorld(project)
  const all = await listReviews(world)
  const chosen = chooseReviews(all, reviews)
  const ask = asking({project: world, own: ownWorld}, (name) => askFontPackage(name, project))
  const ledger = openLedger({project}, all, ask)
  const desk = lazily(async () => {
    const {openDesk} = await import('./check-desk.js')
    return await openDesk({project, all, world, ledger})
  })
  const shared = (await ledger.checked()) ?? (await desk.get()).shared
  const isSound = severe(shared.findings, 'error') === 0
  const kept = isSound ? await Promise.all(chosen.map((review) => ledger.checked(review))) : []
  const checked: Checked[] = []
  for (const [index, review] of chosen.entries())
    checked.push(isSound ? (kept[index] ?? (await checkedAlone(review, await desk.get()))) : unread)
  if (desk.started()) await ledger.close()
  return {
    findings: distinct([shared, ...checked].flatMap(({findings}) => findings)),
    reviews: chosen.map((review, index) => {
      const {status, findings, ...own} = checked[index] ?? unread
      const {name, path} = review
      const wrongName = refusalOfName(review)
      const refused = own.refused ?? wrongName
      const isHopeless = own.isFaulty || wrongName !== undefined
      return {
        name,
        path,
        status,
        findings,
        ...(refused ? {refused} : {}),
        ...(isHopeless ? {isHopeless} : {})
      }
    }),
    files: new Set([shared, ...checked].flatMap(({files}) => files))
  }
}

/** What is found in one review; a fault of ours in it does not keep the others from being checked. */
async function checkedAlone(review: ReviewFile, desk: Desk): Promise<Checked> {
  try {
    return await desk.check(review)
  } catch (error) {
    if (error instanceof UserError) throw error
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {
      status: undefined,
      findings: [],
      refused: `a fault of Lectern: ${fault}`,
      isFaulty: true,
      files: []
    }
  }
}

/** Nothing is said of a review that is held against evidence or settings that cannot be read. */
const unread: Checked = {
  status: undefined,
  findings: [],
  refused: 'errors in the project’s own files',
  files: []
}
