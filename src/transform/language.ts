import {francAll} from 'franc-min'
import type {VFile} from 'vfile'
import {knownWords} from '../words/index.js'

/** ISO 639-3, as the detector says it, to the tags that pages carry. */
const tags: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  swe: 'sv',
  tur: 'tr',
  rus: 'ru',
  ukr: 'uk',
  arb: 'ar',
  pes: 'fa',
  hin: 'hi',
  jpn: 'ja',
  kor: 'ko',
  cmn: 'zh'
}

/** A text shorter than this is taken for one of the languages whose labels are held. */
const shortest = 300

/** The language a text seems to be in, as a BCP 47 tag; English where it is too short to tell. */
export function detectLanguage(text: string): string {
  const prose = text
    .replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
    .replace(/\(?https?:\S+|NCT\d{8}/g, ' ')
    .slice(0, 20_000)
  const isShort = prose.length < shortest
  const scores = francAll(prose, {only: isShort ? ['eng', 'fra'] : Object.keys(tags), minLength: 20})
  const [best = ['eng', 1]] = scores
  const english = scores.find(([code]) => code === 'eng')?.[1] ?? 0
  // A few words say little: English unless they are clearly not.
  if (isShort && english > 0.8) return 'en'
  return tags[best[0]] ?? 'en'
}

/** The language of a review that names none, and says so. */
export function sayLanguage(file: VFile): string {
  const language = detectLanguage(String(file))
  // A review whose front matter cannot be read may well name its language there.
  if (file.messages.some(({fatal}) => fatal)) return language
  const held = knownWords(language) ? '' : '; labels are printed in English'
  file.info(`Unexpected review without \`language\`, read as \`${language}\`${held}`, {
    place: {line: 1, column: 1},
    source: 'transform',
    ruleId: 'language-detected'
  })
  return language
}
