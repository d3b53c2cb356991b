import {setImmediate as turn} from 'node:timers/promises'
import type {VFile} from 'vfile'
import type {Artifact} from '../../model/artifact.js'
import type {Deck} from '../../model/deck.js'
import type {Document} from '../../model/document.js'
import type {OutputName, Paper} from '../../model/matter.js'
import type {Description, Page} from '../../model/page.js'
import type {OutputContext} from '../../output/output-context.js'
import {headingsOf, linksOf, toHtml, withStandIns} from '../../output/page.js'
import {toWeb} from '../../output/report.js'
import {slideSize} from '../../output/slide.js'
import {toSlides, toSlidesPrint} from '../../output/slides.js'
import {measureSlides} from '../../press/measure-slides.js'
import type {Press} from '../../press/press.js'
import {createFill, fillSlots} from '../../template/fill.js'
import {toDeck} from '../../transform/to-deck.js'
import {toTalk} from '../../transform/to-talk.js'
import {wordsFor} from '../../words/index.js'
import type {Memory} from '../cache/memory.js'
import {isOfSlides, outputFiles} from '../outputs.js'
import type {WrittenTalk} from '../read-talk.js'
import type {Resources} from '../resources.js'
import {awaited, timed} from '../trace.js'
import {fitted} from './fitted.js'
import {fontsFor} from './fonts.js'
import {measuredFormulas} from './formulas.js'
import {measuredTalk} from './measured-talk.js'
import {pictureSlides} from './picture-slides.js'
import {printBriefing} from './print-briefing.js'
import {printHandout} from './print-handout.js'
import {printPptx} from './print-pptx.js'
import {printReport} from './print-report.js'

export interface RenderOptions {
  readonly outputs: readonly OutputName[]
  readonly paper: Paper
  readonly resources: Resources
  readonly press: Press
  readonly memory: Memory
  /** The talk that its slides are of, where one is written by hand. */
  readonly talk?: WrittenTalk | undefined
}

/** Makes the artifacts asked for. What does not fit is said on the file; the artifacts are then not to be used. */
export async function render(review: Document, file: VFile, options: RenderOptions): Promise<Artifact[]> {
  const {outputs, paper, resources, press, memory, talk} = options
  const words = wordsFor(review.language)
  const contextOf = ({language, theme}: Document): OutputContext => ({
    words: wordsFor(language),
    fill: createFill(resources.templates, wordsFor(language)),
    fillSlots,
    paper,
    logo: resources.logos.get(theme)
  })
  const context = contextOf(review)
  const fonts = await awaited('fonts', () => fontsFor(review, words, file, resources, {memory, talk}))
  const html = (page: Page) => timed('page to text', () => toHtml(page, resources.sheets, fonts.css))
  const printed = (page: Page) => html(withStandIns(page, fonts.missing))
  const document = await measuredFormulas(review, file, press, printed)
  const shown = talk && (await measuredTalk(talk, {review, document}, press, printed))
  const speech = shown?.document ?? document
  const spoken = shown ? contextOf(speech) : context
  const wants = (...names: readonly OutputName[]) => names.some((name) => outputs.includes(name))
  // A deck is measured, printed and drawn as the same page.
  const pages = new Map<Deck, {page: Page; html: string}>()
  const paged = (deck: Deck) => {
    const known = pages.get(deck)
    if (known) return known
    const page = toSlidesPrint(deck, speech, spoken)
    const made = {page, html: printed(page)}
    pages.set(deck, made)
    return made
  }
  // The other outputs are set and printed while the browser measures the slides, and the other way round.
  const fitting = wants('slides', 'slides-pdf', 'slides-pptx', 'slides-png', 'handout')
    ? fitted(shown ? toTalk(speech, shown) : toDeck(document), talk?.file ?? file, (each, settings) =>
        measureSlides(press, paged(each).html, slideSize, settings)
      )
    : Promise.resolve({deck: {slides: []}, fit: undefined})
  fitting.catch(() => undefined)

  const print = async (
    output: OutputName,
    page: Page,
    title: string,
    text = printed(page)
  ): Promise<Artifact & {pages: number}> => {
    const of = isOfSlides(output) ? speech : document
    return {file: outputFiles[output], ...(await press.print(text, describe(of, title, page)))}
  }
  const text = (output: OutputName, page: Page): Artifact => ({
    file: outputFiles[output],
    bytes: new TextEncoder().encode(html(page))
  })

  const makers: Readonly<Record<OutputName, () => Promise<Artifact | Artifact[]>>> = {
    report: () =>
      printReport(document, file, {press, html: printed}, context, (page) =>
        print('report', page, document.title)
      ),
    web: async () => text('web', toWeb(document, context)),
    briefing: () =>
      printBriefing(document, file, context, (page) =>
        print('briefing', page, `${document.title}: ${words.briefing}`)
      ),
    slides: async () => {
      const {deck} = await fitting
      return {
        ...text('slides', toSlides(deck, speech, resources.reveal, spoken)),
        pages: deck.slides.length
      }
    },
    'slides-pdf': async () => {
      const {deck} = await fitting
      const {page, html} = paged(deck)
      const slides = await print('slides-pdf', page, `${speech.title}: ${spoken.words.slides}`, html)
      if (slides.pages !== deck.slides.length)
        throw new Error(`Unexpected ${slides.pages} pages for ${deck.slides.length} slides`)
      return slides
    },
    'slides-pptx': async () => {
      const {deck} = await fitting
      return await printPptx(deck, speech, {press, memory, html: paged(deck).html}, spoken)
    },
    'slides-png': async () => pictureSlides(press, paged((await fitting).deck).html, slideSize),
    handout: async () =>
      printHandout((await fitting).deck, speech, spoken, {
        tryOut: (page) => press.tryOut(printed(page)),
        print: (page) => print('handout', page, `${speech.title}: ${spoken.words.handout}`)
      })
  }
  const said = file.messages.length
  const making = new Map<OutputName, Promise<Artifact | Artifact[]>>()
  for (const output of longestFirst.filter((each) => outputs.includes(each))) {
    const artifacts = makers[output]()
    // Who fails meanwhile is heard at the end.
    artifacts.catch(() => undefined)
    making.set(output, artifacts)
    // What was asked of the browser reaches it before the next page is set.
    await turn()
  }
  const [{fit}, ...results] = await Promise.all([
    fitting,
    ...outputs.map((output) => making.get(output) ?? [])
  ])
  const made = results.flat()
  // Whatever was first: of one place, what is said of slides comes before what is said of tables and pages.
  const isOfDeck = ({ruleId}: VFile['messages'][number]) => ruleId === 'slide-overflow'
  const later = file.messages.splice(said)
  file.messages.push(...later.filter(isOfDeck), ...later.filter((each) => !isOfDeck(each)))
  // What is said of the deck is said once, of the first of its files.
  const first = made.find(({file: name}) => /^slides|^handout/.test(name))
  return made.map((artifact) => (fit && artifact === first ? {...artifact, fit} : artifact))
}

/** What waits longest for the browser comes first; what needs none of it is made while others wait. */
const longestFirst: readonly OutputName[] = [
  ...(['report', 'handout', 'briefing', 'slides-pdf', 'slides-pptx', 'slides-png'] as const),
  ...(['slides', 'web'] as const)
]

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
