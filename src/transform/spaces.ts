import type {Typography} from '../words/typography.js'
import type {Rule} from './signs.js'

/** Spaces at which no line may break, because what stands on both sides is read as one. */
export function spaceRules({labels, titles, before}: Typography): Rule[] {
  return [
    bound(`(?<=(?<![\\p{L}\\p{N}])(?:${labels}))[ \\n](?=\\d|[IVX]+(?![\\p{L}\\p{N}]))`, 'giu'),
    // The thousands of `12 500`, the narrow way where the language has it; not those of `Table 1 100 patients`.
    {finds: thousands, gives: ([match]) => match.replace(/[ \n]/g, before ? narrow : noBreak)},
    bound(`(?<=\\d)[ \\n](?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu'),
    bound('(?<=\\d)[ \\n](?=×[ \\n]\\d)', 'g'),
    bound('(?<=\\d[ \\n\\u00A0]×)[ \\n](?=\\d)', 'g'),
    bound(`(?<=(?<![\\p{L}\\p{N}])(?:${measures}))[ \\n](?=[=<>≤≥≈][ \\n]?[-−]?[.,]?\\d)`, 'gu'),
    bound('(?<=[=<>≤≥≈±])[ \\n](?=[-−]?[.,]?\\d)', 'g'),
    bound('(?<=%)[ \\n](?=(?:CI|CrI|IC|KI|PI)(?![\\p{L}\\p{N}]))', 'gu'),
    bound(`(?<=(?<![\\p{L}\\p{N}])(?:${titles}))[ \\n](?=\\p{Lu})`, 'gu'),
    bound('(?<=(?<!\\p{L})et)[ \\n](?=al\\.)', 'gu')
  ]
}

/** The spaces of French before its high signs and inside its quotation marks, typed or not. */
export function frenchRules(before: NonNullable<Typography['before']>): {typed: Rule[]; added: Rule[]} {
  const word = '[\\p{L}\\p{N})\\]»”’%°\\uFFFC'
  const high = '(?:[!?]{1,3}(?=[\\s)\\]»”’…;\\uFFFC]|$)|;(?=[\\s»”’…\\uFFFC]|$))'
  const colon = ':(?=\\s|$)'
  return {
    typed: [
      rule(`(?<=${word}.…])[ \\n](?=${high})`, () => before.marks),
      rule(`(?<=${word}.…])[ \\n](?=${colon})`, () => before.colon),
      rule('(?<=«)[ \\n](?=\\S)', () => noBreak),
      rule('(?<=\\S)[ \\n](?=»)', () => noBreak)
    ],
    added: [
      ...(before.insertsMarks ? [rule(`(?<=${word}])${high}`, (sign) => before.marks + sign)] : []),
      rule(`(?<=${word}])${colon}`, (sign) => before.colon + sign),
      rule('«(?=[^\\s«])', (sign) => sign + noBreak),
      rule('(?<=[^\\s»])»', (sign) => noBreak + sign)
    ]
  }
}

const noBreak = '\u00A0'
const narrow = '\u202F'

const thousands = /(?<![\p{L}\p{N}.,:\-–\u00A0])\d{1,3}(?:[ \n]\d{3}){1,5}(?![\p{N}]|[.,:–-]\d)/gu

/** What is given as equal to, below or above a number. */
const measures = '[pPnNrRtTFzZkβακχ]²?|I²|HR|OR|RR|RD|MD|SMD|IRR|AUC|CI|IC|SD|SE|ET|IQR|NNT|df|ddl|aHR|aOR|CV'

const units = [
  ...['mg', 'g', 'kg', 'µg', 'μg', 'mcg', 'ng', 'pg', 'fg', 'mL', 'ml', 'dL', 'dl', 'L', 'µL', 'μL'],
  ...['mol', 'mmol', 'µmol', 'μmol', 'nmol', 'pmol', 'mM', 'µM', 'μM', 'nM', 'pM'],
  ...['km', 'cm', 'mm', 'µm', 'μm', 'nm', 'm', 'kDa', 'Da', 'kb', 'bp', 'nt', 'kHz', 'MHz', 'Hz', 'T'],
  ...[
    'Gy',
    'mSv',
    'kcal',
    'kJ',
    'J',
    'mV',
    'V',
    'W',
    'mmHg',
    'kPa',
    'UI',
    'IU',
    'U',
    'bpm',
    'h',
    'min',
    's',
    'ms'
  ],
  ...['°C', '°F', '°', '%', '‰', '€', '\\$', '£', '¥']
].join('|')

function bound(finds: string, flags: string): Rule {
  return {finds: new RegExp(finds, flags), gives: () => noBreak}
}

function rule(finds: string, gives: (found: string) => string): Rule {
  return {finds: new RegExp(finds, 'gu'), gives: ([found]) => gives(found)}
}
