import type {Ask} from './ask.js'

/** What a registry said of one id; `none` where it could not be had. */
export type Said<T> =
  | {readonly kind: 'record'; readonly said: T; readonly source: string}
  /** The id is another’s now. */
  | {readonly kind: 'moved'; readonly to: string}
  | {readonly kind: 'gone'}
  | {readonly kind: 'none'; readonly reason: string}

/** What was said earlier in a run that was interrupted, by address; nothing of it is older than today. */
export interface Memory {
  get(address: string): unknown
  put(address: string, value: unknown): Promise<void>
  /** What was said turned out to be of no use: it is asked for again. */
  drop(address: string): Promise<void>
}

/** Told how far a registry has been asked: `ClinicalTrials.gov: 50 of 120 trials`. */
export type Tell = (line: string) => void

/** One registry, ready to be asked. */
export interface Registry {
  readonly ask: Ask
  /** `https://api.crossref.org` */
  readonly base: string
  /** The address by which the registry may reach who asks. */
  readonly mailto: string | undefined
  readonly memory: Memory
}
