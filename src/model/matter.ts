import {z} from 'zod'
import {deckOutputs, outputNames, papers} from './outputs.js'

export const OutputName = z.enum(outputNames)
export type OutputName = z.infer<typeof OutputName>

export const Paper = z.enum(papers)
export type Paper = z.infer<typeof Paper>

const Text = z.string().trim().min(1)
const Day = z.iso.date()

/** A review’s front matter, as its author writes it. Unknown keys are findings. */
export const FrontMatter = z.strictObject({
  title: Text.optional(),
  subtitle: Text.optional(),
  authors: z.array(Text).optional(),
  date: Day.optional(),
  version: Text.optional(),
  status: z.enum(['draft', 'final']).optional(),
  /** A BCP 47 tag: `en`, `fr`, `pt-BR`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  keywords: z.array(Text).optional(),
  abstract: Text.optional(),
  keyPoints: z.array(Text).optional(),
  outputs: z.array(OutputName).min(1).optional(),
  paper: Paper.optional(),
  /** A folder of `styles/themes/`. */
  theme: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .optional(),
  /** `vancouver`, `ama`, `apa`, a style of `styles/csl/`, or a `.csl` file of the project. */
  citationStyle: Text.optional(),
  howToCite: Text.optional(),
  funding: Text.optional(),
  competingInterests: Text.optional(),
  licence: Text.optional(),
  /** The day up to which the literature was searched. */
  searchDate: Day.optional(),
  /** Short forms and what they stand for, as the author orders them. */
  abbreviations: z.record(Text, Text).optional()
})
export type FrontMatter = z.infer<typeof FrontMatter>

/** The front matter of a talk written by hand: a deck’s own keys, and the review that it takes from. */
export const TalkFrontMatter = FrontMatter.pick({
  ...{title: true, subtitle: true, authors: true, date: true, version: true, status: true},
  ...{language: true, keywords: true, theme: true, paper: true}
}).extend({
  outputs: z.array(OutputName.extract(deckOutputs)).min(1).optional(),
  /** Its name, as in `lectern build`. */
  review: Text.optional()
})
export type TalkFrontMatter = z.infer<typeof TalkFrontMatter>

/** What is known about a review before its text is read: front matter over the project’s defaults. */
export interface Matter extends FrontMatter {
  readonly status: 'draft' | 'final'
  /** Whether the file opens with front matter, and not with a rule. */
  readonly hasFrontMatter: boolean
}
