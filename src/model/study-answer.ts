import {z} from 'zod'
import {PartialDate} from './provenance.js'

const Text = z.string()
const DateStruct = z.object({date: PartialDate, type: Text.optional()})
const Party = z.object({name: Text, class: Text.optional()})
const Outcome = z.object({measure: Text, timeFrame: Text.optional()})

/**
 * What is taken of a study as ClinicalTrials.gov’s API v2 gives it, in this order; all but the id may be absent. The
 * rest of its answer is left: descriptions, contacts, sites but for their countries, results.
 */
export const StudyAnswer = z.object({
  protocolSection: z.object({
    identificationModule: z.object({
      nctId: Text.regex(/^NCT\d{8}$/),
      nctIdAliases: z.array(Text).optional(),
      orgStudyIdInfo: z.object({id: Text.optional()}).optional(),
      secondaryIdInfos: z.array(z.object({id: Text.optional(), type: Text.optional()})).optional(),
      briefTitle: Text.optional(),
      officialTitle: Text.optional(),
      acronym: Text.optional()
    }),
    statusModule: z
      .object({
        statusVerifiedDate: PartialDate.optional(),
        overallStatus: Text.optional(),
        lastKnownStatus: Text.optional(),
        whyStopped: Text.optional(),
        expandedAccessInfo: z.object({hasExpandedAccess: z.boolean().optional()}).optional(),
        startDateStruct: DateStruct.optional(),
        primaryCompletionDateStruct: DateStruct.optional(),
        completionDateStruct: DateStruct.optional(),
        studyFirstSubmitDate: PartialDate.optional(),
        studyFirstPostDateStruct: DateStruct.optional(),
        resultsFirstSubmitDate: PartialDate.optional(),
        resultsFirstPostDateStruct: DateStruct.optional(),
        lastUpdatePostDateStruct: DateStruct.optional()
      })
      .optional(),
    sponsorCollaboratorsModule: z
      .object({leadSponsor: Party.optional(), collaborators: z.array(Party).optional()})
      .optional(),
    conditionsModule: z.object({conditions: z.array(Text).optional()}).optional(),
    designModule: z
      .object({
        studyType: Text.optional(),
        phases: z.array(Text).optional(),
        designInfo: z
          .object({
            allocation: Text.optional(),
            interventionModel: Text.optional(),
            interventionModelDescription: Text.optional(),
            primaryPurpose: Text.optional(),
            maskingInfo: z.object({masking: Text.optional(), whoMasked: z.array(Text).optional()}).optional()
          })
          .optional(),
        enrollmentInfo: z.object({count: z.int().nonnegative().optional(), type: Text.optional()}).optional()
      })
      .optional(),
    armsInterventionsModule: z
      .object({
        armGroups: z.array(z.object({label: Text.optional(), type: Text.optional()})).optional(),
        interventions: z
          .array(z.object({type: Text.optional(), name: Text, otherNames: z.array(Text).optional()}))
          .optional()
      })
      .optional(),
    outcomesModule: z.object({primaryOutcomes: z.array(Outcome).optional()}).optional(),
    contactsLocationsModule: z
      .object({locations: z.array(z.object({country: Text.optional()})).optional()})
      .optional(),
    referencesModule: z
      .object({references: z.array(z.object({pmid: Text.optional(), type: Text.optional()})).optional()})
      .optional()
  }),
  hasResults: z.boolean().optional()
})
export type StudyAnswer = z.infer<typeof StudyAnswer>

/** One page of studies; each is judged by itself. */
export const StudiesPage = z.object({studies: z.array(z.unknown()), nextPageToken: Text.optional()})
