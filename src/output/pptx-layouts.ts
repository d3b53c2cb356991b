import {escaped, treeXml} from './pptx-holder-xml.js'
import {footers, type Holder, holdersOf, room} from './pptx-holders.js'
import {type LayoutName, type LayoutOptions, layouts} from './pptx-layout.js'

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

function backgroundXml(colour: string): string {
  const named = /^[0-9A-F]{6}$/.test(colour) ? 'srgbClr' : 'schemeClr'
  return `<p:bg><p:bgPr><a:solidFill><a:${named} val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
}
