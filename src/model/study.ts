import {z} from 'zod'
import type {Origin} from './origin.js'
import {PartialDate, Provenance} from './provenance.js'

const DateStruct = z.object({date: PartialDate, type: z.string().optional()})
const Party = z.object({name: z.string()})

/**
 * One entry of `content/evidence/trials.json`: a study as ClinicalTrials.gov's API v2 spells it, of which
 * everything but the id may be absent, with the project’s own note of where it comes from.
 */
export const StudyRecord = z.object({
  protocolSection: z.object({
    identificationModule: z.object({
      nctId: z.string().regex(/^NCT\d{8}$/),
      briefTitle: z.string().optional(),
      officialTitle: z.string().optional(),
      acronym: z.string().optional()
    }),
    statusModule: z
      .object({
        statusVerifiedDate: PartialDate.optional(),
        overallStatus: z.string().optional(),
        lastKnownStatus: z.string().optional(),
        startDateStruct: DateStruct.optional(),
        primaryCompletionDateStruct: DateStruct.optional(),
        completionDateStruct: DateStruct.optional(),
        resultsFirstPostDateStruct: DateStruct.optional(),
        lastUpdatePostDateStruct: DateStruct.optional()
      })
      .optional(),
    sponsorCollaboratorsModule: z
      .object({leadSponsor: Party.optional(), collaborators: z.array(Party).optional()})
      .optional(),
    designModule: z
      .object({
        phases: z.array(z.string()).optional(),
        enrollmentInfo: z
          .object({count: z.int().nonnegative().optional(), type: z.string().optional()})
          .optional()
      })
      .optional(),
    armsInterventionsModule: z
      .object({
        armGroups: z.array(z.object({label: z.string().optional()})).optional(),
        interventions: z
          .array(
            z.object({
              name: z.string(),
              type: z.string().optional(),
              otherNames: z.array(z.string()).optional()
            })
          )
          .optional()
      })
      .optional(),
    referencesModule: z
      .object({references: z.array(z.object({pmid: z.string().optional()})).optional()})
      .optional(),
    contactsLocationsModule: z
      .object({locations: z.array(z.object({country: z.string().optional()})).optional()})
      .optional()
  }),
  hasResults: z.boolean().optional(),
  provenance: Provenance.optional()
})
export type StudyRecord = z.infer<typeof StudyRecord>

/** A day, month or year as a registry gives it, and whether it has come (`ACTUAL`) or is planned (`ESTIMATED`). */
export interface StudyDate {
  readonly date: string
  readonly type?: string
}

/** A clinical trial as a systematic reviewer speaks of it. What the record does not say is absent. */
export interface Study {
  readonly id: string
  readonly acronym?: string
  readonly title?: string
  readonly officialTitle?: string
  readonly interventions: readonly string[]
  /** What the interventions are called besides, each once, in the order of the record: `BIIB067`. */
  readonly otherNames: readonly string[]
  /** What the arms are called. */
  readonly arms: readonly string[]
  /** The kinds of intervention in the registry’s own words, `BIOLOGICAL`, each once, in the order of the record. */
  readonly kinds: readonly string[]
  /** The registry’s own words, `PHASE2`; two of them for a phase 2/3 trial. */
  readonly phases: readonly string[]
  readonly status?: string
  /** What the status was before the registry lost touch; only with status `UNKNOWN`. */
  readonly lastKnownStatus?: string
  /** How many people: `actual` once enrolled, `estimated` before; neither where the record does not say. */
  readonly enrolment?: {readonly count: number; readonly type?: string}
  readonly sponsor?: string
  readonly collaborators: readonly string[]
  /** Where it has sites, each country once, in the order of the record. */
  readonly countries: readonly string[]
  readonly start?: StudyDate
  readonly primaryCompletion?: StudyDate
  readonly completion?: StudyDate
  /** Whether the registry holds results; absent where the record does not say. */
  readonly hasResults?: boolean
  /** The day results were first posted; as coarse as the record has it. */
  readonly resultsPosted?: string
  readonly lastUpdatePosted?: string
  /** The works that report it, as far as the record names them. */
  readonly publications: readonly {readonly doi?: string; readonly pmid?: string}[]
  /** When the sponsor last bore out the status. */
  readonly statusVerified?: string
  readonly origin: Origin
}
