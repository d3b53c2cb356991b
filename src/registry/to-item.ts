import type {ReferenceItem, Update} from '../model/reference.js'
import type {SummaryAnswer, WorkAnswer} from '../model/work-answer.js'
import {plainTitle} from './markup.js'

/** What a registry says of a work, as CSL has it; ids and notes are not among it. */
export type Facts = {readonly [Key in Named]?: ReferenceItem[Key]} & Readonly<Record<string, unknown>>

/** The variables that the schema of a work names. */
type Named = keyof {
  [Key in keyof ReferenceItem as string extends Key ? never : Exclude<Key, 'id' | 'custom'>]: true
}

/** A work, with what came after it and what it came after. */
export interface WorkFacts {
  readonly facts: Facts
  readonly updates: readonly Update[]
  readonly updateOf: readonly Update[]
}

type Dated = WorkAnswer['issued']

const types: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'posted-content': 'article',
  report: 'report',
  'report-component': 'report',
  dataset: 'dataset',
  dissertation: 'thesis',
  'peer-review': 'review',
  'reference-entry': 'entry',
  standard: 'standard'
}

/** Crossref’s work as CSL has it. A journal’s issue dates a work; its first day online is what is available from then. */
export function fromCrossref(work: WorkAnswer): WorkFacts {
  const [title, subtitle] = [work.title?.[0], work.subtitle?.[0]].map((each) => each && plainTitle(each))
  const issue = work['journal-issue']
  const online = dateOf(work['published-online'])
  const issued =
    dateOf(work['published-print']) ??
    dateOf(issue?.['published-print']) ??
    dateOf(issue?.['published-online']) ??
    dateOf(work.issued)
  return {
    facts: defined({
      type: work.type && types[work.type],
      title: title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title,
      author: namesOf(work.author),
      editor: namesOf(work.editor),
      'container-title': plain(work['container-title']?.[0]),
      'container-title-short': plain(work['short-container-title']?.[0]),
      volume: work.volume,
      issue: work.issue,
      page: work.page ?? work['article-number'],
      DOI: work.DOI,
      ISSN: work.ISSN?.[0],
      issued,
      'available-date': online && JSON.stringify(online) !== JSON.stringify(issued) ? online : undefined,
      publisher: work.publisher
    }),
    updates: noticesOf(work['updated-by']),
    updateOf: noticesOf(work['update-to'])
  }
}

/** PubMed’s summary as CSL has it. */
export function fromPubMed(summary: SummaryAnswer): WorkFacts {
  const idOf = (kind: string) => summary.articleids?.find(({idtype}) => idtype === kind)?.value || undefined
  const retracted = summary.pubtype?.some((type) => type.toLowerCase() === 'retracted publication')
  const authors = summary.authors?.map(({name, authtype}) => {
    const [, family, initials] = /^(.+?) ([A-Z]{1,4})(?: \S+)?$/.exec(name) ?? []
    if (authtype === 'CollectiveName' || !family || !initials) return {literal: name}
    return {family, given: [...initials].map((initial) => `${initial}.`).join(' ')}
  })
  return {
    facts: defined({
      type: 'article-journal',
      title: summary.title && plainTitle(summary.title).replace(/\.$/, ''),
      author: authors?.length ? authors : undefined,
      'container-title': plain(summary.fulljournalname),
      'container-title-short': plain(summary.source),
      volume: summary.volume || undefined,
      issue: summary.issue || undefined,
      page: summary.pages || undefined,
      DOI: idOf('doi'),
      PMID: summary.uid,
      PMCID: /PMC\d+/.exec(idOf('pmc') ?? '')?.[0],
      ISSN: summary.issn || undefined,
      issued: pubDate(summary.pubdate)
    }),
    updates: retracted ? [{type: 'retraction'}] : [],
    updateOf: []
  }
}

function namesOf(people: WorkAnswer['author']): object[] | undefined {
  const names = people?.flatMap(({family, given, suffix, name}) => {
    if (family) return [defined({family, given, suffix})]
    const literal = name ?? given
    return literal ? [{literal}] : []
  })
  return names?.length ? names : undefined
}

function noticesOf(notices: WorkAnswer['updated-by']): Update[] {
  return (notices ?? []).map(({type, DOI, updated}) => {
    const date = dateOf(updated)
      ?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0'))
      .join('-')
    return defined({type: type?.toLowerCase().replace(/[\s_]+/g, '-') ?? 'update', DOI, date}) as Update
  })
}

function dateOf(dated: Dated): {'date-parts': number[][]} | undefined {
  const parts = dated?.['date-parts'][0] ?? []
  const end = parts.indexOf(null)
  const known = parts.slice(0, end < 0 ? 3 : end).flatMap((part) => part ?? [])
  return known[0] && 1000 <= known[0] && known[0] <= 9999 ? {'date-parts': [known]} : undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2018 Aug 9`, `2018 Jul-Aug`, `2018 Winter`: as much of it as is a date. */
function pubDate(text: string | undefined): {'date-parts': number[][]} | undefined {
  const [, year, name, day] =
    /^(\d{4})(?: ([A-Z][a-z]{2})(?:[a-z]*)?(?: (\d{1,2})\b)?)?/.exec(text ?? '') ?? []
  if (!year) return undefined
  const month = months.indexOf(name?.toLowerCase() ?? '') + 1
  return {'date-parts': [[Number(year), ...(month > 0 ? [month, ...(day ? [Number(day)] : [])] : [])]]}
}

function plain(text: string | undefined): string | undefined {
  return text ? plainTitle(text) : undefined
}

function defined(value: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== ''))
}
