import type {Element, ElementContent, Root} from 'hast'
import type {VFile} from 'vfile'
import type {Cite} from '../model/citation.js'
import type {Document} from '../model/document.js'
import type {Drawing, FigureName} from '../model/drawing.js'
import type {Evidence} from '../model/evidence.js'
import type {Fill} from '../model/fill.js'
import {defaultOutputs, type Matter} from '../model/matter.js'
import type {Study} from '../model/study.js'
import type {World} from '../model/world.js'
import {type Words, wordsFor} from '../words/index.js'
import {recordDates} from '../words/record-dates.js'
import {readBlocks} from './audience.js'
import {blocksOf} from './blocks-of.js'
import {partFor, toBodies} from './bodies.js'
import {citablesOf} from './citable.js'
import {citeWorks} from './cite-works.js'
import {colophonOf} from './colophon.js'
import {concludingSection} from './conclusion.js'
import type {ReadData} from './data-tables.js'
import {inLanguage, isolated, settleDirections} from './direction.js'
import {settleHeadings} from './headings.js'
import {embedImages} from './images.js'
import {keyPointsOf} from './key-points.js'
import {sayLanguage} from './language.js'
import {settleLinks} from './links.js'
import {mentionsOf} from './mentions.js'
import {nameOf, numberExhibits} from './number-exhibits.js'
import {passagesOf, withReferences} from './passages.js'
import {placeFigures} from './place-figures.js'
import {elementsOf, placeTables, type Table} from './place-tables.js'
import {printReferences} from './print-references.js'
import {promoteReferenceHeading} from './reference-list.js'
import {headingText, withoutMarks} from './sentences.js'
import {withBreaks} from './table-cells.js'
import {anchorsOf, placeOfWorks, readySlides, withTrialsOf} from './talk-base.js'
import {promoteBoldLines, takeTitle} from './title.js'
import {toHast} from './to-hast.js'
import {rehypeTrials, trialsIn, trialsNamed} from './trials.js'
import {typeset, typesetBlocks} from './typography.js'
import {sayUnknownWorks} from './unknown-works.js'
import {workMentionsOf} from './work-mentions.js'

export interface DocumentOptions {
  /** `als-review`, `fr/sla` */
  readonly name: string
  readonly matter: Matter
  readonly evidence: Evidence
  readonly world: World
  /** Takes a data file apart, for `::table`. */
  readonly readData: ReadData
  /** A `Fill` that speaks the given language’s words. */
  fillFor(words: Words): Fill
  /** Draws a figure of some trials. */
  drawFigure(name: FigureName, studies: readonly Study[], words: Words): Promise<Drawing>
  /** Formats citations; without it, they and the reference list stay as the author wrote them. */
  readonly cite?: ((language: string) => Cite) | undefined
  /** The text is a talk’s, written by hand, that may take pieces from a review. */
  readonly talk?: {readonly review: Document | undefined}
}

/** The theme of a review that names none. */
export const defaultTheme = 'journal'

/** Reads a review’s text. What is wrong with it is said on the file; the document is whole all the same. */
export async function toDocument(file: VFile, options: DocumentOptions): Promise<Document> {
  const {name, matter, evidence, world, fillFor, readData, cite, talk} = options
  const review = talk?.review
  const language = matter.language ?? sayLanguage(file)
  const words = wordsFor(language)
  const fill = fillFor(words)
  const {hasFrontMatter} = matter
  const citables = citablesOf(evidence)
  const tree = await toHast(file, {words, language, hasFrontMatter, world, fill, readData, citables})
  const prose = passagesOf(tree, file, matter)
  await embedImages(tree, file, world)
  const front = [matter.title, matter.subtitle, matter.abstract, ...(matter.keyPoints ?? [])].join('\n')
  const trials = mentionsOf(rehypeTrials(file, front)(tree), evidence)
  withBreaks(tree)

  const {body, footnotes} = blocksOf(tree)
  const rowsOf = (part: readonly ElementContent[]) => {
    const ids = new Set([...trialsIn(front), ...trialsNamed(part)])
    return trials.flatMap(({id, study}) => (ids.has(id) ? [{id, study}] : []))
  }
  const parts = toBodies([...body, ...footnotes], [])
  const saidRows = withTrialsOf(review, rowsOf(parts.said))
  const rows = talk ? saidRows : rowsOf(parts.read)
  const opening = talk && readySlides(body, matter.title)
  if (!talk) {
    promoteBoldLines(readBlocks(body))
    promoteReferenceHeading(body)
  }
  const citing = {evidence, cite: cite?.(language), words, language, before: review}
  const cited = await citeWorks(body, footnotes, citing)
  const {closing} = cited
  sayUnknownWorks(cited.list, file)
  const title = (talk ? opening : takeTitle(body, matter.title)) ?? name
  const {headings, anchors} = settleHeadings(body)

  const passages = withReferences(prose, closing?.position?.start.line)
  const works = cited.works.flatMap((work) => (work.kind === 'work' ? [work.reference] : []))
  typesetBlocks([...body, ...footnotes], language)
  settleDirections([...body, ...footnotes], language)
  const set = (text: string) => typeset(text, language)
  const concluding = concludingSection(readBlocks(body), closing)
  // Where labels are English for want of others, a table of English records is English as a whole.
  const own = (table: Root) => {
    if (words.language !== language.split('-')[0]) inLanguage(elementsOf(table), words.language)
    return table
  }
  const short = (named: typeof rows) =>
    named.length > 0 ? () => own(fill('table/trials-short', {rows: named})) : undefined

  await placeFigures(body, file, {
    studies: [...evidence.studies.values()],
    named: rows.flatMap(({study}) => (study ? [study] : [])),
    ...{words, language, fill},
    draw: (figure, studies) => options.drawFigure(figure, studies, words)
  })
  const {bibliography, list, asides} = cited
  if (closing && bibliography) printReferences(body, {closing, list, bibliography, asides, words, language})
  const listedWorks = works.flatMap(({item}) => (asides.has(item.id) ? [] : [item]))
  const allTrials = () => own(fill('table/trials', {id: 'tbl-trials', rows}))
  const allWorks = () => own(fill('table/references', {id: 'tbl-works', works: listedWorks}))
  const tables = {
    trials: rows.length > 0 ? allTrials : undefined,
    references: listedWorks.length > 0 ? allWorks : undefined
  }
  const talkTables = {trials: short(rows), references: cited.order.length > 0 ? placeOfWorks : undefined}
  placeTables(body, closing, sayEmpty(file), {
    ...(talk ? talkTables : tables),
    isAsked: talk !== undefined
  })
  for (const [name, anchor] of anchors) anchors.set(name, {...anchor, name: set(anchor.name)})
  const exhibits = numberExhibits(body, words, review?.exhibits)
  if (talk)
    for (const [name, anchor] of anchorsOf(body, review, (each) => nameOf(each, words)))
      if (!anchors.has(name)) anchors.set(name, anchor)
  for (const each of exhibits) anchors.set(each.id, {id: each.id, name: nameOf(each, words), exhibit: true})
  // Who asks for the works finds them in the list, where no table of them stands.
  if (closing && !exhibits.some(({id}) => id === 'tbl-works'))
    anchors.set('tbl-works', {id: String(closing.properties.id), name: headingText(closing), exhibit: true})
  for (const {anchor: id, label} of bibliography?.entries ?? []) anchors.set(id, {id, name: label ?? id})
  settleLinks({type: 'root', children: [...body, ...footnotes]}, file, anchors)
  const {read, said, ...settled} = toBodies([...body, ...footnotes], headings)
  const keyPoints = matter.keyPoints ?? keyPointsOf(read, closing, words)
  const shortTrials = firstOf(short(rows))
  const isSame = rows.length === saidRows.length && rows.every(({id}, index) => id === saidRows[index]?.id)
  const points = (texts: readonly string[]) => texts.map((text) => isolated(set(text), language))
  return {
    ...matter,
    ...(matter.subtitle ? {subtitle: set(matter.subtitle)} : {}),
    ...(matter.abstract ? {abstract: isolated(set(matter.abstract), language)} : {}),
    name,
    path: file.path,
    title: set(title),
    authors: matter.authors ?? [],
    keywords: matter.keywords ?? [],
    language,
    outputs: matter.outputs ?? defaultOutputs,
    paper: matter.paper ?? 'a4',
    theme: matter.theme ?? defaultTheme,
    colophon: colophonOf(matter),
    keyPoints: points(keyPoints),
    body: read,
    headings: settled.headings.map((heading) => ({...heading, text: set(heading.text)})),
    exhibits,
    conclusion: concluding && {
      heading: set(headingText(concluding.heading)),
      content: withoutMarks(partFor('report', concluding.content))
    },
    referencesId: closing && String(closing.properties.id),
    passages,
    trials,
    works,
    workMentions: workMentionsOf(passages, evidence.references),
    citations: cited.citations,
    listed: cited.listed,
    order: cited.order,
    shortTrials,
    talk: {
      body: said,
      trials: isSame ? shortTrials : firstOf(short(saidRows)),
      dates: recordDates(saidRows.flatMap(({study}) => study ?? [])),
      keyPoints: points(matter.keyPoints ?? [])
    }
  }
}

/** An author who asked for a table and gets none is told. */
function sayEmpty(file: VFile): (name: string, place: Element['position']) => void {
  return (name, place) => {
    const what = name === 'trials' ? 'a trial id' : 'a reference list with a work of the evidence'
    file.message(`Unexpected \`::${name}\` in a review without any, expected ${what}`, {
      place,
      source: 'transform',
      ruleId: 'empty-table'
    })
  }
}

function firstOf(table: Table): Element | undefined {
  return table && elementsOf(table())[0]
}
