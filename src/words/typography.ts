/** How a language sets its signs. */
export interface Typography {
  /** Quotation marks, the outer and the inner pair; absent where straight ones are left as they are. */
  readonly quotes?: readonly [open: string, close: string, innerOpen: string, innerClose: string]
  /** Whether a hyphen between spaces stands for a dash. */
  readonly spacedDash: boolean
  /** Words that a number belongs to, `Table 1`: alternatives of a pattern, told apart without case. */
  readonly labels: string
  /** Words that a name belongs to, `Dr. Smith`. */
  readonly titles: string
  /** The space before `;`, `!`, `?`, and the one before `:`; absent where there is none. */
  readonly before?: {readonly marks: string; readonly colon: string; readonly insertsMarks: boolean}
}

/** How a language sets its signs, by its tag: `fr-CA` differs from `fr`. */
export function typographyFor(language: string): Typography {
  const [primary = ''] = language.toLowerCase().split('-')
  const quotes = regional[language.toLowerCase()] ?? marks[primary]
  return {
    ...(quotes ? {quotes} : {}),
    spacedDash: primary in marks && !unspaced.has(primary),
    labels: labels[primary] ?? labels.en ?? '',
    titles: titles[primary] ?? titles.en ?? '',
    ...(primary === 'fr'
      ? {before: {marks: narrow, colon: noBreak, insertsMarks: language.toLowerCase() !== 'fr-ca'}}
      : {})
  }
}

const noBreak = '\u00A0'
const narrow = '\u202F'

type Quotes = NonNullable<Typography['quotes']>
const english: Quotes = ['“', '”', '‘', '’']
const german: Quotes = ['„', '“', '‚', '‘']
const latin: Quotes = ['«', '»', '“', '”']
const nordic: Quotes = ['”', '”', '’', '’']
const polish: Quotes = ['„', '”', '«', '»']
const russian: Quotes = ['«', '»', '„', '“']
const french: Quotes = [`«${noBreak}`, `${noBreak}»`, '“', '”']

/** Curved marks are not mirrored in text that runs to the left; angles are. */
const marks: Readonly<Record<string, Quotes>> = {
  ...{en: english, nl: english, pt: english, tr: english, hi: english, ko: english, zh: english, vi: english},
  ...{de: german, cs: german, sk: german, sl: german, bg: german, is: german, lt: german, et: german},
  ...{it: latin, es: latin, ca: latin, gl: latin, el: latin, nb: latin, nn: latin, no: latin},
  ...{ar: ['«', '»', '‹', '›'], fa: ['«', '»', '‹', '›']},
  ...{pl: polish, ro: polish, hu: ['„', '”', '»', '«'], hr: ['„', '”', '‚', '’']},
  ...{ru: russian, uk: russian, be: russian},
  ...{sv: nordic, fi: nordic, da: nordic},
  fr: french
}
const regional: Readonly<Record<string, Quotes>> = {
  'de-ch': ['«', '»', '‹', '›'],
  'de-li': ['«', '»', '‹', '›'],
  'pt-pt': latin
}
const unspaced = new Set(['ko', 'zh', 'ar', 'fa', 'hi'])

const labels: Readonly<Record<string, string>> = {
  en: 'tables?|figures?|figs?\\.|phases?|sections?|appendix|box|part|chapter|cohorts?|grade|stage|no\\.|nos\\.|vol\\.|pp?\\.|eq\\.|refs?\\.',
  fr: 'tableaux?|figures?|fig\\.|phases?|section|annexe|encadré|partie|chapitre|cohortes?|grade|stade|n[°º]|vol\\.|pp?\\.|réf\\.',
  de: 'tabellen?|abbildung|abb\\.|tab\\.|phase|abschnitt|anhang|kapitel|nr\\.|s\\.|bd\\.|stadium|grad',
  es: 'tablas?|figuras?|fig\\.|fases?|sección|anexo|capítulo|n\\.?º|núm\\.|pp?\\.|vol\\.',
  it: 'tabelle?|tabella|figur[ae]|fig\\.|fas[ei]|sezione|capitolo|n\\.|pp?\\.|vol\\.',
  pt: 'tabelas?|figuras?|fig\\.|fases?|seção|secção|capítulo|n\\.?º|pp?\\.|vol\\.',
  nl: 'tabel|figuur|fig\\.|fase|hoofdstuk|bijlage|nr\\.|p\\.'
}
const titles: Readonly<Record<string, string>> = {
  en: 'Drs?\\.|Prof\\.|Mr\\.|Mrs\\.|Ms\\.|St\\.',
  fr: 'MM?\\.|Mmes?|Mlles?|Drs?|Prs?|Me',
  de: 'Dr\\.|Prof\\.|Hr\\.|Fr\\.',
  es: 'Dra?\\.|Sra?\\.|Prof\\.'
}
