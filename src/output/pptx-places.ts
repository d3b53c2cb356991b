import type {Slide} from '../model/deck.js'
import type {DrawnElement} from '../model/drawn-deck.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'
import type {PptxDocument} from './pptx-document.js'
import {type LayoutName, layoutOf} from './pptx-layout.js'
import type {Placed} from './pptx-mend.js'
import {leastType} from './pptx-slide.js'
import type {Paragraph, Shape, TextShape} from './shape.js'

/** A slide’s shapes with their names and the places of its layout that they fill, from the back to the front. */
export function placedOn(
  slide: Slide,
  set: readonly Shape[],
  document: PptxDocument,
  words: Words,
  drawn: DrawnElement | undefined
): Placed[] {
  const layout = layoutOf(slide)
  const shapes = set.filter(isSeen)
  const isBackdrop = (shape: Shape) => drawn !== undefined && covers(shape, drawn)
  const all = [
    ...shapes.filter(isBackdrop),
    ...(shapes.some(isTitle) || !drawn ? [] : [unseenTitle(slide, drawn)]),
    ...shapes.flatMap((shape) => (isBackdrop(shape) ? [] : footed(shape, slide, document, words)))
  ].filter((shape) => shape.kind !== 'area' || !shape.isFooter)
  let bodies = 0
  return all.map((shape, index) => {
    const isBody = shape.kind === 'text' && shape.role === 'body'
    const holder = holderOf(shape, layout, isBody ? ++bodies : 0)
    return {
      shape: named(shape, slide),
      name: `${labelOf(shape, words)} ${index + 1}`,
      ...(holder ? {holder} : {})
    }
  })
}

/** A table without a caption is what its slide is about. */
function named(shape: Shape, {title}: Slide): Shape {
  return shape.kind === 'table' && !shape.alternative ? {...shape, alternative: title} : shape
}

function holderOf(shape: Shape, layout: LayoutName, body: number): Placed['holder'] {
  if (shape.kind !== 'text') return undefined
  switch (shape.role) {
    case 'title':
      return {type: layout === 'title' ? 'ctrTitle' : 'title'}
    case 'kicker':
      return layout === 'title' || layout === 'section' ? undefined : {type: 'body', sz: 'quarter', idx: 13}
    case 'footer':
      return {type: 'ftr', sz: 'quarter', idx: 11}
    case 'date':
      return {type: 'dt', sz: 'quarter', idx: 10}
    case 'folio':
      return {type: 'sldNum', sz: 'quarter', idx: 12}
    case 'body':
      if (layout === 'columns') return body <= 2 ? {sz: 'half', idx: body} : undefined
      if (body > 1) return undefined
      if (layout === 'title') return {type: 'subTitle', idx: 1}
      if (layout === 'section') return {type: 'body', idx: 1}
      return layout === 'content' ? {idx: 1} : undefined
    case 'text':
      return undefined
  }
}

/** A picture as large as its slide stands behind all else. */
function covers({kind, box}: Shape, {box: slide}: DrawnElement): boolean {
  return kind === 'picture' && box.width * box.height >= 0.95 * slide.width * slide.height
}

/** Words that only listeners are meant for are set in type of one pixel. */
function isSeen(shape: Shape): boolean {
  return (
    shape.kind !== 'text' ||
    shape.paragraphs.some(({runs}) => runs.some(({size}) => size * 0.75 >= leastType))
  )
}

function isTitle(shape: Shape): boolean {
  return shape.kind === 'text' && shape.role === 'title'
}

/** Above the slide’s edge, where PowerPoint itself puts a title that is heard and listed but not seen. */
function unseenTitle({title}: Slide, {look, box, attributes}: DrawnElement): TextShape {
  const height = 60
  const paragraph: Paragraph = {
    runs: [
      {
        ...{text: title, size: 42, colour: look.colour, family: look.family, bold: true, italic: false},
        ...{struck: false, underlined: false, shift: 'none', spacing: 0, language: attributes.lang ?? ''}
      }
    ],
    ...{align: look.isLeftward ? 'right' : 'left', isLeftward: look.isLeftward, line: 50, size: 42},
    ...{left: 72, right: box.width - 72, hang: 0, level: 0, top: -height, bottom: 0}
  }
  return {
    kind: 'text',
    role: 'title',
    box: {x: 72, y: -height - 20, width: box.width - 144, height},
    paragraphs: [paragraph]
  }
}

/** A footer as it is when slides are edited: its day and its number have places of their own. */
function footed(shape: Shape, {source}: Slide, document: PptxDocument, words: Words): Shape[] {
  const [paragraph] = shape.kind === 'text' ? shape.paragraphs : []
  const [run] = paragraph?.runs ?? []
  if (shape.kind !== 'text' || !paragraph || !run) return [shape]
  // Of how many slides it is one nobody can keep right but a reader who counts.
  if (shape.role === 'folio')
    return [{...shape, paragraphs: [{...paragraph, runs: [{...run, text: run.text.replace(/\/.*/, '')}]}]}]
  if (shape.role !== 'footer') return [shape]
  const {box} = shape
  const {isLeftward} = paragraph
  const day = document.date ? words.date(document.date) : ''
  const dayWidth = day ? Math.min(box.width / 3, day.length * run.size * 0.6 + 24) : 0
  const width = box.width - dayWidth
  const footer = shortened([source, document.title].filter(Boolean).join(' · '), width / (run.size * 0.5))
  const set = (text: string, role: TextShape['role'], x: number, wide: number, align: Paragraph['align']) => {
    const direction = role === 'date' ? directionOf(words.language) : isLeftward ? 'rtl' : 'ltr'
    const runs = [{...run, text}]
    const own = {...paragraph, align, isLeftward: direction === 'rtl', left: x, right: x + wide, runs}
    return {kind: 'text' as const, role, box: {...box, x, width: wide}, paragraphs: [own]}
  }
  const [start, end] = isLeftward ? (['right', 'left'] as const) : (['left', 'right'] as const)
  return [
    set(footer, 'footer', isLeftward ? box.x + dayWidth : box.x, width, start),
    ...(day ? [set(day, 'date', isLeftward ? box.x : box.x + width, dayWidth, end)] : [])
  ]
}

/** What a line cannot hold ends in an ellipsis, as on the page. */
function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, Math.floor(most) - 1)
        .join('')
        .trimEnd()}…`
}

function labelOf(shape: Shape, {layouts, table}: Words): string {
  switch (shape.kind) {
    case 'table':
      return table
    case 'picture':
      return layouts.picture
    case 'area':
      return layouts.line
    case 'text':
      switch (shape.role) {
        case 'title':
          return layouts.title
        case 'footer':
          return layouts.footer
        case 'date':
          return layouts.date
        case 'folio':
          return layouts.number
        case 'body':
          return layouts.content
        default:
          return layouts.text
      }
  }
}
