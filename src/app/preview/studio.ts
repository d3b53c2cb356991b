import type {Paper} from '../../model/matter.js'
import type {Press} from '../../press/press.js'
import {type Answer, asking} from '../cache/inquiry.js'
import {makersOf} from '../cache/makers.js'
import {memoryIn} from '../cache/memory.js'
import {projectStore} from '../cache/project-store.js'
import {rememberingPress} from '../cache/remembering-press.js'
import {askFontPackage} from '../font-packages.js'
import {readShared, type Shared} from '../inputs.js'
import {loadResources, ownWorld, type Resources} from '../resources.js'
import {listReviews, type ReviewFile} from '../reviews.js'
import {folderWorld} from '../world.js'
import {type Desk, openDesk, stateOf} from './desk.js'
import {freshSlidesPress} from './fresh-slides.js'
import {type DeskContext, makeDesk} from './make-desk.js'
import {memoryStore} from './memory-store.js'
import type {ShownOutput, State} from './protocol.js'
import {settle} from './settle.js'
import {Outdated, quiet} from './urgent-press.js'

/** How long nothing may change before what was made is kept for builds too, in milliseconds. */
const rest = 2000
/** How long pages are begun anew with every save; then they are made to the end, where saves never do. */
const patience = 1500
/** How many reviews are kept at hand. */
const mostDesks = 8

export interface StudioOptions {
  readonly project: string
  readonly paper?: Paper | undefined
  readonly browser?: string | undefined
  readonly press: Press
  /** Which outputs of a review somebody looks at; undefined where nobody looks at any. */
  looked(review: string): ReadonlySet<ShownOutput> | undefined
  readonly told: Pick<DeskContext['told'], 'output' | 'asked' | 'fault'> & {state(state: State): void}
}

/** Makes the reviews that somebody looks at, again whenever what they are made of changes. */
export interface Studio {
  /** Whether there is a review of a name. */
  has(name: string): boolean
  /** The name where there is still a review of it, else that of the first there is. */
  instead(name: string): string
  /** Puts a review on a desk; undefined where there is none of that name. */
  open(name: string): Desk | undefined
  /** The desk of a review that was opened. */
  desk(name: string): Desk | undefined
  state(desk: Desk): State
  /** Something changed. */
  changed(): void
  close(): Promise<void>
}

/** Opens the studio on a project whose reviews were listed. */
export function openStudio(listed: readonly ReviewFile[], options: StudioOptions): Studio {
  const {project, paper, browser} = options
  const world = folderWorld(project)
  const store = memoryStore(projectStore(project))
  const memory = memoryIn(store, makersOf(browser))
  const press = rememberingPress(freshSlidesPress(options.press), memory)
  const desks = new Map<string, Desk>()
  let all = listed
  let shared: Shared | undefined
  let resources: Resources | undefined
  let isDirty = false
  let isClosed = false
  let running: Promise<void> | undefined
  let current = new AbortController()
  /** Since when something is to be seen that is not. */
  let waiting: number | undefined
  const told: DeskContext['told'] = {
    ...options.told,
    state: (desk) => options.told.state(state(desk)),
    seen: () => {
      waiting = undefined
    }
  }

  return {
    has: (name) => desks.has(name) || all.some((each) => each.name === name),
    instead: (name) => (all.some((each) => each.name === name) ? name : (all[0]?.name ?? name)),
    desk: (name) => desks.get(name),
    open(name) {
      const review = all.find((each) => each.name === name)
      const known = desks.get(name)
      const desk = known ?? (review && openDesk(review))
      if (!desk) return undefined
      desks.delete(name)
      desks.set(name, desk)
      if (!known || known.isStale) start()
      return desk
    },
    state,
    changed: start,
    async close() {
      isClosed = true
      current.abort()
      await running
    }
  }

  function state(desk: Desk): State {
    return stateOf(
      desk,
      all.map(({name}) => ({name, title: desks.get(name)?.title ?? name}))
    )
  }

  function start(): void {
    if (isClosed) return
    isDirty = true
    const now = Date.now()
    if (waiting === undefined || now - waiting < patience) current.abort()
    waiting ??= now
    running ??= run().finally(() => {
      running = undefined
    })
  }

  async function run(): Promise<void> {
    while (isDirty && !isClosed) {
      isDirty = false
      current = new AbortController()
      store.pass()
      try {
        await round(current.signal)
      } catch (error) {
        if (!(error instanceof Outdated)) told.fault(error)
      }
    }
  }

  /** Makes all that is looked at and that is no longer what it would be made now. */
  async function round(signal: AbortSignal): Promise<void> {
    const ask = asking({project: world, own: ownWorld}, (name) => askFontPackage(name, project))
    const isSame = async (answers: readonly Answer[] | undefined) => {
      const now = await Promise.all((answers ?? []).map(ask))
      return answers?.every(({digest}, index) => digest === now[index]) ?? false
    }
    const seen = [...desks.values()].filter(({review}) => options.looked(review.name))
    const answers = [shared?.answers, resources?.answers, ...seen.map(({read}) => read)]
    await settle(
      answers.flatMap((each) => each ?? []),
      ask,
      signal
    )
    all = await listReviews(world)
    if (!shared || !(await isSame(shared.answers))) {
      shared = await readShared(world, project)
      resources = undefined
    }
    if (!resources || !(await isSame(resources.answers)))
      resources = await loadResources(world, shared.scripts)
    told.asked(pathsIn(shared.answers))
    const made = {shared, resources, all: JSON.stringify(all)}
    for (const desk of prune()) {
      const looked = options.looked(desk.review.name)
      desk.isStale = !looked && desk.made !== undefined
      if (desk.isStale) continue
      if (isSameAs(desk.made, made) && (await isSame(desk.answers))) continue
      const context = {...made, all, world, memory, press, paper}
      const looks = () => options.looked(desk.review.name) ?? new Set()
      await makeDesk(desk, made, {...context, signal, told, looked: looks})
    }
    waiting = undefined
    store.age()
    await quiet(rest, signal)
    await store.settle()
  }

  /** The desks, the last one that was opened first; those that nobody has looked at for long are cleared. */
  function prune(): Desk[] {
    const [...names] = desks.keys()
    for (const name of names.slice(0, -mostDesks)) if (!options.looked(name)) desks.delete(name)
    return [...desks.values()].toReversed()
  }
}

function pathsIn(answers: readonly Answer[]): string[] {
  return answers.flatMap(({kind, of, path}) => (kind === 'file' && of === 'project' ? [path] : []))
}

/** Whether a desk was made with the same as now: the same objects, as they are read anew only where they changed. */
function isSameAs(before: Readonly<Record<string, unknown>> | undefined, now: object): boolean {
  return before !== undefined && Object.entries(now).every(([key, value]) => before[key] === value)
}
