import {francAll} from 'franc-min'

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

/** The language a text seems to be in, as a BCP 47 tag; English where it is too short to tell. */
export function detectLanguage(text: string): string {
  const prose = text.replace(/https?:\S+|NCT\d{8}/g, ' ').slice(0, 20_000)
  const [best] = francAll(prose, {only: Object.keys(tags), minLength: 40})
  return tags[best?.[0] ?? ''] ?? 'en'
}
