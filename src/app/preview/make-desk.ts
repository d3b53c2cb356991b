import {UserError} from '../../model/user-error.js'
import type {ReviewFile} from '../reviews.js'
import {severe} from '../severe.js'
import type {Desk} from './desk.js'
import {type MakeContext, type Prepared, prepareReview} from './make-review.js'
import type {Renewed, ShownFinding, ShownOutput} from './protocol.js'
import {Outdated, quiet, untilOutdated, urgentPress} from './urgent-press.js'

/** How long nothing may change before paper is printed, in milliseconds. */
const pause = 80

export interface DeskContext extends MakeContext {
  /** Aborted when what is made is outdated. */
  readonly signal: AbortSignal
  /** The outputs that somebody looks at: paper that is seen is printed first. */
  looked(): ReadonlySet<ShownOutput>
  readonly told: {
    /** Something of the desk changed but its outputs. */
    state(desk: Desk): void
    output(renewed: Renewed): void
    /** All pages for a browser are as they are to be. */
    seen(): void
    asked(paths: readonly string[]): void
    fault(error: unknown): void
  }
}

/** Makes a review again. A fault in it is told there, and leaves the others; work that is outdated is left. */
export async function makeDesk(
  desk: Desk,
  made: Readonly<Record<string, unknown>>,
  context: DeskContext
): Promise<void> {
  const {told} = context
  desk.answers = undefined
  desk.busy = true
  try {
    await make(desk, {...context, press: urgentPress(context.press, context.signal)})
    Object.assign(desk, {made})
  } catch (error) {
    if (error instanceof Outdated) throw error
    const reason = error instanceof UserError ? error.message : 'fault'
    Object.assign(desk, {condition: 'broken', reason, made})
    if (!(error instanceof UserError)) told.fault(error)
  }
  desk.busy = false
  told.state(desk)
}

async function make(desk: Desk, context: DeskContext): Promise<void> {
  const {told, signal, shared, all} = context
  const review = all.find(({name}) => name === desk.review.name)
  if (!review || severe(shared.findings, 'error') > 0) {
    desk.findings = [...shared.findings, ...(review ? [] : [gone(desk.review)])]
    Object.assign(desk, {condition: 'broken', reason: undefined, answers: []})
    told.seen()
    return
  }
  const prepared = await untilOutdated(() => prepareReview(review, context), signal)
  const answers = prepared.answers()
  desk.read = answers
  told.asked(answers.flatMap(({kind, path}) => (kind === 'file' ? [path] : [])))
  take(desk, prepared, context)
  told.state(desk)
  if (!prepared.isBroken) await makeOutputs(desk, prepared, context)
  told.seen()
  take(desk, prepared, context)
  desk.answers = answers
}

/** The pages for a browser first, one after another, then paper. */
async function makeOutputs(desk: Desk, prepared: Prepared, context: DeskContext): Promise<void> {
  const {told, signal, looked} = context
  const {outputs} = prepared
  desk.editions.keepOnly(outputs)
  const [pages, paper] = [outputs.filter(isPage), outputs.filter((output) => !isPage(output))]
  for (const output of pages) await makeOne(output)
  told.seen()
  take(desk, prepared, context)
  told.state(desk)
  await quiet(pause, signal)
  const first = looked()
  for (const isFirst of [true, false])
    await Promise.all(paper.filter((output) => first.has(output) === isFirst).map(makeOne))

  async function makeOne(output: ShownOutput): Promise<void> {
    const artifact = await prepared.make(output)
    if (signal.aborted) throw new Outdated()
    told.output({...desk.editions.renew(output, artifact), review: desk.review.name})
  }
}

function take(desk: Desk, prepared: Prepared, {shared}: DeskContext): void {
  const refused = prepared.refused()
  const {title, isBroken} = prepared
  desk.title = title ?? desk.title
  desk.findings = [...shared.findings, ...prepared.findings()]
  desk.condition = isBroken ? 'broken' : refused ? 'refused' : 'shown'
  desk.reason = isBroken ? undefined : refused
}

function isPage(output: ShownOutput): boolean {
  return output === 'web' || output === 'slides'
}

function gone({path}: ReviewFile): ShownFinding {
  return {
    file: path,
    place: {line: 1, column: 1},
    severity: 'error',
    message: `Unexpected missing review \`${path}\`, expected the file that was listed`,
    rule: 'unreadable-file'
  }
}
