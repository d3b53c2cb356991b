import {z} from 'zod'
import type {Origin} from './origin.js'

const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  'non-dropping-particle': z.string().optional()
})

/** One entry of `content/evidence/references.json`: a CSL-JSON item, with the project’s note on it in `custom`; variables that are not named here stay. */
export const ReferenceItem = z.looseObject({
  id: z.string(),
  type: z.string(),
  title: z.string().optional(),
  author: z.array(Name).optional(),
  'container-title': z.string().optional(),
  'container-title-short': z.string().optional(),
  publisher: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  PMID: z.string().optional(),
  PMCID: z.string().optional(),
  ISSN: z.string().optional(),
  URL: z.string().optional(),
  issued: z.object({'date-parts': z.array(z.array(z.number().int()))}).optional(),
  custom: z
    .looseObject({
      origin: z.enum(['compiled', 'fetched']).optional(),
      asOf: z.string().nullable().optional(),
      authorsComplete: z.boolean().optional(),
      provenance: z.string().optional()
    })
    .optional()
})
export type ReferenceItem = z.infer<typeof ReferenceItem>

/** A published work and where its record stands. */
export interface Reference {
  readonly item: ReferenceItem
  readonly origin: Origin
}
