import type {ElementContent, Root} from 'hast'
import type {Document} from '../model/document.js'
import type {Landing, Page} from '../model/page.js'
import {auditOf, withAuditHeading} from './audit.js'
import {withBackLinks} from './back-links.js'
import {colophonOf} from './colophon.js'
import {contentsOf, exhibitsOf} from './contents.js'
import {copied} from './copied.js'
import {withPages} from './cross-references.js'
import {imprintOf} from './imprint.js'
import {withMarginNotes} from './margin-notes.js'
import type {NoteSetting} from './note-lifts.js'
import type {OutputContext} from './output-context.js'
import {paperStyle} from './paper.js'
import {withShortAddresses} from './print-links.js'
import {withProbes} from './probes.js'
import {runningHeads} from './running-heads.js'
import {type TableClasses, withSetTables} from './set-tables.js'
import {markEnds} from './table-ends.js'
import {markEnd} from './text-end.js'
import {themed} from './themed.js'

/** What is known of a report’s print before it is made; a first print knows nothing but how wide its tables are. */
export interface Setting {
  readonly landing: Landing
  readonly notes: NoteSetting
  readonly tables: TableClasses
  /** Set a little closer, where that saves a page that is nearly empty. */
  readonly close: boolean
}

/** The report on paper: cover with key points, contents with the pages that headings landed on, body, notes in the margin. */
export function toReport(review: Document, setting: Setting, context: OutputContext): Page {
  const document = withAuditHeading(review, context.words)
  const {landing, notes, tables, close} = setting
  const body = withMarginNotes(withSetTables(document.body, tables), notes)
  markEnds(body)
  markEnd(body)
  withPages(body, landing, context.words)
  withShortAddresses(body)
  body.push(...auditOf(document, context))
  const tree = toTree('page/report', document, body, {...context, landing, close})
  return {
    tree: withProbes(tree),
    sheets: themed(reportSheets, document),
    style: `${paperStyle(document, context.paper, context.words, 'cover')}\n${runningHeads(document, landing, context.words)}`,
    scripts: []
  }
}

/** The style sheets of the report in print. */
export const reportSheets = [
  'tokens',
  'text',
  'tables',
  'exhibits',
  'references',
  'print',
  'cover',
  'report',
  'notes',
  'audit'
]

/** The report for a browser: the same in one file, for any width of window. */
export function toWeb(review: Document, context: OutputContext): Page {
  const document = withAuditHeading(review, context.words)
  const body = copied(document.body)
  withBackLinks(body, context.words.backToText)
  return {
    tree: toTree('page/web', document, [...body, ...auditOf(document, context)], context),
    sheets: themed(['tokens', 'text', 'tables', 'exhibits', 'references', 'web', 'audit'], document),
    style: '',
    scripts: []
  }
}

function toTree(
  template: string,
  document: Document,
  body: ElementContent[],
  {words, fill, fillSlots, logo, landing, close}: OutputContext & {landing?: Landing; close?: boolean}
): Root {
  const contents = contentsOf(document.headings, landing)
  const lists = (['table', 'figure'] as const).flatMap(
    (kind) => exhibitsOf(document, kind, words, landing) ?? []
  )
  const tree = fill(template, {
    language: document.language,
    title: document.title,
    length: lengthOf(document.title),
    subtitle: document.subtitle,
    authors: document.authors.join(', '),
    kind: words.kind,
    imprint: imprintOf(document, words),
    draft: document.status === 'draft',
    // A margin box is not heard: on paper, the cover says it too.
    paperDraft: landing !== undefined && document.status === 'draft',
    keyPoints: document.keyPoints.length > 0 ? document.keyPoints : undefined,
    abstract: document.abstract,
    keywords: document.keywords.join(', '),
    colophon: colophonOf(document, words),
    logo,
    close,
    headings: contents !== undefined
  })
  return fillSlots(tree, {contents: contents ? [contents] : [], lists, body})
}

/** A cover sets a long title smaller, so that the key points stay beside it. */
function lengthOf(title: string): string {
  if (title.length > 180) return 'longest'
  return title.length > 80 ? 'long' : ''
}
