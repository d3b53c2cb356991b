import type Library from 'pptxgenjs'
import type {Box, Edge} from '../model/drawn-deck.js'
import type {Palette} from './pptx-theme.js'
import {clean} from './pptx-xml.js'
import type {Cell, Paragraph, PictureShape, Run, Shape, TableShape} from './shape.js'

/** What a run may lead to, and what language it is in, as a presentation says it. */
export interface RunContext {
  readonly palette: Palette
  /** The number of the slide that holds an id. */
  slideOf(id: string): number | undefined
  languageOf(tag: string): string
}

/** The smallest type, in points, that a presentation may say. */
export const leastType = 1

type Slide = ReturnType<Library.default['addSlide']>

/** Puts a shape on a slide of the library’s. What the library cannot say is said by `mendSlide`. */
export function addShape(
  slide: Slide,
  shape: Shape,
  name: string,
  photographs: readonly string[],
  context: RunContext
): void {
  switch (shape.kind) {
    case 'text': {
      const face = shape.role === 'title' ? 'title' : 'text'
      const options = {
        ...inches(shape.box),
        objectName: name,
        margin: 0,
        fit: 'shrink',
        valign: 'top'
      } as const
      slide.addText(textOf(shape.paragraphs, face, context), {...options, isTextBox: true})
      return
    }
    case 'area':
      slide.addShape('rect' as Library.default.SHAPE_NAME, {
        ...inches(shape.box),
        objectName: name,
        fill: {color: context.palette.named(shape.fill)}
      })
      return
    case 'picture':
      slide.addImage({...inches(shape.box), objectName: name, data: dataOf(shape, photographs)})
      return
    case 'table':
      addTable(slide, shape, name, context)
  }
}

function addTable(slide: Slide, table: TableShape, name: string, context: RunContext): void {
  const {x, y} = inches(table.box)
  slide.addTable(
    wholeRows(table).map((row) => row.map((cell) => toCell(cell, context))),
    {x, y, colW: table.widths.map(inch), rowH: table.heights.map(inch), objectName: name}
  )
}

/** Rows as a presentation wants them: a cell for every place that no other cell reaches over. */
export function wholeRows({rows, widths}: TableShape): Cell[][] {
  const taken: number[] = []
  return rows.map((row, index) => {
    const whole: Cell[] = []
    for (let column = 0; column < widths.length; column++) {
      const cell = row.find((each) => each.column === column)
      if (cell) {
        for (let at = column; at < column + cell.columns; at++) taken[at] = index + cell.rows
        whole.push(cell)
        column += cell.columns - 1
      } else if ((taken[column] ?? 0) <= index) whole.push({...empty, column})
    }
    return whole
  })
}

const empty: Cell = {
  paragraphs: [],
  column: 0,
  columns: 1,
  rows: 1,
  anchor: 'top',
  fill: '',
  padding: [0, 0, 0, 0],
  edges: [undefined, undefined, undefined, undefined]
}

function toCell(cell: Cell, context: RunContext): Library.default.TableCell {
  const {palette} = context
  const edge = (each: Edge) =>
    each
      ? {type: 'solid' as const, pt: points(each.width), color: palette.named(each.colour)}
      : {type: 'none' as const}
  const [top, right, bottom, left] = cell.padding.map(inch)
  return {
    text: textOf(cell.paragraphs, 'text', context) as Library.default.TableCell[],
    options: {
      valign: cell.anchor,
      margin: [top ?? 0, right ?? 0, bottom ?? 0, left ?? 0],
      border: cell.edges.map(edge) as [
        Library.default.BorderProps,
        Library.default.BorderProps,
        Library.default.BorderProps,
        Library.default.BorderProps
      ],
      ...(cell.columns > 1 ? {colspan: cell.columns} : {}),
      ...(cell.rows > 1 ? {rowspan: cell.rows} : {}),
      ...(cell.fill ? {fill: {color: palette.named(cell.fill)}} : {})
    }
  }
}

function textOf(
  paragraphs: readonly Paragraph[],
  role: 'title' | 'text',
  context: RunContext
): Library.default.TextProps[] {
  return paragraphs.flatMap(({runs}, index) =>
    runs.map((run, at) => ({
      text: clean(run.text),
      options: {
        ...optionsOf(run, role, context),
        // One paragraph ends where we say so: the library begins another wherever the alignment changes.
        align: 'left' as const,
        breakLine: at === runs.length - 1 && index < paragraphs.length - 1
      }
    }))
  )
}

function optionsOf(run: Run, role: 'title' | 'text', context: RunContext): Library.default.TextPropsOptions {
  const {palette} = context
  const face = palette.faceOf(run.family, role)
  const link = linkOf(run.href, context)
  return {
    fontSize: Math.max(points(run.size), leastType),
    color: palette.named(run.colour),
    lang: context.languageOf(run.language),
    ...(face ? {fontFace: face} : {}),
    ...(run.bold ? {bold: true} : {}),
    ...(run.italic ? {italic: true} : {}),
    ...(run.struck ? {strike: 'sngStrike'} : {}),
    ...(run.shift === 'super' ? {superscript: true} : {}),
    ...(run.shift === 'sub' ? {subscript: true} : {}),
    ...(Math.abs(run.spacing) > 0.1 ? {charSpacing: points(run.spacing)} : {}),
    ...(run.breaks ? {softBreakBefore: true} : {}),
    ...(link ? {hyperlink: link} : {}),
    ...(link && !run.underlined ? {underline: {style: 'none' as const}} : {}),
    ...(!link && run.underlined ? {underline: {style: 'sng' as const}} : {})
  }
}

function linkOf(href: string | undefined, {slideOf}: RunContext): Library.default.HyperlinkProps | undefined {
  if (!href) return undefined
  if (href.startsWith('#')) {
    const slide = slideOf(decoded(href.slice(1)))
    return slide === undefined ? undefined : {slide}
  }
  return /^(?:https?|mailto):/i.test(href) && URL.canParse(href) ? {url: new URL(href).href} : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What the library is handed of a picture: an SVG stands beside its photograph, which takes the library’s place holder. */
function dataOf({svg, source, photograph}: PictureShape, photographs: readonly string[]): string {
  if (svg) return `data:image/svg+xml;base64,${Buffer.from(clean(svg)).toString('base64')}`
  if (photograph !== undefined) return `data:image/png;base64,${photographs[photograph] ?? ''}`
  const [, kind = 'png', coding = '', data = ''] =
    /^data:image\/(\w+)((?:;[^,;]*)*),(.*)$/s.exec(source ?? '') ?? []
  const bytes = coding.endsWith(';base64') ? data : Buffer.from(decodeURIComponent(data)).toString('base64')
  return `data:image/${kind};base64,${bytes}`
}

function inches({x, y, width, height}: Box) {
  return {x: inch(x), y: inch(y), w: Math.max(inch(width), 0.005), h: Math.max(inch(height), 0.005)}
}

function inch(pixels: number): number {
  return pixels / 96
}

function points(pixels: number): number {
  return Math.round(pixels * 75) / 100
}
