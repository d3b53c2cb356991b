import {Blob, Face as ShapedFace} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type {Face, ScriptFont} from '../model/face.js'
import type {Signs} from './signs-of.js'

/** The style sheet that carries a page’s fonts inside it, and the characters that no font of ours holds. */
export interface FontFaces {
  readonly css: string
  readonly missing: readonly string[]
}

/** What margin boxes and counters print beyond the page’s own text. */
/** The hyphen stands in for the one that does not break, where a font lacks that. */
const always = ' 0123456789/()–—-\u2010…•abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;’“”«»·□éèà'
const features = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'tnum', 'lnum']
/**
 * What scripts are shaped with: the forms of Arabic letters, the syllables of Indic scripts and of Hangul. Ligatures
 * that a script can do without are left out: readers copy their letters in the wrong order.
 */
const shaping = [
  ...['kern', 'rlig', 'rclt', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'curs', 'dist', 'stch'],
  ...['isol', 'init', 'medi', 'med2', 'fina', 'fin2', 'fin3', 'nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf'],
  ...['abvf', 'half', 'pstf', 'vatu', 'cjct', 'cfar', 'pres', 'abvs', 'blws', 'psts', 'haln', 'abvm', 'blwm'],
  ...['ljmo', 'vjmo', 'tjmo']
]
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u
/** A font for formulas has these letters apart, and cannot join them. */
const joined = /(?![\u{1EE00}-\u{1EEFF}])\p{Script=Arabic}/u
const numberSigns = /[\u0600-\u0605\u06DD]/

/**
 * Fonts for pages that say this, whatever holds it: static TrueType outlines (variable fonts and CFF become Type 3 in
 * Chromium’s PDFs), cut down to the characters used, inlined, so that a page needs nothing from outside. What the
 * families lack is looked up in the project’s script fonts, then in the supplements.
 */
export async function toFontFaces(
  {all, clusters, hasFormula}: Signs,
  faces: readonly Face[],
  {scripts = [], language = 'en'}: {scripts?: readonly ScriptFont[]; language?: string} = {}
): Promise<FontFaces> {
  const wanted = [...new Set([...always, ...all])].sort()
  const rules: string[] = []
  let missing = new Set(wanted.filter((each) => !invisible.test(each) || numberSigns.test(each)))

  for (const face of faces.filter(({family}) => family === 'serif' || family === 'sans')) {
    const subset = await cut(face.bytes, wanted, features)
    rules.push(rule(face, subset))
    if (face.weight === 400 && face.style === 'normal') missing = difference(missing, coverage(subset))
  }
  const bases = basesOf(clusters, missing)
  // Marks that the page’s language sets in its own way, though the families hold them too.
  let own = new Set(wanted.filter((each) => punctuation[language.split('-')[0] ?? '']?.test(each)))
  for (const font of scripts) {
    if (missing.size === 0 && own.size === 0) break
    const asked = [...missing, ...own, ...bases].filter((each) => mayHold(font, each))
    if (asked.length === 0) continue
    const regular = await cut(font.regular, asked, shaping)
    const held = coverage(regular)
    const shown = new Set(asked.filter((each) => held.has(each)))
    if ([...shown].every((each) => bases.has(each))) continue
    // Both weights always: a browser looks for a character among the faces of one weight only.
    const bold = font.bold ? await cut(font.bold, asked, shaping) : regular
    for (const [weight, subset] of [[400, regular] as const, [600, bold] as const])
      rules.push(rule({family: 'script', weight, style: 'normal'}, subset, shown))
    missing = difference(missing, held)
    own = difference(own, held)
  }
  for (const face of faces.filter(({family}) => family === 'supplement')) {
    if (missing.size === 0) break
    const asked = [...missing, ...bases].filter((each) => !joined.test(each))
    if (asked.length === 0) break
    const subset = await cut(face.bytes, asked, features)
    const rest = difference(missing, coverage(subset))
    if (rest.size < missing.size)
      rules.push(rule(face, subset, new Set([...difference(missing, rest), ...bases])))
    missing = rest
  }
  if (hasFormula) {
    for (const face of faces.filter(({family}) => family === 'math'))
      rules.push(rule(face, await cut(face.bytes, [...wanted, ...unwritten], features)))
  }
  return {css: rules.join('\n'), missing: [...missing]}
}

/** What no formula’s text holds: the sign of a root, and letters in the slanted forms that the browser gives them, Latin and Greek. */
const unwritten = [
  '\u221A',
  '\u210E',
  ...Array.from({length: 52}, (_, index) => String.fromCodePoint(0x1d434 + index)),
  ...Array.from({length: 58}, (_, index) => String.fromCodePoint(0x1d6e2 + index))
]

/** Whether a font is static and has TrueType outlines. */
export async function isStaticTrueType(font: Uint8Array): Promise<boolean> {
  try {
    const table = Buffer.from(await subsetFont(font, ' ', {targetFormat: 'truetype'}))
    const tags = Array.from({length: table.readUInt16BE(4)}, (_, index) =>
      table.toString('latin1', 12 + 16 * index, 16 + 16 * index)
    )
    return tags.includes('glyf') && !tags.includes('fvar')
  } catch {
    return false
  }
}

/** Letters that carry a missing mark: a letter and its marks are set in one font. */
function basesOf(clusters: readonly string[], missing: ReadonlySet<string>): Set<string> {
  const bases = new Set<string>()
  for (const cluster of clusters) {
    const [base = '', ...marks] = cluster
    if (!missing.has(base) && marks.some((mark) => missing.has(mark))) bases.add(base)
  }
  return bases
}

const punctuation: Readonly<Record<string, RegExp>> = {ja: /[…‥―—]/, zh: /[…―—“”]/, ko: /[…]/}

function mayHold({covers}: ScriptFont, character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return covers?.some(([first, last]) => first <= point && point <= last) ?? true
}

function cut(font: Uint8Array, characters: readonly string[], kept: readonly string[]): Promise<Uint8Array> {
  return subsetFont(font, characters.join(''), {
    targetFormat: 'truetype',
    keepFeatures: kept,
    noHinting: true
  })
}

function coverage(font: Uint8Array): Set<string> {
  const points = new ShapedFace(new Blob(font)).collectUnicodes()
  return new Set([...points].map((point) => String.fromCodePoint(point)))
}

function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): Set<string> {
  return new Set([...left].filter((each) => !right.has(each)))
}

function rule(
  {family, weight, style}: Omit<Face, 'bytes' | 'family'> & {family: Face['family'] | 'script'},
  font: Uint8Array,
  only?: ReadonlySet<string>
): string {
  const range = only
    ? `unicode-range:${[...only].map((each) => `U+${each.codePointAt(0)?.toString(16)}`).join(',')};`
    : ''
  const source = Buffer.from(font).toString('base64')
  return `@font-face{font-family:"Lectern ${family}";font-weight:${weight};font-style:${style};${range}src:url(data:font/ttf;base64,${source}) format("truetype")}`
}
