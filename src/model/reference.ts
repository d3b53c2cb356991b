import {z} from 'zod'
import type {Origin} from './origin.js'
import {Compiled, Fetched, PartialDate} from './provenance.js'

const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  'non-dropping-particle': z.string().optional()
})

const DateParts = z.object({'date-parts': z.array(z.array(z.number().int()))})

/** What came after a work, as its registry has it: `corrigendum`, `erratum`, `retraction`, and the notice’s DOI and date. */
export const Update = z.object({
  type: z.string(),
  DOI: z.string().optional(),
  date: PartialDate.optional()
})
export type Update = z.infer<typeof Update>

const note = {
  authorsComplete: z.boolean().optional(),
  /** The project’s own words on the record. */
  provenance: z.string().optional(),
  /** Corrections and retractions of this work. */
  updates: z.array(Update).optional(),
  /** Of a fetched record, the fields that a person compiled, as the registry does not say them. */
  compiled: z.array(z.string()).optional(),
  /** The works that this one corrects or retracts, if it is such a notice. */
  updateOf: z.array(Update).optional()
}

/** One entry of `content/evidence/references.json`: a CSL-JSON item, with the project’s note on it in `custom`; variables
 * that are not named here stay. */
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
  issued: DateParts.optional(),
  /** The day it was first to be had online, where that is another than of its issue. */
  'available-date': DateParts.optional(),
  custom: z.discriminatedUnion('origin', [Fetched.extend(note), Compiled.extend(note)]).optional()
})
export type ReferenceItem = z.infer<typeof ReferenceItem>

/** A published work and where its record stands. */
export interface Reference {
  readonly item: ReferenceItem
  readonly origin: Origin
}
