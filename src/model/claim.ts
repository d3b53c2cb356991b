import type {Passage} from './passage.js'

/** What a review says of a trial, in one sentence, list item or table row: the words, and what they come to. */
export type Claim = Said & {
  /** The id of the trial it is said of, as the record has it. */
  readonly trial: string
  readonly passage: Passage
  /** The words that say it, by their part of the passage’s text. */
  readonly from: number
  readonly to: number
}

/** What is said, in the registry’s own terms where it has some. */
export type Said =
  /** `every`: phase 2/3 is both, phases 1 and 2 either; a stage (`late-stage`) is any of its phases. */
  | {
      readonly about: 'phase'
      readonly phases: readonly string[]
      readonly every: boolean
      readonly denied?: boolean
    }
  | {readonly about: 'status'; readonly status: SaidStatus}
  | {
      readonly about: 'enrolment'
      readonly count: number
      readonly bound: 'exact' | 'about' | 'least' | 'most'
      /** Of some of the participants only: it may be less than all, and not more. */
      readonly part?: boolean
    }
  /** `role`: called the sponsor, or only said to run the trial, which a collaborator may do as well. */
  | {readonly about: 'sponsor'; readonly name: string; readonly role: 'sponsor' | 'runs'}
  /** `trials`: those whose records name it; `possible`: those of which it may be said. */
  | {
      readonly about: 'intervention'
      readonly name: string
      readonly trials: readonly string[]
      readonly possible: readonly string[]
    }
  /** `bearer`: the trial that has this acronym. */
  | {readonly about: 'acronym'; readonly name: string; readonly bearer: string}
  | {readonly about: 'start'; readonly date: string}
  | {readonly about: 'completion'; readonly date: string}

/** `ongoing` is any state of a trial that has begun and not ended; `ended` any in which nothing more is to come. */
export type SaidStatus =
  | 'planned'
  | 'recruiting'
  | 'by-invitation'
  | 'active'
  | 'ongoing'
  | 'suspended'
  | 'completed'
  | 'terminated'
  | 'withdrawn'
  | 'ended'

/** Where a review names a trial, by its id or by its acronym. */
export interface Naming {
  readonly trial: string
  readonly by: 'id' | 'acronym'
  readonly passage: Passage
  readonly from: number
  readonly to: number
}
