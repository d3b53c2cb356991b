import {z} from 'zod'

const Text = z.string()
const Texts = z.array(Text).optional()
const Dated = z.object({'date-parts': z.array(z.array(z.number().int().nullable()))}).optional()
const Person = z.object({
  family: Text.optional(),
  given: Text.optional(),
  suffix: Text.optional(),
  name: Text.optional()
})
const Notice = z.object({type: Text.optional(), DOI: Text.optional(), updated: Dated})

/** What is taken of a work as Crossref’s REST API gives it (`message`); all but its DOI may be absent. */
export const WorkAnswer = z.object({
  DOI: Text,
  type: Text.optional(),
  title: Texts,
  subtitle: Texts,
  'container-title': Texts,
  'short-container-title': Texts,
  publisher: Text.optional(),
  volume: Text.optional(),
  issue: Text.optional(),
  page: Text.optional(),
  'article-number': Text.optional(),
  ISSN: Texts,
  author: z.array(Person).optional(),
  editor: z.array(Person).optional(),
  issued: Dated,
  'published-print': Dated,
  'published-online': Dated,
  'journal-issue': z.object({'published-print': Dated, 'published-online': Dated}).optional(),
  'update-to': z.array(Notice).optional(),
  'updated-by': z.array(Notice).optional()
})
export type WorkAnswer = z.infer<typeof WorkAnswer>

/** Crossref’s envelope of one work, and of the notices that update it. */
export const WorkMessage = z.object({message: WorkAnswer})
export const NoticesMessage = z.object({
  message: z.object({
    items: z.array(z.object({DOI: Text, 'update-to': z.array(Notice).optional()}))
  })
})

/** NCBI’s id converter: the ids of articles in PubMed Central; a miss has `status: error`. */
export const IdsAnswer = z.object({
  records: z.array(
    z.object({
      'requested-id': z.union([Text, z.number()]).transform(String).optional(),
      pmid: z.union([Text, z.number()]).transform(String).optional(),
      pmcid: Text.optional(),
      doi: Text.optional(),
      status: Text.optional()
    })
  )
})

/** What is taken of a summary of PubMed’s (E-utilities, `esummary`). */
export const SummaryAnswer = z.object({
  uid: Text,
  title: Text.optional(),
  authors: z.array(z.object({name: Text, authtype: Text.optional()})).optional(),
  source: Text.optional(),
  fulljournalname: Text.optional(),
  volume: Text.optional(),
  issue: Text.optional(),
  pages: Text.optional(),
  pubdate: Text.optional(),
  issn: Text.optional(),
  articleids: z.array(z.object({idtype: Text, value: Text})).optional(),
  pubtype: Texts
})
export type SummaryAnswer = z.infer<typeof SummaryAnswer>

export const SummariesAnswer = z.object({result: z.record(Text, z.unknown())})
