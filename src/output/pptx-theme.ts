import type {DrawnDeck} from '../model/drawn-deck.js'

/** The names that a theme’s colours have in a presentation, by the tokens of our style sheets. */
const slots = [
  ['ink', 'tx1', 'dk1'],
  ['paper', 'bg1', 'lt1'],
  ['strong', 'tx2', 'dk2'],
  ['wash', 'bg2', 'lt2'],
  ['accent', 'accent1', 'accent1'],
  ['quiet', 'accent2', 'accent2'],
  ['rule', 'accent3', 'accent3'],
  ['hairline', 'accent4', 'accent4']
] as const

/** Fonts by the families that pages name, as they are installed elsewhere, with what tells a stand-in. */
const fonts: Readonly<Record<string, {name: string; panose?: string; pitch: number}>> = {
  'Lectern sans': {name: 'Source Sans 3', panose: '020B0503030403020204', pitch: 34},
  'Lectern serif': {name: 'Source Serif 4', panose: '02040603050405020204', pitch: 18},
  'Lectern math': {name: 'Cambria Math', panose: '02040503050406030204', pitch: 18}
}

/** What Office itself takes for scripts that our fonts do not hold. */
const scripts = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Leelawadee UI'],
  ['Deva', 'Nirmala UI'],
  ['Beng', 'Nirmala UI'],
  ['Armn', 'Segoe UI'],
  ['Geor', 'Segoe UI']
] as const

export interface Palette {
  /** A colour by its name in the theme, so that it changes with it; else as it is. */
  named(colour: string): string
  /** A run’s font: undefined where the theme’s own for text serves. */
  faceOf(family: string, role: 'title' | 'text'): string | undefined
  /** `theme1.xml` */
  readonly theme: string
}

/** The theme of a presentation, from the review’s own: whoever changes it in PowerPoint changes every slide. */
export function paletteOf(
  {colours}: DrawnDeck,
  families: {readonly title: string; readonly text: string},
  name: string
): Palette {
  const names = new Map<string, string>()
  for (const [token, slot] of slots) if (!names.has(colours[token])) names.set(colours[token], slot)
  return {
    named: (colour) => names.get(colour) ?? colour.toUpperCase(),
    faceOf: (family, role) => {
      if (family === families[role]) return undefined
      if (family === families.title) return '+mj-lt'
      if (family === families.text) return '+mn-lt'
      return fonts[family]?.name ?? '+mn-lt'
    },
    theme: themeXml(colours, families, name)
  }
}

function themeXml(
  colours: DrawnDeck['colours'],
  {title, text}: {readonly title: string; readonly text: string},
  name: string
): string {
  const colour = (slot: string, value: string) =>
    `<a:${slot}><a:srgbClr val="${value.toUpperCase()}"/></a:${slot}>`
  const scheme = [
    ...slots.map(([token, , slot]) => [slot, colours[token]] as const),
    ['accent5', colours.strong] as const,
    ['accent6', colours.ink] as const,
    ['hlink', colours.accent] as const,
    ['folHlink', colours.strong] as const
  ]
  const inOrder = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    ...[1, 2, 3, 4, 5, 6].map((n) => `accent${n}`),
    'hlink',
    'folHlink'
  ]
  const byOrder = inOrder.flatMap((slot) => scheme.filter(([each]) => each === slot))
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = (width: number) =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lectern ${name}"><a:themeElements>`,
    `<a:clrScheme name="Lectern ${name}">${byOrder.map(([slot, value]) => colour(slot, value)).join('')}</a:clrScheme>`,
    `<a:fontScheme name="Lectern ${name}"><a:majorFont>${fontXml(title)}</a:majorFont><a:minorFont>${fontXml(text)}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="Lectern"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${[6350, 12700, 19050].map(line).join('')}</a:lnStyleLst>`,
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>`,
    '<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  ].join('')
}

function fontXml(family: string): string {
  const font = fonts[family] ?? {name: 'Source Sans 3', panose: '020B0503030403020204', pitch: 34}
  const panose = font.panose ? ` panose="${font.panose}"` : ''
  const others = scripts.map(([script, name]) => `<a:font script="${script}" typeface="${name}"/>`)
  return `<a:latin typeface="${font.name}"${panose} pitchFamily="${font.pitch}" charset="0"/><a:ea typeface=""/><a:cs typeface=""/>${others.join('')}`
}
