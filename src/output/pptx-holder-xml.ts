import type {Box} from '../model/drawn-deck.js'
import {type Holder, numberField} from './pptx-holders.js'
import type {LayoutOptions} from './pptx-layout.js'

/** `p:spTree` of a layout’s places. */
export function treeXml(holders: readonly Holder[], options: LayoutOptions, rule?: Box): string {
  const shapes = holders.map((holder, index) => holderXml(holder, index + 2, options))
  if (rule) shapes.push(ruleXml(rule, holders.length + 2, options))
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes.join('')}</p:spTree>`
}

function holderXml(holder: Holder, id: number, {language}: LayoutOptions): string {
  const {name, type, idx, sz, box, size, align, anchor, colour, text} = holder
  const ph = [type && ` type="${type}"`, sz && ` sz="${sz}"`, idx !== undefined && ` idx="${idx}"`].filter(
    Boolean
  )
  const place = `<a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/>`
  const fill = colour ? `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>` : ''
  const isSmall = type === 'ftr' || type === 'dt' || type === 'sldNum' || idx === 13
  const style =
    size || align
      ? `<a:lvl1pPr${isSmall ? ' marL="0" indent="0"' : ''}${align ? ` algn="${align}"` : ''}>${isSmall || type === 'subTitle' ? '<a:buNone/>' : ''}<a:defRPr${size ? ` sz="${size * 100}"` : ''}>${fill}</a:defRPr></a:lvl1pPr>`
      : ''
  const run = `<a:rPr lang="${language}"/><a:t>${escaped(text)}</a:t>`
  const said =
    type === 'sldNum'
      ? `<a:fld id="${numberField}" type="slidenum">${run}</a:fld>`
      : text
        ? `<a:r>${run}</a:r>`
        : ''
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${ph.join('')}/></p:nvPr></p:nvSpPr>`,
    `<p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
    `<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"${anchor ? ` anchor="${anchor}"` : ''}><a:normAutofit/></a:bodyPr>`,
    `<a:lstStyle>${style}</a:lstStyle><a:p>${said}<a:endParaRPr lang="${language}"/></a:p></p:txBody></p:sp>`
  ].join('')
}

function ruleXml(box: Box, id: number, {words}: LayoutOptions): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(words.layouts.line)} ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent4"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
}

/** Text as XML says it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function emu(pixels: number): number {
  return Math.round(pixels * 9525)
}
