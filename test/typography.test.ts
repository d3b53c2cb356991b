import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {rehypeTypography, typeset} from '../src/transform/typography.js'
import {worked} from './worked.js'

// `_` stands for a space that does not break, `~` for a narrow one.
const english: readonly (readonly [source: string, expected: string])[] = [
  ['A dose of 5 mg, then 30 mL/min over 12 weeks', 'A dose of 5_mg, then 30_mL/min over 12 weeks'],
  ['in 40 % and at 37 °C', 'in 40_% and at 37_°C'],
  ['p = 0.03, P < .05, n = 137, HR = 0.85', 'p_=_0.03, P_<_.05, n_=_137, HR_=_0.85'],
  ['enrolment = 10 and >= 5', 'enrolment =_10 and ≥_5'],
  ['Table 1, Figure 2, Phase 3, phase III, No. 4', 'Table_1, Figure_2, Phase_3, phase_III, No._4'],
  ['phase in which', 'phase in which'],
  ['Dr. Smith et al. saw', 'Dr._Smith et_al. saw'],
  ['95 % CI 0.70-1.03', '95_%_CI 0.70–1.03'],
  ['95% CI 0.7:1 at 10:30', '95%_CI 0.7:1 at 10:30'],
  ['12 500 people in 2020 100 of them', '12_500 people in 2020 100 of them'],
  ['Table 1 100 patients', 'Table_1 100 patients'],
  ['a hard\nwrapped 5\nmg', 'a hard\nwrapped 5_mg'],
  ['It said "yes" and "no".', 'It said “yes” and “no”.'],
  ['"He said "no" twice," she said', '“He said ‘no’ twice,” she said'],
  ["It said 'yes' and 'no'.", 'It said ‘yes’ and ‘no’.'],
  [`"It's the patients' own," he said`, '“It’s the patients’ own,” he said'],
  [`("quoted in 2020")`, '(“quoted in 2020”)'],
  [`'in 2020'`, '‘in 2020’'],
  ["the 1990's, the '90s, don't, d'Arcy", 'the 1990’s, the ’90s, don’t, d’Arcy'],
  [`5'-ASO at the 5' end, a 12" tube, 5'2"`, `5'-ASO at the 5' end, a 12" tube, 5'2"`],
  ['already “true” and ‘true’ and isn’t', 'already “true” and ‘true’ and isn’t'],
  ['a " alone', 'a " alone'],
  ['alone "', 'alone "'],
  ['one--two, three -- four and five---six', 'one–two, three – four and five—six'],
  ['95% CI -2.15--0.33, -3--1, 0.5--0.3', '95%_CI −2.15--0.33, −3--1, 0.5--0.3'],
  ['2020--2025', '2020–2025'],
  ['SOD1+/- mice, the +/- genotype', 'SOD1+/- mice, the +/- genotype'],
  ['Protocol 101-305, study 301-302, fax 10-12', 'Protocol 101-305, study 301-302, fax 10-12'],
  ['IL -6, GLP -1 and SARS-CoV -2, CI -0.5', 'IL -6, GLP -1 and SARS-CoV -2, CI −0.5'],
  ['of 2020-2025: it', 'of 2020–2025: it'],
  ['--dry-run and -----', '--dry-run and -----'],
  ['2020-2025, pp. 131-152, 18-65 and 5-6 years', '2020–2025, pp._131–152, 18–65 and 5–6 years'],
  ['1.5-2.5 and 10%-20', '1.5–2.5 and 10%–20'],
  ['on 2025-02-25, in 2024-06', 'on 2025-02-25, in 2024-06'],
  ['555-123-4567, 555-1234, +1 555-123-4567', '555-123-4567, 555-1234, +1 555-123-4567'],
  ['C9ORF72-ALS, IL-6, COVID-19, TDP-43, GLP-1, 2-3-2', 'C9ORF72-ALS, IL-6, COVID-19, TDP-43, GLP-1, 2-3-2'],
  ['ISSN 2073-4409, ISRCTN12345-678, 2019-001234-12', 'ISSN 2073-4409, ISRCTN12345-678, 2019-001234-12'],
  [
    '10.1016/S1474-4422(22)00005-15 and https://a.org/1-2--3',
    '10.1016/S1474-4422(22)00005-15 and https://a.org/1-2--3'
  ],
  ['mail a--b@c.org or see lectern.org/x--y', 'mail a--b@c.org or see lectern.org/x--y'],
  ['10-3 and 24-36-month', '10-3 and 24-36-month'],
  ['slow - but sure', 'slow – but sure'],
  ['5 - 3', '5 - 3'],
  ['a change of -0.5 (-2.1 to -1) and =-3', 'a change of −0.5 (−2.1 to −1) and =−3'],
  ['5 -3 and word-5', '5 -3 and word-5'],
  ['-5 points', '−5 points'],
  ['wait... but not.... this', 'wait… but not.... this'],
  ['5 +/- 2, +/-3', '5 ±_2, ±3'],
  ['a <= 5 and >=6, => and <=>', 'a ≤_5 and ≥6, => and <=>'],
  ['2 x 10 and 5x5, x 3', '2_×_10 and 5x5, x 3'],
  ['Fine; really! Yes? So: that', 'Fine; really! Yes? So: that'],
  ['{{title}} <placebo> <a b="c--d">', '{{title}} <placebo> <a b="c--d">']
].map(([source = '', expected = '']) => [source, spaced(expected)])

const french: readonly (readonly [source: string, expected: string])[] = [
  ['Vraiment ? Oui ! Certes ; mais : non', 'Vraiment~? Oui~! Certes~; mais_: non'],
  ['Vraiment? Oui! Certes; mais: non', 'Vraiment~? Oui~! Certes~; mais_: non'],
  ['à 10:30, ratio 1:2, HR:0,85, a::b', 'à 10:30, ratio 1:2, HR:0,85, a::b'],
  ['voir https://a.fr/x?y;z :', 'voir https://a.fr/x?y;z_:'],
  ['Ah ?! Oh !!', 'Ah~?! Oh~!!'],
  [':-) ;-) ;)', ':-) ;-) ;)'],
  ['un « mot » et un «mot»', 'un «_mot_» et un «_mot_»'],
  ['un "mot" et "un "autre" mot"', 'un «_mot_» et «_un “autre” mot_»'],
  ["l'essai d'aujourd'hui", 'l’essai d’aujourd’hui'],
  ['Tableau 1, phase III, n° 3, M. Dupont, Mme Curie', 'Tableau_1, phase_III, n°_3, M._Dupont, Mme_Curie'],
  ['12 % de 12 500 patients', '12_% de 12~500 patients'],
  ['IC à 95 % 0,70-1,03', 'IC à 95_% 0,70–1,03'],
  ['(p = 0,03) ; n = 12', '(p_=_0,03)~; n_=_12'],
  ['lent - mais sûr', 'lent – mais sûr'],
  ['fin (bonne) : voici', 'fin (bonne)_: voici'],
  ['déjà\u202F; fait\u00A0: «\u00A0oui\u00A0»', 'déjà~; fait_: «_oui_»']
].map(([source = '', expected = '']) => [source, spaced(expected)])

describe('typography', () => {
  it.each(english)('of %j in English', (source, expected) => {
    expect(typeset(source, 'en')).toBe(expected)
  })

  it.each(french)('of %j in French', (source, expected) => {
    expect(typeset(source, 'fr')).toBe(expected)
  })

  it.each([
    ['fr-CA', 'Oui! Non; «mot»: fin ?', 'Oui! Non; «_mot_»_: fin~?'],
    ['fr-BE', 'Oui!', 'Oui~!'],
    ['de', 'Er sagte "ja" und \'nein\' - gut', 'Er sagte „ja“ und ‚nein‘ – gut'],
    ['de-CH', '"ja"', '«ja»'],
    ['es', '"sí" y Tabla 1', '«sí» y Tabla_1'],
    ['pl', '"tak"', '„tak”'],
    ['sv', '"ja"', '”ja”'],
    ['ru', '"да" и "а "б" в"', '«да» и «а „б“ в»'],
    ['ar', '"نعم" -0.5 (p = 0.03)', '«نعم» −0.5 (p_=_0.03)'],
    ['he', 'צה"ל ג\'ירפה "כן"', 'צה"ל ג\'ירפה "כן"'],
    ['ja', '「はい」"yes" 5 mg', '「はい」"yes" 5_mg'],
    ['xx', `"a" don't`, `"a" don’t`]
  ])('in %s of %j', (language, source, expected) => {
    expect(typeset(source, language)).toBe(spaced(expected))
  })

  it('comes out the same when it is done twice', () => {
    for (const [source] of english) expect(typeset(typeset(source, 'en'), 'en')).toBe(typeset(source, 'en'))
    for (const [source] of french) expect(typeset(typeset(source, 'fr'), 'fr')).toBe(typeset(source, 'fr'))
  })

  it('changes no word: its signs mapped back are the source', () => {
    for (const [source] of english) expect(typed(typeset(source, 'en'))).toBe(typed(source))
    for (const [source] of french) expect(typed(typeset(source, 'fr'))).toBe(typed(source))
  })

  it.each([
    ['<p>"<em>x</em>" and <strong>"y</strong>"</p>', '<p>“<em>x</em>” and <strong>“y</strong>”</p>'],
    ["<p>the <em>patients</em>' own <a>dog</a>'s</p>", '<p>the <em>patients</em>’ own <a>dog</a>’s</p>'],
    ['<p><em>n</em> = 5 <b>mg</b></p>', '<p><em>n</em>_=_5_<b>mg</b></p>'],
    [
      '<p>a "<code>"x"--</code>" <kbd>...</kbd> <samp>1-2</samp></p>',
      '<p>a “<code>"x"--</code>” <kbd>...</kbd> <samp>1-2</samp></p>'
    ],
    [
      '<p title="a--b">10<sup>-3</sup> and 5<sup>1</sup> mg</p>',
      '<p title="a--b">10<sup>−3</sup> and 5<sup>1</sup> mg</p>'
    ],
    ['<ul><li>"a</li><li>b"</li></ul>', '<ul><li>"a</li><li>b"</li></ul>'],
    ['<p>A<br>-5</p>', '<p>A<br>−5</p>'],
    [
      '<p><a href="https://a.org/1-2">https://a.org/1-2</a>--x</p>',
      '<p><a href="https://a.org/1-2">https://a.org/1-2</a>–x</p>'
    ],
    [
      '<table><tr><td>1-2</td><td>"x"</td></tr></table>',
      '<table><tbody><tr><td>1–2</td><td>“x”</td></tr></tbody></table>'
    ]
  ])('of %s', (source, expected) => {
    expect(inTree(source, 'en')).toBe(spaced(expected))
  })

  it('adds no space to what others titled', () => {
    const title = '<a href="https://doi.org/10.1/x">ALS: a review; what now</a>'
    expect(inTree(`<li>${title}: vu</li>`, 'fr')).toBe(spaced(`<li>${title}_: vu</li>`))
  })

  it('keeps the place of every node', () => {
    const tree = fromHtml('<p>a "b" <em>c--d</em></p>', {fragment: true})
    const before = JSON.stringify(tree, (key, value) => (key === 'value' ? undefined : value))
    rehypeTypography('en')(tree)
    expect(JSON.stringify(tree, (key, value) => (key === 'value' ? undefined : value))).toBe(before)
    expect(textOf(tree.children[0] as Element)).toBe('a “b” c–d')
  })

  it.each([
    '"a ',
    "'a ",
    "a' ",
    '1-2 ',
    '1 000 ',
    '- ',
    '... ',
    'a : ',
    '« ',
    'a.',
    '-',
    '"',
    '5 mg',
    'n = 5 ',
    'a.b@',
    '<b>"x</b>'
  ])('takes time in proportion to a long run of %j', (sign) => {
    const trees = ['en', 'fr'].map((language) => ({
      language,
      tree: fromHtml(`<p>${sign.repeat(20_000)}</p>`, {fragment: true})
    }))
    const start = worked()
    for (const {language, tree} of trees) rehypeTypography(language)(tree)
    expect(worked() - start).toBeLessThan(5000)
  })
})

function inTree(html: string, language: string): string {
  const tree = fromHtml(html, {fragment: true})
  rehypeTypography(language)(tree)
  return toHtml(tree, {
    characterReferences: {useNamedReferences: false},
    allowDangerousCharacters: true
  }).replaceAll('&#xA0;', '\u00A0')
}

function spaced(text: string): string {
  return text.replaceAll('_', '\u00A0').replaceAll('~', '\u202F')
}

/** What its author typed, whichever way: signs of one meaning as one. */
function typed(text: string): string {
  return text
    .replace(/[“”«»„‹›]|\s*"\s*/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/…/g, '...')
    .replace(/±/g, '+/-')
    .replace(/≤/g, '<=')
    .replace(/≥/g, '>=')
    .replace(/×/g, 'x')
    .replace(/---|--|[–—−]/g, '-')
    .replace(/['"]/g, "'")
    .replace(/\s+/g, '')
}
