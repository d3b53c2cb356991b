import type {Place} from './origin.js'

/**
 * What an author says of a finding where it stands: that it may, and why. Places count in the review’s file with all it
 * includes as one run, as messages on that file do.
 */
export interface Waiver {
  readonly rule: string
  /** Empty where the author gave none. */
  readonly reason: string
  readonly place: Place
  /** What it covers: stretches of the text, or all of the review with its front matter. */
  readonly covers: 'all' | readonly Stretch[]
  /** Why it can cover nothing, as a message says it. */
  readonly fault?: string
}

/** From a place to another, both of them in it. */
export interface Stretch {
  readonly start: Place
  readonly end: Place
}
