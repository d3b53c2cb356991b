import {describe, expect, it} from 'vitest'
import {WorkAnswer} from '../src/model/work-answer.js'
import {differences, type Fact, inWords} from '../src/registry/changes.js'
import {keyOf} from '../src/registry/key-of.js'
import {plainTitle} from '../src/registry/markup.js'
import {namedIds} from '../src/registry/named-ids.js'
import {studyChanges} from '../src/registry/study-changes.js'
import {fromCrossref, fromPubMed} from '../src/registry/to-item.js'
import {wordsFor} from '../src/words/index.js'

describe('what changed', () => {
  const long = 'word '.repeat(80)
  it.each<[held: Fact[], now: Fact[], said: string[]]>([
    [[['enrolment', '150']], [['enrolment', '158']], ['X: enrolment 150 → 158']],
    [[['enrolment', '150', 'estimated']], [['enrolment', '158', 'estimated']], ['X: enrolment 150 → 158']],
    [
      [['enrolment', '150', 'estimated']],
      [['enrolment', '150', 'actual']],
      ['X: enrolment 150 (estimated) → 150 (actual)']
    ],
    [
      [['enrolment', '150', 'estimated']],
      [['enrolment', '158', 'actual']],
      ['X: enrolment 150 (estimated) → 158 (actual)']
    ],
    [[['enrolment', '150']], [['enrolment', '150', 'actual']], ['X: enrolment 150 → 150 (actual)']],
    [[['enrolment', '150']], [['enrolment', '158', 'actual']], ['X: enrolment 150 → 158']],
    [[], [['start', '2020-01']], ['X: start not reported → 2020-01']],
    [[['start', '2020-01', 'actual']], [['start', undefined]], ['X: start 2020-01 → not reported']],
    [[['a', '1']], [['a', '1']], []],
    [
      [['a', `${long}one`]],
      [['a', `${long}two`]],
      [/^X: a ….{20,60}one → ….{20,60}two$/ as unknown as string]
    ],
    [[['a', 'b']], [['a', 'c\u202e\u001b[2J\r\nd']], ['X: a b → c [2J d']]
  ])('is told in words: %j and %j', (held, now, said) => {
    const told = differences('X', held, now).map(inWords)
    expect(told).toEqual(said.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))))
  })

  const record = (protocol: object, more: object = {}) => ({
    protocolSection: {identificationModule: {nctId: 'NCT00000001'}, ...protocol},
    ...more
  })
  it.each<[held: object, now: object, said: string[]]>([
    [
      {statusModule: {overallStatus: 'RECRUITING'}},
      {statusModule: {overallStatus: 'UNKNOWN', lastKnownStatus: 'RECRUITING'}},
      ['status Recruiting → Unknown status (last known: recruiting)']
    ],
    [
      {designModule: {phases: ['PHASE2']}},
      {designModule: {phases: ['PHASE2', 'PHASE3']}},
      ['phase Phase 2 → Phase 2/3']
    ],
    [
      {armsInterventionsModule: {interventions: [{name: 'A'}]}},
      {armsInterventionsModule: {interventions: [{name: 'A', otherNames: ['B', 'C']}, {name: 'D'}]}},
      ['interventions A → A; D', 'interventions’ other names not reported → B; C']
    ],
    [
      {statusModule: {completionDateStruct: {date: '2026-12', type: 'ESTIMATED'}}},
      {statusModule: {completionDateStruct: {date: '2026-11-30', type: 'ACTUAL'}}},
      ['completion 2026-12 (estimated) → 2026-11-30 (actual)']
    ],
    [
      {eligibilityModule: {sex: 'ALL'}},
      {},
      ['facts that are not fetched protocolSection.eligibilityModule.sex → dropped']
    ],
    [
      {contactsLocationsModule: {locations: [{country: 'Chile'}, {country: 'Chile'}]}},
      {contactsLocationsModule: {locations: [{country: 'Chile'}]}},
      []
    ]
  ])('of a trial is told fact by fact: %j and %j', (held, now, said) => {
    const told = studyChanges('NCT00000001', record(held), record(now), wordsFor('en')).map(inWords)
    expect(told).toEqual(said.map((each) => `NCT00000001: ${each}`))
  })
})

describe('a title', () => {
  it.each([
    ['A <i>b</i> <sub>2</sub>', 'A <i>b</i> <sub>2</sub>'],
    ['<jats:italic toggle="yes">SOD1</jats:italic> &amp; <b>more</b>', '<i>SOD1</i> & more'],
    ['a\n   b&#x3b1;&nbsp;c &lt; d &unknown; &#0;', 'a bα c < d &unknown; &#0;'],
    ['<mml:math><mml:mi>x</mml:mi></mml:math> <script>1</script>', 'x 1'],
    ['p<0.05 and n>3', 'p<0.05 and n>3'],
    [`${'<'.repeat(50_000)}`, '<'.repeat(50_000)]
  ])('keeps words, and of its markup what CSL knows', (title, expected) => {
    expect(plainTitle(title)).toBe(expected)
  })
})

describe('a work of Crossref', () => {
  const dated = (...parts: (number | null)[]) => ({'date-parts': [parts]})
  it.each<[what: string, answer: object, facts: object]>([
    [
      'its issue’s date',
      {
        'published-print': dated(2025, 1),
        issued: dated(2024, 12, 27),
        'published-online': dated(2024, 12, 27)
      },
      {issued: dated(2025, 1), 'available-date': dated(2024, 12, 27)}
    ],
    [
      'the date of its issue online',
      {'journal-issue': {'published-online': dated(2025, 1)}, issued: dated(2024, 12)},
      {issued: dated(2025, 1)}
    ],
    ['no date where it has none', {issued: dated(null)}, {}],
    ['a subtitle that its title lacks', {title: ['A'], subtitle: ['B']}, {title: 'A: B'}],
    ['a subtitle that it has', {title: ['A: B'], subtitle: ['B']}, {title: 'A: B'}],
    ['its pages before its number', {page: '1-2', 'article-number': '9'}, {page: '1-2'}],
    ['a type that CSL knows', {type: 'posted-content'}, {type: 'article'}],
    ['nothing of a type that it does not', {type: 'grant'}, {}],
    [
      'groups, suffixes, lone names',
      {author: [{name: 'G'}, {family: 'A', suffix: 'Jr'}, {given: 'B'}, {}]},
      {author: [{literal: 'G'}, {family: 'A', suffix: 'Jr'}, {literal: 'B'}]}
    ]
  ])('is given as CSL with %s', (_, answer, facts) => {
    expect(fromCrossref(WorkAnswer.parse({DOI: '10.1/x', ...answer})).facts).toEqual({
      DOI: '10.1/x',
      ...facts
    })
  })
})

it.each([
  ['2018 Aug 9', [2018, 8, 9]],
  ['2018 Jul-Aug', [2018, 7]],
  ['2018 Winter', [2018]],
  ['2018', [2018]]
])('reads PubMed’s date %s', (pubdate, parts) => {
  expect(fromPubMed({uid: '1', pubdate}).facts.issued).toEqual({'date-parts': [parts]})
})

describe('the ids that a text names', () => {
  it.each<[text: string, ids: string[]]>([
    ['NCT00000001, (NCT00000002) and NCT00000001.', ['NCT00000001', 'NCT00000002', 'NCT00000001']],
    ['NCT0000001 NCT000000011 XNCT00000001 nct00000001', []],
    ['[@doi:10.1000/a.b; @pmid:12, p. 3; @pmcid:PMC3]', ['10.1000/a.b', '12', 'PMC3']],
    ['[x](https://doi.org/10.1016/S0140-6736(20)30183-5).', ['10.1016/S0140-6736(20)30183-5']],
    ['(https://doi.org/10.1000/x.)', ['10.1000/x']],
    ['<https://www.frontiersin.org/articles/10.3389/f.2022.1/full>', ['10.3389/f.2022.1']],
    ['https://x.example/doi/pdf/10.1000/x.pdf?download=1', ['10.1000/x']],
    ['https://pubmed.ncbi.nlm.nih.gov/123/ https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4/', ['123', 'PMC4']],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC11763168/', ['PMC11763168']],
    [`${'https://doi.org/'.repeat(1000)}`, []]
  ])('are found: %j', (text, ids) => {
    expect(namedIds('a.md', text).map(({id}) => id)).toEqual(ids)
  })
})

it.each([
  [
    {
      author: [{family: 'Müller-Ö'}],
      issued: {'date-parts': [[2022]]},
      title: 'The Use of <i>X-1</i> in ALS and More'
    },
    'mullero2022-use-x1-als'
  ],
  [{author: [{literal: 'The X Group'}], title: 'A'}, 'thexgroup'],
  [{author: [{family: '李'}]}, 'work'],
  [{}, 'work']
])('names a work %j', (facts, key) => {
  expect(keyOf(facts, new Set())).toBe(key)
  expect(keyOf(facts, new Set([key, `${key}-2`]))).toBe(`${key}-3`)
})
