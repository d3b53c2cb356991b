import type {Element, Root} from 'xast'
import {numberField} from './pptx-holders.js'
import {mendTable} from './pptx-mend-table.js'
import {mendText} from './pptx-mend-text.js'
import type {Palette} from './pptx-theme.js'
import {allNamed, childrenNamed, element, firstNamed} from './pptx-xml.js'
import type {Shape} from './shape.js'

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

function percent(part: number): number {
  return Math.round(part * 100_000)
}
