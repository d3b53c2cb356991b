import type {Slide} from '../model/deck.js'
import type {Box} from '../model/drawn-deck.js'
import type {Words} from '../words/index.js'

/** The layouts of a presentation, by the place that each has among its parts. */
export const layouts = ['blank', 'title', 'section', 'content', 'columns', 'picture', 'table'] as const
export type LayoutName = (typeof layouts)[number]

/** The layout that a slide is of. */
export function layoutOf({kind, setting}: Slide): LayoutName {
  switch (kind) {
    case 'title':
    case 'section':
    case 'columns':
    case 'table':
      return kind
    case 'figure':
    case 'image':
      return 'picture'
    default:
      return setting === 'paired' ? 'columns' : 'content'
  }
}

export interface LayoutOptions {
  readonly words: Words
  readonly language: string
  readonly isLeftward: boolean
  /** What each layout’s slides have behind them, as the theme names it. */
  readonly backgrounds: ReadonlyMap<LayoutName, string>
  /** The line above the footer. */
  readonly rule: Box | undefined
  readonly footer: string
  readonly date: string
}

interface Holder {
  readonly name: string
  readonly type?: string
  readonly idx?: number
  readonly sz?: string
  readonly box: Box
  /** Type in points, and how it stands. */
  readonly size?: number
  readonly align?: 'l' | 'r'
  readonly anchor?: 't' | 'ctr' | 'b'
  readonly colour?: string
  readonly text: string
}

const types: Readonly<Record<LayoutName, string>> = {
  blank: 'titleOnly',
  title: 'title',
  section: 'secHead',
  content: 'obj',
  columns: 'twoObj',
  picture: 'objOnly',
  table: 'tbl'
}

const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const room = {x: 72, y: 150, width: 1136, height: 494}

/** `slideLayoutN.xml` */
export function layoutXml(name: LayoutName, options: LayoutOptions): string {
  const background = options.backgrounds.get(name)
  const shapes = [...holdersOf(name, options), ...(name === 'title' ? [] : footers(options))]
  return [
    `${opening}<p:sldLayout ${namespaces} type="${types[name]}"${name === 'title' ? ' showMasterSp="0"' : ''} preserve="1">`,
    `<p:cSld name="${escaped(options.words.layouts[name])}">${background ? backgroundXml(background) : ''}${treeXml(shapes, options)}</p:cSld>`,
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
  ].join('')
}

/** `slideMaster1.xml`: what all layouts share. */
export function masterXml(options: LayoutOptions): string {
  const {words} = options
  const holders: Holder[] = [
    {
      name: words.layouts.title,
      type: 'title',
      box: {x: 72, y: 68, width: 1136, height: 60},
      text: words.layouts.prompt
    },
    {name: words.layouts.content, type: 'body', idx: 1, box: room, text: words.layouts.prompt},
    ...footers(options)
  ]
  const ids = layouts.map((_, index) => `<p:sldLayoutId id="${2147483649 + index}" r:id="rId${index + 1}"/>`)
  return [
    `${opening}<p:sldMaster ${namespaces}><p:cSld>${backgroundXml('bg1')}${treeXml(holders, options, options.rule)}</p:cSld>`,
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>',
    `<p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst>`,
    `<p:txStyles>${stylesXml(options)}</p:txStyles></p:sldMaster>`
  ].join('')
}

/** `a:bodyPr` of what is empty until somebody writes there, with the levels that text has. */
function stylesXml({isLeftward, language}: LayoutOptions): string {
  const side = `algn="${isLeftward ? 'r' : 'l'}" defTabSz="914400" rtl="${isLeftward ? 1 : 0}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"`
  const run = (size: number, colour: string, face: string, bold = '') =>
    `<a:defRPr lang="${language}" sz="${size * 100}"${bold} kern="1200"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/><a:cs typeface="+${face}-cs"/></a:defRPr>`
  const spacing = (before: number) =>
    `<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPts val="${before * 100}"/></a:spcBef>`
  const level = (index: number) =>
    `<a:lvl${index}pPr marL="${index * 314325}" indent="-314325" ${side}>${spacing(index === 1 ? 12 : 5)}<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="${index % 2 ? '•' : '◦'}"/>${run(index === 1 ? 22 : 20, 'tx1', 'mn')}</a:lvl${index}pPr>`
  const plain = (index: number) =>
    `<a:lvl${index}pPr marL="${(index - 1) * 457200}" ${side}>${run(18, 'tx1', 'mn')}</a:lvl${index}pPr>`
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return [
    `<p:titleStyle><a:lvl1pPr ${side}>${spacing(0)}<a:buNone/>${run(32, 'tx2', 'mj', ' b="1"')}</a:lvl1pPr></p:titleStyle>`,
    `<p:bodyStyle>${levels.map(level).join('')}</p:bodyStyle>`,
    `<p:otherStyle>${levels.map(plain).join('')}</p:otherStyle>`
  ].join('')
}

function holdersOf(name: LayoutName, {words}: LayoutOptions): Holder[] {
  const {layouts: said} = words
  const title = {name: said.title, type: 'title', text: said.prompt}
  const kicker: Holder = {
    ...{name: said.section, type: 'body', idx: 13, sz: 'quarter', text: said.prompt},
    box: {x: 72, y: 40, width: 1136, height: 24},
    ...{size: 14, colour: 'accent1'}
  }
  const head = [kicker, {...title, box: {x: 72, y: 68, width: 1136, height: 60}}]
  const column = (idx: number, x: number): Holder => ({
    ...{name: said.content, idx, sz: 'half', text: said.prompt},
    box: {...room, x, width: 548}
  })
  switch (name) {
    case 'title':
      return [
        {
          ...title,
          type: 'ctrTitle',
          box: {x: 104, y: 250, width: 1072, height: 150},
          size: 51,
          anchor: 'b',
          colour: 'bg1'
        },
        {
          name: said.content,
          type: 'subTitle',
          idx: 1,
          box: {x: 104, y: 410, width: 1072, height: 150},
          size: 21,
          colour: 'bg1',
          text: said.prompt
        }
      ]
    case 'section':
      return [
        {...title, box: {x: 72, y: 190, width: 1136, height: 76}, size: 40},
        {name: said.content, type: 'body', idx: 1, box: {...room, y: 280, height: 360}, text: said.prompt}
      ]
    case 'content':
      return [...head, {name: said.content, idx: 1, box: room, text: said.prompt}]
    case 'columns':
      return [...head, column(1, 72), column(2, 660)]
    case 'picture':
      return [...head, {name: said.picture, type: 'pic', idx: 1, box: room, text: said.prompt}]
    case 'table':
      return [...head, {name: said.table, type: 'tbl', idx: 1, box: room, text: said.prompt}]
    case 'blank':
      return [{...title, box: {x: 72, y: 68, width: 1136, height: 60}}]
  }
}

/** Footer, date and number: on every slide but the first. */
function footers({words, footer, date, isLeftward}: LayoutOptions): Holder[] {
  const from = (x: number, width: number) => ({
    x: isLeftward ? 1280 - x - width : x,
    y: 670,
    width,
    height: 24
  })
  const [start, end] = isLeftward ? (['r', 'l'] as const) : (['l', 'r'] as const)
  const small = {sz: 'quarter', size: 11, anchor: 'ctr', colour: 'accent2'} as const
  return [
    {
      ...small,
      name: words.layouts.footer,
      type: 'ftr',
      idx: 11,
      box: from(72, 680),
      align: start,
      text: footer
    },
    {...small, name: words.layouts.date, type: 'dt', idx: 10, box: from(760, 250), align: end, text: date},
    {
      ...small,
      name: words.layouts.number,
      type: 'sldNum',
      idx: 12,
      box: from(1128, 80),
      align: end,
      text: '‹#›'
    }
  ]
}

function treeXml(holders: readonly Holder[], options: LayoutOptions, rule?: Box): string {
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

/** The number of a slide counts with its slides. */
export const numberField = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

function backgroundXml(colour: string): string {
  const named = /^[0-9A-F]{6}$/.test(colour) ? 'srgbClr' : 'schemeClr'
  return `<p:bg><p:bgPr><a:solidFill><a:${named} val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
}

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
