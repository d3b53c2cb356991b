import type {Element, ElementContent} from 'xast'
import type {Box} from '../model/drawn-deck.js'
import type {Palette} from './pptx-theme.js'
import {allNamed, childrenNamed, element} from './pptx-xml.js'
import type {Paragraph} from './shape.js'

/** Paragraphs with one set of properties each, as they stand in a box. */
export function mendText(
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

function colourElement(name: string): Element {
  return /^[0-9A-F]{6}$/.test(name) ? element('a:srgbClr', {val: name}) : element('a:schemeClr', {val: name})
}

function percent(part: number): number {
  return Math.round(part * 100_000)
}

function emu(pixels: number): number {
  return Math.round(pixels * 9525)
}
