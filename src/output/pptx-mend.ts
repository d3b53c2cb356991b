import type {Element, ElementContent, Root} from 'xast'
import type {Box} from '../model/drawn-deck.js'
import {numberField} from './pptx-layouts.js'
import {wholeRows} from './pptx-slide.js'
import type {Palette} from './pptx-theme.js'
import {allNamed, childrenNamed, element, firstNamed} from './pptx-xml.js'
import type {Paragraph, Shape} from './shape.js'

/** A shape of a slide with what the library cannot say of it. */
export interface Placed {
  readonly shape: Shape
  /** By which the shape is found again, and which a reader finds in the list of a slide’s shapes. */
  readonly name: string
  /** The layout’s place holder that it fills. */
  readonly holder?: {readonly type?: string; readonly idx?: number; readonly sz?: string}
}

/**
 * A slide of the library’s as the standard asks for it: one set of properties a paragraph, ids of their own, place
 * holders, alternatives, tables as large as their columns.
 */
export function mendSlide(tree: Root, placed: readonly Placed[], palette: Palette): void {
  const spTree = firstNamed(tree, 'p:spTree')
  const shapes = spTree.children.filter(
    (child): child is Element => child.type === 'element' && /^p:(?:sp|pic|graphicFrame)$/.test(child.name)
  )
  for (const [index, node] of shapes.entries()) {
    const properties = firstNamed(node, 'p:cNvPr')
    const own = placed.find(({name}) => name === properties.attributes.name)
    if (!own) throw new Error(`Unexpected shape \`${properties.attributes.name}\` on a slide`)
    properties.attributes.id = String(index + 2)
    describe(properties, own.shape)
    hold(node, own)
    switch (own.shape.kind) {
      case 'text':
        if (own.shape.role === 'folio') count(node)
        mendText(
          childrenNamed(firstNamed(node, 'p:txBody'), 'a:p'),
          own.shape.paragraphs,
          own.shape.box,
          palette
        )
        break
      case 'table':
        mendTable(node, own.shape, palette)
        break
      case 'picture':
        mendPicture(node, own.shape)
        break
      case 'area':
        for (const line of allNamed(node, 'a:ln')) line.children = [element('a:noFill')]
    }
  }
  for (const line of allNamed(tree, 'a:ln')) if (line.children.length === 0) drop(tree, line)
  moveBehind(tree, spTree, placed)
}

/** Pictures and tables say what they show; lines and boxes say that nothing is to be read. */
function describe(properties: Element, shape: Shape): void {
  delete properties.attributes.descr
  const alternative = shape.kind === 'table' || shape.kind === 'picture' ? shape.alternative : ''
  if (alternative) properties.attributes.descr = alternative
  if (shape.kind === 'text' || shape.kind === 'table' || alternative) return
  const decorative = element('adec:decorative', {
    'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
    val: 1
  })
  properties.children = [
    element('a:extLst', {}, [element('a:ext', {uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}'}, [decorative])])
  ]
}

function hold(node: Element, {holder}: Placed): void {
  const [nvPr] = allNamed(node, 'p:nvPr')
  if (nvPr) nvPr.children = holder ? [element('p:ph', {...holder})] : []
  const [cNvSpPr] = allNamed(node, 'p:cNvSpPr')
  if (!cNvSpPr || !holder) return
  cNvSpPr.attributes = {}
  cNvSpPr.children = [element('a:spLocks', {noGrp: 1})]
}

/** A slide’s number counts with its slides. */
function count(node: Element): void {
  for (const run of allNamed(node, 'a:r')) {
    run.name = 'a:fld'
    run.attributes = {id: numberField, type: 'slidenum'}
  }
}

function mendText(
  nodes: readonly Element[],
  paragraphs: readonly Paragraph[],
  box: Pick<Box, 'x' | 'width'>,
  palette: Palette
): void {
  for (const [index, node] of nodes.entries()) {
    const paragraph = paragraphs[index]
    const runs = node.children.filter((child) => child.type === 'element' && child.name !== 'a:pPr')
    const before = paragraphs[index - 1]
    const properties = paragraph && [
      paragraphProperties(paragraph, box, before ? paragraph.top - before.bottom : 0, palette)
    ]
    node.children = [...(properties ?? []), ...runs.map((run, at) => mendRun(run as Element, runs[at + 1]))]
  }
}

/** A break is as high as the line after it; the theme’s fonts have a name of their own in each script. */
function mendRun(run: Element, next: ElementContent | undefined): Element {
  if (run.name === 'a:br' && next?.type === 'element') {
    const [properties] = childrenNamed(next, 'a:rPr')
    return element('a:br', {}, properties ? [{...structuredClone(properties), children: []}] : [])
  }
  for (const name of ['latin', 'ea', 'cs'])
    for (const face of allNamed(run, `a:${name}`)) {
      const [, theme] = /^\+(mj|mn)-/.exec(face.attributes.typeface ?? '') ?? []
      face.attributes = {
        typeface: theme ? `+${theme}-${name === 'latin' ? 'lt' : name}` : (face.attributes.typeface ?? '')
      }
    }
  for (const properties of [...allNamed(run, 'a:rPr'), ...(run.name === 'a:endParaRPr' ? [run] : [])]) {
    delete properties.attributes.altLang
    delete properties.attributes.dirty
  }
  for (const link of allNamed(run, 'a:hlinkClick')) {
    const {'r:id': id, action} = link.attributes
    link.attributes = {'r:id': id ?? '', ...(action ? {action} : {})}
  }
  return run
}

/** `a:pPr`, its children in the order that the standard asks for. */
function paragraphProperties(
  {align, isLeftward, line, size, hang, level, mark, left, right}: Paragraph,
  box: Pick<Box, 'x' | 'width'>,
  before: number,
  palette: Palette
): Element {
  const margin = isLeftward ? box.x + box.width - right : left - box.x
  const children = [
    element('a:lnSpc', {}, [element('a:spcPct', {val: percent(line / size / natural)})]),
    element('a:spcBef', {}, [element('a:spcPts', {val: Math.max(0, Math.round(before * 75))})]),
    element('a:spcAft', {}, [element('a:spcPts', {val: 0})])
  ]
  const colour = mark && element('a:buClr', {}, [colourElement(palette.named(mark.colour))])
  if (colour) children.push(colour)
  if (!mark) children.push(element('a:buNone'))
  else if (mark.kind === 'number')
    children.push(
      element('a:buFont', {typeface: '+mj-lt'}),
      element('a:buAutoNum', {type: mark.style, startAt: Math.min(Math.max(mark.start, 1), 32767)})
    )
  else children.push(element('a:buFontTx'), element('a:buChar', {char: mark.sign}))
  return element(
    'a:pPr',
    {
      marL: emu(Math.max(margin, 0)),
      indent: hang > 0 ? emu(-Math.min(hang, Math.max(margin, 0))) : 0,
      lvl: level > 0 ? Math.min(level, 8) : undefined,
      algn: {left: 'l', right: 'r', center: 'ctr', justify: 'just'}[align],
      rtl: isLeftward ? 1 : 0
    },
    children
  )
}

/** How high a line of our fonts is of itself, in parts of its type’s size. */
const natural = 1.36

function mendTable(node: Element, table: Extract<Shape, {kind: 'table'}>, palette: Palette): void {
  const {isLeftward, hasHead, hasStub, widths, box} = table
  firstNamed(node, 'a:tblPr').attributes = {
    ...(isLeftward ? {rtl: '1'} : {}),
    ...(hasHead ? {firstRow: '1'} : {}),
    ...(hasStub ? {firstCol: '1'} : {})
  }
  const sum = (name: string, key: string) =>
    allNamed(node, name).reduce((total, each) => total + Number(each.attributes[key]), 0)
  firstNamed(node, 'a:ext').attributes = {cx: String(sum('a:gridCol', 'w')), cy: String(sum('a:tr', 'h'))}
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((total, width) => total + width, 0))
  const rows = allNamed(node, 'a:tr')
  for (const [index, row] of wholeRows(table).entries()) {
    const cells = childrenNamed(rows[index] ?? node, 'a:tc')
    for (const each of cells) {
      each.children = each.children.filter((child) => child.type === 'element')
      if (childrenNamed(each, 'a:txBody').length === 0)
        each.children.unshift(
          element('a:txBody', {}, [element('a:bodyPr'), element('a:lstStyle'), element('a:p')])
        )
    }
    for (const cell of row) {
      const own = cells[cell.column]
      if (!own) continue
      const [, end = 0, , begin = 0] = cell.padding
      const from = starts[cell.column] ?? 0
      const width = widths
        .slice(cell.column, cell.column + cell.columns)
        .reduce((total, each) => total + each, 0)
      const inside = {
        x: (isLeftward ? box.x + box.width - from - width : box.x + from) + begin,
        width: width - begin - end
      }
      mendText(childrenNamed(firstNamed(own, 'a:txBody'), 'a:p'), cell.paragraphs, inside, palette)
    }
  }
}

function mendPicture(node: Element, {cut}: Extract<Shape, {kind: 'picture'}>): void {
  const fill = firstNamed(node, 'p:blipFill')
  const [blip] = childrenNamed(fill, 'a:blip')
  const [t, r, b, l] = cut.map((part) => percent(part))
  const source = cut.some((part) => part > 0) ? [element('a:srcRect', {l, t, r, b})] : []
  fill.children = [...(blip ? [blip] : []), ...source, element('a:stretch', {}, [element('a:fillRect')])]
}

/** A picture behind everything that says nothing is the slide’s background: nobody takes hold of it by mistake. */
function moveBehind(tree: Root, spTree: Element, placed: readonly Placed[]): void {
  const behind = placed.find(({shape}) => shape.kind === 'picture' && shape.isBehind && !shape.alternative)
  if (!behind) return
  const node = childrenNamed(spTree, 'p:pic').find(
    (each) => firstNamed(each, 'p:cNvPr').attributes.name === behind.name
  )
  if (!node) return
  const fill = {...firstNamed(node, 'p:blipFill'), name: 'a:blipFill'}
  const background = element('p:bg', {}, [element('p:bgPr', {}, [fill, element('a:effectLst')])])
  drop(tree, node)
  const cSld = firstNamed(tree, 'p:cSld')
  cSld.children = [
    background,
    ...cSld.children.filter((child) => child.type === 'element' && child.name !== 'p:bg')
  ]
}

function drop(tree: Root | Element, node: Element): void {
  tree.children = tree.children.filter((child) => child !== node) as typeof tree.children
  for (const child of tree.children) if (child.type === 'element') drop(child, node)
}

export function colourElement(name: string): Element {
  return /^[0-9A-F]{6}$/.test(name) ? element('a:srgbClr', {val: name}) : element('a:schemeClr', {val: name})
}

function percent(part: number): number {
  return Math.round(part * 100_000)
}

function emu(pixels: number): number {
  return Math.round(pixels * 9525)
}
