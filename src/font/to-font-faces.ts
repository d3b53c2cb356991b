import {Blob, Face as ShapedFace} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type {Face} from '../model/face.js'

/** The style sheet that carries a page’s fonts inside it, and the characters that no font of ours holds. */
export interface FontFaces {
  readonly css: string
  readonly missing: readonly string[]
}

/** What margin boxes and counters print beyond the page’s own text. */
/** The hyphen stands in for the one that does not break, where a font lacks that. */
const always = ' 0123456789/()–—-\u2010…•abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;’“”«»éèà'
const features = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'tnum', 'lnum']
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u

/**
 * Fonts for a page that holds this text: static TrueType outlines (variable fonts and CFF become Type 3 in
 * Chromium’s PDFs), cut down to the characters used, inlined, so that a page needs nothing from outside.
 */
export async function toFontFaces(text: string, faces: readonly Face[]): Promise<FontFaces> {
  const wanted = [...new Set(always + text)].sort()
  const rules: string[] = []
  let missing = new Set(wanted.filter((character) => !invisible.test(character)))

  for (const face of faces.filter(({family}) => family === 'serif' || family === 'sans')) {
    const subset = await cut(face, wanted)
    rules.push(rule(face, subset))
    if (face.weight === 400 && face.style === 'normal') missing = difference(missing, coverage(subset))
  }
  for (const face of faces.filter(({family}) => family === 'supplement')) {
    if (missing.size === 0) break
    const subset = await cut(face, [...missing])
    const rest = difference(missing, coverage(subset))
    if (rest.size < missing.size)
      rules.push(rule({...face, family: 'supplement'}, subset, difference(missing, rest)))
    missing = rest
  }
  if (text.includes('"tagName":"math"')) {
    for (const face of faces.filter(({family}) => family === 'math'))
      rules.push(rule(face, await cut(face, [...wanted, ...slanted])))
  }
  return {css: rules.join('\n'), missing: [...missing]}
}

/** Letters of a formula are set by the browser in their slanted forms: Latin, and Greek. */
const slanted = [
  '\u210E',
  ...Array.from({length: 52}, (_, index) => String.fromCodePoint(0x1d434 + index)),
  ...Array.from({length: 58}, (_, index) => String.fromCodePoint(0x1d6e2 + index))
]

function cut(face: Face, characters: readonly string[]): Promise<Uint8Array> {
  return subsetFont(face.bytes, characters.join(''), {
    targetFormat: 'truetype',
    keepFeatures: features,
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

function rule({family, weight, style}: Face, font: Uint8Array, only?: ReadonlySet<string>): string {
  const range = only
    ? `unicode-range:${[...only].map((each) => `U+${each.codePointAt(0)?.toString(16)}`).join(',')};`
    : ''
  const source = Buffer.from(font).toString('base64')
  return `@font-face{font-family:"Lectern ${family}";font-weight:${weight};font-style:${style};${range}src:url(data:font/ttf;base64,${source}) format("truetype")}`
}
