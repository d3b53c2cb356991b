import type {VFile} from 'vfile'
import type {Artifact} from '../model/artifact.js'
import type {Document} from '../model/document.js'
import type {OutputName, Paper} from '../model/matter.js'
import type {Description, Page} from '../model/page.js'
import {briefingLevels, toBriefing} from '../output/briefing.js'
import {toHandout} from '../output/handout.js'
import {headingsOf, linksOf, toHtml} from '../output/page.js'
import {type OutputContext, toReport, toWeb} from '../output/report.js'
import {slideSize} from '../output/slide.js'
import {toSlides, toSlidesPrint} from '../output/slides.js'
import type {Browser} from '../press/browser.js'
import {pagesOfIds} from '../press/destinations.js'
import {finish} from '../press/finish.js'
import {measureSlides} from '../press/measure-slides.js'
import {createFill, fillSlots} from '../template/fill.js'
import {toDeck} from '../transform/to-deck.js'
import {wordsFor} from '../words/index.js'
import {fitted} from './fitted.js'
import {fontsFor} from './fonts.js'
import {outputFiles} from './outputs.js'
import type {Resources} from './resources.js'

export interface RenderOptions {
  readonly outputs: readonly OutputName[]
  readonly paper: Paper
  readonly resources: Resources
  readonly browser: Browser
}

/** Contents that name other pages move nothing; a few prints are enough. */
const mostRounds = 4
const briefingPages = 2

/** Makes the artifacts asked for. What does not fit is said on the file; the artifacts are then not to be used. */
export async function render(document: Document, file: VFile, options: RenderOptions): Promise<Artifact[]> {
  const {outputs, paper, resources, browser} = options
  const words = wordsFor(document.language)
  const context: OutputContext = {words, fill: createFill(resources.templates, words), fillSlots, paper}
  const fonts = await fontsFor(document, words, file, resources)
  const html = (page: Page) => toHtml(page, resources.sheets, fonts)
  const wants = (...names: readonly OutputName[]) => names.some((name) => outputs.includes(name))
  const deck = wants('slides', 'slides-pdf', 'handout')
    ? await fitted(toDeck(document), file, (each) =>
        measureSlides(browser, html(toSlidesPrint(each, document, context)), slideSize)
      )
    : {slides: []}

  const print = async (
    output: OutputName,
    page: Page,
    title: string
  ): Promise<Artifact & {pages: number}> => {
    const raw = await browser.print(html(page))
    return {file: outputFiles[output], ...(await finish(raw, describe(document, title, page)))}
  }
  const text = (output: OutputName, page: Page): Artifact => ({
    file: outputFiles[output],
    bytes: new TextEncoder().encode(html(page))
  })

  const makers: Readonly<Record<OutputName, () => Promise<Artifact>>> = {
    report: () =>
      printReport(document, browser, html, context, (page) => print('report', page, document.title)),
    web: async () => text('web', toWeb(document, context)),
    briefing: () =>
      printBriefing(document, file, context, (page) =>
        print('briefing', page, `${document.title}: ${words.briefing}`)
      ),
    slides: async () => ({
      ...text('slides', toSlides(deck, document, resources.reveal, context)),
      pages: deck.slides.length
    }),
    'slides-pdf': async () => {
      const slides = await print(
        'slides-pdf',
        toSlidesPrint(deck, document, context),
        `${document.title}: ${words.slides}`
      )
      if (slides.pages !== deck.slides.length)
        throw new Error(`Unexpected ${slides.pages} pages for ${deck.slides.length} slides`)
      return slides
    },
    handout: () => print('handout', toHandout(deck, document, context), `${document.title}: ${words.handout}`)
  }
  return Promise.all(outputs.map((output) => makers[output]()))
}

/** Prints until the pages that the contents name are those that the headings are on. */
async function printReport(
  document: Document,
  browser: Browser,
  html: (page: Page) => string,
  context: OutputContext,
  print: (page: Page) => Promise<Artifact>
): Promise<Artifact> {
  let pages = new Map<string, number>()
  if (document.headings.length > 0)
    pages = await pagesOfIds(await browser.print(html(toReport(document, pages, context)), 'trial'))
  for (let round = 0; round < mostRounds; round++) {
    const report = await print(toReport(document, pages, context))
    const landed = await pagesOfIds(report.bytes)
    if ([...landed].every(([id, page]) => pages.get(id) === page)) return report
    pages = landed
  }
  throw new Error(`Unexpected contents of \`${document.path}\` that do not settle in ${mostRounds} rounds`)
}

/** The first level of detail that stays within two pages. */
async function printBriefing(
  document: Document,
  file: VFile,
  context: OutputContext,
  print: (page: Page) => Promise<Artifact & {pages: number}>
): Promise<Artifact> {
  for (const [index, level] of briefingLevels.entries()) {
    const briefing = await print(toBriefing(document, level, context))
    if (briefing.pages > briefingPages && index < briefingLevels.length - 1) continue
    const place = {place: {line: 1, column: 1}, source: 'fit'}
    if (briefing.pages > briefingPages) {
      file.message(
        `Unexpected briefing of ${briefing.pages} pages, expected at most ${briefingPages}: shorten the key points`,
        {
          ...place,
          ruleId: 'briefing-overflow'
        }
      ).fatal = true
    } else if (Number.isFinite(level.rows)) {
      file.info(
        `Unexpected length of key points, trials or conclusion, expected two pages: the briefing leaves some to the report`,
        {
          ...place,
          ruleId: 'briefing-shortened'
        }
      )
    }
    return briefing
  }
  throw new Error('Unexpected end of the briefing’s levels')
}

function describe(
  {authors, language, date, keywords, subtitle}: Document,
  title: string,
  page: Page
): Description {
  return {
    ...{title, authors, language, keywords, headings: headingsOf(page), links: linksOf(page)},
    ...(date ? {date} : {}),
    ...(subtitle ? {subject: subtitle} : {})
  }
}
