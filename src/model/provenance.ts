import {z} from 'zod'

/** A year, a month or a day: `2023`, `2023-07`, `2023-07-28`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** `sha256-` and 64 hexadecimal digits. */
export const Digest = z
  .string()
  .regex(/^sha256-[0-9a-f]{64}$/, 'expected `sha256-` and 64 hexadecimal digits')

/** What a registry said, as `lectern refresh` asked it: where, on which day (UTC), and the digest of its answer. */
export const Fetched = z.object({
  origin: z.literal('fetched'),
  source: z.url({protocol: /^https?$/}),
  retrieved: z.iso.date(),
  digest: Digest
})
export type Fetched = z.infer<typeof Fetched>

/** Only what was fetched can vouch for what a registry said. */
const none = z.never('only a record that `refresh` fetched has one').optional()

/** What a person put together from public copies: it may say from where and as of when, and has no digest. */
export const Compiled = z.object({
  origin: z.literal('compiled').optional(),
  asOf: PartialDate.nullable().optional(),
  retrieved: none,
  digest: none
})

/** A work that reports a trial, as a person tied the two together. */
const Publication = z.object({doi: z.string().optional(), pmid: z.string().optional()})

/** The note on a trial’s record: fetched whole, or compiled from its sources. */
export const Provenance = z.discriminatedUnion('origin', [
  Fetched.extend({publications: z.array(Publication).optional()}),
  Compiled.extend({
    origin: z.literal('compiled'),
    asOf: PartialDate.nullable(),
    publications: z.array(Publication).optional(),
    sources: z.array(z.string()),
    /** Paths of values that the sources do not bear out well: `protocolSection.statusModule.overallStatus`. */
    lowConfidence: z.array(z.string()).optional()
  })
])
export type Provenance = z.infer<typeof Provenance>
