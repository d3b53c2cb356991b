import type {Deck} from '../model/deck.js'
import type {DrawnDeck, DrawnElement} from '../model/drawn-deck.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import {shapesOf} from './drawn-shapes.js'
import type {PptxDocument} from './pptx-document.js'
import {type LayoutName, type LayoutOptions, layoutOf, layouts} from './pptx-layout.js'
import {layoutXml, masterXml} from './pptx-layouts.js'
import {mendSlide} from './pptx-mend.js'
import {mendNotes} from './pptx-notes.js'
import {contentTypes, inOrder, type Parts, relations, shareMedia} from './pptx-package.js'
import {placedOn} from './pptx-places.js'
import {appXml, coreXml} from './pptx-properties.js'
import {addShape, type RunContext} from './pptx-slide.js'
import {paletteOf} from './pptx-theme.js'
import {allNamed, firstNamed, readPart, writePart} from './pptx-xml.js'
import {notesOf} from './slide.js'

/**
 * The deck for PowerPoint, Keynote and LibreOffice: text, lists, tables and pictures that can be edited, where the
 * browser sets them. The same deck and drawing make the same bytes.
 */
export async function toPptx(
  {slides}: Deck,
  drawn: DrawnDeck,
  document: PptxDocument,
  words: Words
): Promise<Uint8Array> {
  const [{default: library}, {default: Zip}] = await Promise.all([import('pptxgenjs'), import('jszip')])
  // As its types have it, the class is one step further in than it is.
  const Presentation = (library.default ?? (library as unknown)) as typeof library.default
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.rtlMode = directionOf(document.language) === 'rtl'
  for (const name of layouts.slice(1)) presentation.defineSlideMaster({title: name})

  const shapes = drawn.slides.map(shapesOf)
  const families = {title: familyOf(shapes.flat(), drawn), text: drawn.slides[0]?.look.family ?? ''}
  const palette = paletteOf(drawn, families, document.theme)
  const numbers = numbersOf(drawn)
  const context: RunContext = {
    palette,
    slideOf: (id) => numbers.get(id),
    languageOf: (tag) => fullTag(tag || document.language)
  }
  const photographs = drawn.photographs.map((bytes) => Buffer.from(bytes).toString('base64'))
  const backgrounds = new Map<LayoutName, string>()
  for (const [index, slide] of slides.entries()) {
    const layout = layoutOf(slide)
    if (!backgrounds.has(layout) && !slide.background && !slide.theme)
      backgrounds.set(layout, palette.named(drawn.slides[index]?.look.fill || drawn.colours.paper))
  }
  const placed = slides.map((slide, index) =>
    placedOn(slide, shapes[index] ?? [], document, words, drawn.slides[index])
  )
  for (const [index, slide] of slides.entries()) {
    const layout = layoutOf(slide)
    const page = presentation.addSlide({masterName: layout})
    const fill = palette.named(drawn.slides[index]?.look.fill || drawn.colours.paper)
    if (fill !== (backgrounds.get(layout) ?? 'bg1')) page.background = {color: fill}
    for (const {shape, name} of placed[index] ?? []) addShape(page, shape, name, photographs, context)
    page.addNotes('')
  }

  const parts = await partsOf(
    await Zip.loadAsync((await presentation.write({outputType: 'uint8array'})) as Uint8Array)
  )
  for (const [index, slide] of slides.entries()) {
    const number = index + 1
    const own = placed[index] ?? []
    mend(parts, `ppt/slides/slide${number}.xml`, (tree) => mendSlide(tree, own, palette))
    mend(parts, `ppt/notesSlides/notesSlide${number}.xml`, (tree) =>
      mendNotes(tree, notesOf(slide), context.languageOf(''), presentation.rtlMode)
    )
    developed(
      parts,
      number,
      own.map(({shape}) => shape),
      drawn
    )
  }
  const rule = shapes.flat().find((shape) => shape.kind === 'area' && shape.isFooter)
  setParts(parts, palette.theme, slides.length, {
    ...{words, language: context.languageOf(''), isLeftward: presentation.rtlMode, backgrounds},
    ...{rule: rule?.box, footer: document.title, date: document.date ? words.date(document.date) : ''}
  })
  parts.set('docProps/core.xml', coreXml(document, `${document.title}: ${words.slides}`))
  shareMedia(parts)
  parts.set('[Content_Types].xml', contentTypes(parts))

  const zip = new Zip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const [name, content] of inOrder(parts)) zip.file(name, content, {date, createFolders: false})
  return await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: {level: 9},
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  })
}

/** The library’s parts; its folders are none. */
async function partsOf(zip: Awaited<ReturnType<typeof import('jszip')['loadAsync']>>): Promise<Parts> {
  const parts: Parts = new Map()
  for (const file of Object.values(zip.files)) {
    if (file.dir) continue
    const isText = /\.(?:xml|rels)$/.test(file.name)
    parts.set(file.name, await (isText ? file.async('string') : file.async('uint8array')))
  }
  return parts
}

function mend(parts: Parts, name: string, change: (tree: ReturnType<typeof readPart>) => void): void {
  const tree = readPart(String(parts.get(name)))
  change(tree)
  parts.set(name, writePart(tree))
}

/** What stands in for an SVG is its photograph, not the library’s sign for a broken picture. */
function developed(
  parts: Parts,
  number: number,
  shapes: readonly ReturnType<typeof shapesOf>[number][],
  {photographs}: DrawnDeck
): void {
  const drawings = shapes.flatMap((shape) => (shape.kind === 'picture' && shape.svg ? [shape] : []))
  if (drawings.length === 0) return
  const slide = readPart(String(parts.get(`ppt/slides/slide${number}.xml`)))
  const relations = readPart(String(parts.get(`ppt/slides/_rels/slide${number}.xml.rels`)))
  const targets = new Map(
    allNamed(relations, 'Relationship').map(({attributes}) => [attributes.Id, attributes.Target])
  )
  const blips = allNamed(slide, 'a:blip').filter((blip) => allNamed(blip, 'asvg:svgBlip').length > 0)
  for (const [index, blip] of blips.entries()) {
    const bytes = photographs[drawings[index]?.photograph ?? -1]
    const target = targets.get(blip.attributes['r:embed'])
    if (bytes && target) parts.set(target.replace('..', 'ppt'), bytes)
  }
}

/** Everything that is not one slide’s: the theme, the master, its layouts, how it all hangs together. */
function setParts(parts: Parts, theme: string, slides: number, options: LayoutOptions): void {
  for (const [index, name] of layouts.entries())
    parts.set(`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutXml(name, options))
  parts.set('ppt/slideMasters/slideMaster1.xml', masterXml(options))
  parts.set('ppt/theme/theme1.xml', theme)
  // Notes have a theme of their own: PowerPoint asks for it.
  parts.set('ppt/theme/theme2.xml', theme)
  parts.set('ppt/notesMasters/_rels/notesMaster1.xml.rels', relations([['theme', '../theme/theme2.xml']]))
  parts.set('docProps/app.xml', appXml(slides))
  mend(parts, 'ppt/presentation.xml', (tree) => {
    const root = firstNamed(tree, 'p:presentation')
    const notes = firstNamed(root, 'p:notesMasterIdLst')
    const others = root.children.filter((child) => child.type === 'element' && child !== notes)
    root.children = [...others.slice(0, 1), notes, ...others.slice(1)]
  })
}

/** The slide of each id that a link may lead to, from 1. */
function numbersOf({slides}: DrawnDeck): Map<string, number> {
  const numbers = new Map<string, number>()
  const walk = (element: DrawnElement, number: number) => {
    const {id} = element.attributes
    if (id && !numbers.has(id)) numbers.set(id, number)
    for (const child of element.children) if (child.kind === 'element') walk(child, number)
  }
  for (const [index, slide] of slides.entries()) walk(slide, index + 1)
  return numbers
}

function familyOf(shapes: readonly ReturnType<typeof shapesOf>[number][], {slides}: DrawnDeck): string {
  const title = shapes.find((shape) => shape.kind === 'text' && shape.role === 'title')
  return (title?.kind === 'text' && title.paragraphs[0]?.runs[0]?.family) || slides[0]?.look.family || ''
}

/** `fr-FR` for `fr`: a presentation’s languages name a country. */
function fullTag(tag: string): string {
  try {
    const {language, region} = new Intl.Locale(tag).maximize()
    return region ? `${language}-${region}` : language
  } catch {
    return 'en-US'
  }
}
