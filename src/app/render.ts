import type {VFile} from 'vfile'
import {fitDeck} from '../fit/fit-deck.js'
import {toFontFaces} from '../font/to-font-faces.js'
import type {Artifact} from '../model/artifact.js'
import type {Deck} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {OutputName, Paper} from '../model/matter.js'
import type {Description, Page} from '../model/page.js'
import {briefingLevels, toBriefing} from '../output/briefing.js'
import {toHandout} from '../output/handout.js'
import {headingsOf, toHtml} from '../output/page.js'
import {type OutputContext, toReport, toWeb} from '../output/report.js'
import {slideSize} from '../output/slide.js'
import {toSlides, toSlidesPrint} from '../output/slides.js'
import type {Browser} from '../press/browser.js'
import {pagesOfIds} from '../press/destinations.js'
import {finish} from '../press/finish.js'
import {measureSlides} from '../press/measure-slides.js'
import {createFill, fillSlots} from '../template/fill.js'
import {toDeck} from '../transform/to-deck.js'
import {type Words, wordsFor} from '../words/index.js'
import {outputFiles} from './outputs.js'
import type {Resources} from './resources.js'

export interface RenderOptions {
  readonly outputs: readonly OutputName[]
  readonly paper: Paper
  readonly resources: Resources
  readonly browser: Browser
}

const mostRounds = 12
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
    return {file: outputFiles[output], ...(await finish(raw, describe(document, title, headingsOf(page))))}
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

/** The fonts of all of a review’s outputs: which are asked for must not change a byte of any. */
async function fontsFor(document: Document, words: Words, file: VFile, {faces}: Resources): Promise<string> {
  const {css, missing} = await toFontFaces(JSON.stringify([document, words]), faces)
  const lines = String(file).split('\n')
  const line = lines.findIndex((each) => missing.some((character) => each.includes(character)))
  if (line >= 0) {
    const column = Math.min(
      ...missing.map((each) => lines[line]?.indexOf(each) ?? -1).filter((at) => at >= 0)
    )
    const shown = missing
      .slice(0, 8)
      .map((each) => `\`${each}\` (U+${each.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`)
    const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : ''
    file.message(
      `Unexpected ${shown.join(', ')}${more}, expected characters that the fonts hold: they may print as boxes`,
      {
        place: {line: line + 1, column: column + 1},
        source: 'font',
        ruleId: 'missing-glyph'
      }
    )
  }
  return css
}

/** Measures and fits until a measured deck needs nothing more. */
async function fitted(
  deck: Deck,
  file: VFile,
  measure: (deck: Deck) => ReturnType<typeof measureSlides>
): Promise<Deck> {
  let current = deck
  for (let round = 0; round < mostRounds; round++) {
    const result = fitDeck(current, await measure(current))
    if (!result.settled) {
      current = result.deck
      continue
    }
    for (const {slide, excess} of result.misfits) {
      const unit = slide.blocks.flatMap(({units}) => units).find(({content}) => content.position)
      file.message(
        `Unexpected slide \`${slide.title}\` with ${Math.ceil(excess)} pixels more than it holds, expected less in one item, row or title`,
        {
          place: unit?.content.position?.start ?? {line: 1, column: 1},
          source: 'fit',
          ruleId: 'slide-overflow'
        }
      ).fatal = true
    }
    return current
  }
  throw new Error(`Unexpected deck of \`${file.path}\` that does not settle in ${mostRounds} rounds`)
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
  headings: readonly string[]
): Description {
  return {
    ...{title, authors, language, keywords, headings},
    ...(date ? {date} : {}),
    ...(subtitle ? {subject: subtitle} : {})
  }
}
