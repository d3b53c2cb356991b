import type {Artifact} from '../../model/artifact.js'
import type {Document} from '../../model/document.js'
import type {Finding} from '../../model/finding.js'
import type {BuildOptions, Outcome} from '../options.js'
import {isTalk, type ReviewFile} from '../reviews.js'
import type {Answer, Inquiry} from './inquiry.js'
import {makersOf} from './makers.js'
import {type Memory, memoryIn} from './memory.js'
import {projectStore} from './project-store.js'
import {keep, recall} from './recall.js'
import {noStore} from './store.js'

/** What came of a review before, of the inputs that it has now. */
export interface KeptOutcome extends Outcome {
  /** Its artifacts with their bytes; undefined where one of them is no longer what it was. */
  whole(): Promise<readonly Artifact[] | undefined>
}

/** What a check found, and the files of the project that it read. */
export interface Checked {
  readonly findings: readonly Finding[]
  /** Of a review that could be read. */
  readonly status?: Document['status'] | undefined
  readonly refused?: string
  /** Whether a fault of ours kept it from being checked. */
  readonly isFaulty?: boolean
  readonly files: readonly string[]
}

/** What a project remembers of its builds and checks, in `.lectern/cache`. */
export interface Ledger {
  /** What was made of pages, whatever review they are of. */
  readonly memory: Memory
  /** What was found in the project’s own files. */
  shared(): Promise<readonly Finding[] | undefined>
  keepShared(findings: readonly Finding[], answers: readonly Answer[]): Promise<void>
  outcomeOf(review: ReviewFile): Promise<KeptOutcome | undefined>
  keepOutcome(review: ReviewFile, outcome: Outcome, answers: readonly Answer[]): Promise<void>
  /** What was found without printing: in a review or, where none is named, in the project’s own files. */
  checked(review?: ReviewFile): Promise<Checked | undefined>
  keepChecked(review: ReviewFile | undefined, checked: Checked, answers: readonly Answer[]): Promise<void>
  /** A text that is made of some values and of the outside. */
  text(kind: string, parts: readonly unknown[]): Promise<string | undefined>
  keepText(kind: string, parts: readonly unknown[], text: string, answers: readonly Answer[]): Promise<void>
  /** Done for now. */
  close(): Promise<void>
}

/** Opens a project’s ledger. What is remembered is of this Lectern, these options, and the answers of now. */
export function openLedger(
  {
    project,
    only,
    paper,
    browser,
    force
  }: Pick<BuildOptions, 'project' | 'only' | 'paper' | 'browser' | 'force'>,
  all: readonly ReviewFile[],
  ask: (inquiry: Inquiry) => Promise<string>
): Ledger {
  const store = projectStore(project)
  const makers = makersOf(browser)
  const keyOf = (kind: string, ...parts: readonly unknown[]) => JSON.stringify([kind, makers, ...parts])
  const checkKey = (review?: ReviewFile) =>
    review ? keyOf('check', review, neighboursOf(review, all)) : keyOf('check')
  const reviewKey = (review: ReviewFile) => keyOf('review', review, neighboursOf(review, all), only, paper)
  return {
    // Built anew means printed anew; what comes of it is remembered.
    memory: memoryIn(force ? {...store, get: noStore.get} : store, makers),
    async shared() {
      return (await recall(store, keyOf('shared'), ask))?.said as readonly Finding[] | undefined
    },
    keepShared: (findings, answers) => keep(store, keyOf('shared'), answers, findings),
    async outcomeOf(review) {
      const kept = await recall(store, reviewKey(review), ask)
      if (!kept) return undefined
      const outcome = kept.said as Outcome
      return {
        ...outcome,
        async whole() {
          const files = await kept.files()
          return files && outcome.artifacts.map((each, index) => ({...each, bytes: files[index] ?? empty}))
        }
      }
    },
    async keepOutcome(review, {artifacts, ...outcome}, answers) {
      const told = {...outcome, artifacts: artifacts.map(({bytes: _, ...rest}) => ({...rest, bytes: empty}))}
      const files = artifacts.map(({bytes}) => bytes)
      await keep(store, reviewKey(review), answers, told, files)
    },
    async checked(review) {
      return (await recall(store, checkKey(review), ask))?.said as Checked | undefined
    },
    keepChecked: (review, checked, answers) => keep(store, checkKey(review), answers, checked),
    async text(kind, parts) {
      return (await recall(store, keyOf(kind, parts), ask))?.said as string | undefined
    },
    keepText: (kind, parts, text, answers) => keep(store, keyOf(kind, parts), answers, text),
    close: () => store.prune()
  }
}

const empty = new Uint8Array()

/** The other reviews, where they matter to this one: a talk names one, which has no talk of that name’s own. */
function neighboursOf(review: ReviewFile, all: readonly ReviewFile[]): string[] {
  if (isTalk(review)) return all.map(({path}) => path)
  const names = all.map(({name}) => name)
  return names.filter((name) => name.startsWith(`${review.name}/`))
}
