import type {VFile} from 'vfile'
import {fitTable} from '../../fit/fit-tables.js'
import type {Document} from '../../model/document.js'
import type {Landing, Page} from '../../model/page.js'
import {auditId} from '../../output/audit.js'
import {liftsOf, misplacedNotes} from '../../output/note-lifts.js'
import type {OutputContext} from '../../output/output-context.js'
import {textWidths} from '../../output/paper.js'
import {reportSheets, type Setting, toReport} from '../../output/report.js'
import {sameLanding} from '../../output/same-landing.js'
import {nameOf, ownTables, type TableClasses, toTablesPage} from '../../output/set-tables.js'
import {themed} from '../../output/themed.js'
import {measureTables} from '../../press/measure-tables.js'
import type {Press} from '../../press/press.js'

/** Numbers that name other pages move nothing; a few prints are enough. */
const mostRounds = 4
const mostNoteRounds = 6
/** A last page with less on it than this, in points, is nearly empty. */
const nearlyEmpty = 110
/** A report of more pages than this is not set closer throughout, and printed once more, for the sake of its last. */
const mostPagesCloser = 60
const nowhere: Landing = {spots: new Map(), pages: 0, heights: []}

export interface ReportPress {
  readonly press: Press
  html(page: Page): string
}

/**
 * Prints the report until it says of itself what is so: everything landed where the page says. A first, untagged print tells where that is.
 */
export async function printReport<T extends {readonly bytes: Uint8Array}>(
  document: Document,
  file: VFile,
  {press, html}: ReportPress,
  context: OutputContext,
  print: (page: Page) => Promise<T>
): Promise<T> {
  const tryOut = (setting: Setting) => press.tryOut(html(toReport(document, setting, context)))

  const tables = await setTables(document, file, {press, html}, context)
  let setting: Setting = {landing: nowhere, notes: {lifts: new Map(), kept: new Set()}, tables, close: false}
  let landing = await tryOut(setting)
  if (isNearlyEmpty(landing)) {
    const closer = {...setting, close: true}
    const saved = await tryOut(closer)
    if (saved.pages < landing.pages) [setting, landing] = [closer, saved]
  }
  // Lifted notes may let what they held back move, and with it their marks: the best of a few prints is taken.
  let best = {setting, landing}
  for (let round = 0; round < mostNoteRounds && misplacedNotes(best.landing).length > 0; round++) {
    const {kept} = setting.notes
    const more = round < mostNoteRounds / 2 ? [] : misplacedNotes(landing)
    setting = {...setting, notes: {lifts: liftsOf(landing), kept: new Set([...kept, ...more])}}
    landing = await tryOut(setting)
    if (misplacedNotes(landing).length < misplacedNotes(best.landing).length) best = {setting, landing}
  }
  setting = {...best.setting, landing: best.landing}

  for (let round = 0; round < mostRounds; round++) {
    const report = await print(toReport(document, setting, context))
    const landing = await press.landingOf(report.bytes)
    if (sameLanding(setting.landing, landing)) return report
    setting = {...setting, landing}
  }
  throw new Error(`Unexpected report of \`${document.path}\` that does not settle in ${mostRounds} rounds`)
}

/** Whether the text’s last page is; the audit has pages of its own after it. */
function isNearlyEmpty({spots, pages}: Landing): boolean {
  const [end, audit] = [spots.get('end'), spots.get(auditId)]
  const last = audit ? audit.page - 1 : pages
  return last > 2 && last <= mostPagesCloser && end?.page === last && end.top < nearlyEmpty
}

/** Measures the author’s tables and says how each is set; a table that nothing helps is an error at its place. */
async function setTables(
  document: Document,
  file: VFile,
  {press, html}: ReportPress,
  {paper}: OutputContext
): Promise<TableClasses> {
  const tables = ownTables(document.body)
  if (tables.length === 0) return new Map()
  const page = toTablesPage(tables, document, themed(reportSheets, document))
  const measures = await measureTables(press, html(page))
  const classes = new Map<(typeof tables)[number], readonly string[]>()
  for (const [index, table] of tables.entries()) {
    const measure = measures[index]
    const setting = measure && fitTable(measure, textWidths[paper])
    if (setting === 'upright') continue
    classes.set(table, (setting ?? 'turned-broken').split('-'))
    if (setting === 'turned' || setting === 'turned-small') continue
    const message = file.message(
      setting
        ? `Unexpected table ${nameOf(table)} too wide for a landscape page, expected fewer columns or shorter words: words are broken to hold it`
        : `Unexpected table ${nameOf(table)} too wide for a landscape page, expected fewer columns: nothing makes it fit`,
      {place: table.position, source: 'fit', ruleId: 'wide-table'}
    )
    if (!setting) message.fatal = true
  }
  return classes
}
