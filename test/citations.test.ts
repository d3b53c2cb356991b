import {describe, expect, it} from 'vitest'
import {cited} from './cited.js'

const works = [
  {
    id: 'ab2020',
    type: 'article-journal',
    title: 'First of all',
    author: [{family: 'Abel', given: 'Ada'}],
    'container-title': 'Brain',
    volume: '1',
    page: '2-9',
    DOI: '10.1000/first',
    PMID: '11111111',
    issued: {'date-parts': [[2020]]}
  },
  {
    id: 'cd2021',
    type: 'article-journal',
    title: 'Second to none',
    author: [
      {family: 'Cole', given: 'Ben'},
      {family: 'Dunn', given: 'Cy'}
    ],
    'container-title': 'Brain',
    volume: '2',
    page: '12',
    DOI: '10.1002/(SICI)1097<3::AID>2.0;2-4',
    PMCID: 'PMC2222222',
    issued: {'date-parts': [[2021]]}
  },
  {
    id: 'ef2022',
    type: 'article-journal',
    title: 'Third time lucky',
    author: [{family: 'Eden', given: 'Di'}, {literal: 'et al.'}],
    'container-title': 'Brain',
    volume: '3',
    issued: {'date-parts': [[2022]]},
    custom: {authorsComplete: false}
  },
  {
    id: 'Gh_2023:x',
    type: 'article-journal',
    title: 'Fourth estate',
    'container-title': 'Brain',
    volume: '4',
    issued: {'date-parts': [[2023]]}
  }
]

/** The text above the references, with white space as a reader sees it. */
async function textOf(body: string, style?: string): Promise<string> {
  const {text} = await cited(body, {works, ...(style ? {style} : {})})
  return text
    .replace(/(?:References[\s\S]*)?$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('a citation', () => {
  it.each([
    ['A [@ab2020].', 'A (1).', 'A (Abel, 2020).'],
    ['A [@cd2021; @ab2020].', 'A (1,2).', 'A (Abel, 2020; Cole & Dunn, 2021).'],
    [
      'A [see @ab2020, p. 33; also @cd2021].',
      'A (see 1, p. 33,also 2).',
      'A (see Abel, 2020, p. 33; also Cole & Dunn, 2021).'
    ],
    ['A [@ab2020, pp. 33--35, and *on*].', 'A (1, p. 33-35, and on).', 'A (Abel, 2020, pp. 33–35, and on).'],
    ['A [@ab2020, 33].', 'A (1, p. 33).', 'A (Abel, 2020, p. 33).'],
    ['Abel [-@ab2020] says.', 'Abel (1) says.', 'Abel (2020) says.'],
    ['As @ab2020 says.', 'As Abel (1) says.', 'As Abel (2020) says.'],
    ['As @cd2021 [p. 3] say.', 'As Cole and Dunn (1, p. 3) say.', 'As Cole and Dunn (2021, p. 3) say.'],
    [
      '@ef2022, and @{Gh_2023:x}.',
      'Eden et al. (1), and “Fourth estate” (2).',
      'Eden et al. (2022), and “Fourth estate” (2023).'
    ],
    ['**@ab2020** _@ab2020_', 'Abel (1) Abel (1)', 'Abel (2020) Abel (2020)'],
    ['A [@doi:10.1000/FIRST; @pmcid:PMC2222222].', 'A (1,2).', 'A (Abel, 2020; Cole & Dunn, 2021).'],
    [
      'A [@pmid:11111111] b @pmcid:2222222.',
      'A (1) b Cole and Dunn (2).',
      'A (Abel, 2020) b Cole and Dunn (2021).'
    ],
    [
      'A [@{doi:10.1002/(SICI)1097<3::AID>2.0;2-4}, p. 3; @ab2020].',
      'A (1, p. 3,2).',
      'A (Abel, 2020; Cole & Dunn, 2021, p. 3).'
    ],
    ['> A [see\n> @ab2020,\n> p. 3].', 'A (see 1, p. 3).', 'A (see Abel, 2020, p. 3).'],
    ['A [@ab2020][@cd2021]', 'A (1)(2)', 'A (Abel, 2020)(Cole & Dunn, 2021)']
  ])('of %j is marked', async (body, vancouver, apa) => {
    expect([await textOf(body), await textOf(body, 'apa')]).toEqual([vancouver, apa])
  })

  it.each([
    ['A [@ab2020].', 'A.<sup>1</sup>'],
    ['A [@ab2020], b [@cd2021] c.', 'A,<sup>1</sup> b<sup>2</sup> c.'],
    ['A [@ab2020] [@cd2021].', 'A.<sup>1</sup><sup>,2</sup>'],
    ['As @ef2022 says 0 [@ab2020].5', 'As Eden et al.<sup>1</sup> says 0<sup>2</sup>.5']
  ])('of %j is raised in AMA', async (body, expected) => {
    const {html} = await cited(body, {works, style: 'ama'})
    const [first = ''] = html.split('<h2')
    expect(
      first
        .replace(/<(?!\/?sup)[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    ).toBe(expected)
  })

  it.each([
    '`[@ab2020]`',
    'me@ab2020.org and a@ab2020',
    '@nobody and @abel',
    '[@ab2020](https://example.org)',
    '[see [@ab2020] here](https://example.org)',
    '\\@ab2020',
    '[@ab2020]: https://example.org\n\n[@ab2020]',
    '[^@ab2020]\n\n[^@ab2020]: Note.',
    '![@ab2020](x)',
    '    [@ab2020]',
    '$[@ab2020]_x$'
  ])('is none in %j', async (body) => {
    const {document} = await cited(body, {works})
    expect(document.citations).toEqual([])
  })

  it('has the place of its first key, wherever it stands, also in an included file', async () => {
    const body = `See [x
  @ab2020].

• item [-@cd2021]
• two @ef2022

| a |
| - |
| [e.g. @ab2020; @ef2022] |

Note[^1] and [First](https://doi.org/10.1000/first).

[^1]: In a note [@Gh_2023:x].

::include{src=part.md}
`
    const {document} = await cited(body, {works, files: {'content/part.md': 'Part.\n\n> q [@cd2021]\n'}})
    const places = document.citations.map(
      ({how, place, parts}) => `${how} ${parts.map(({id}) => id).join('+')} ${place.line}:${place.column}`
    )
    expect(places).toEqual([
      'brackets ab2020 2:3',
      'brackets cd2021 4:10',
      'sentence ef2022 5:7',
      'brackets ab2020+ef2022 9:9',
      'brackets Gh_2023:x 13:18',
      'link ab2020 11:14',
      expect.stringMatching(/^brackets cd2021 \d+:6$/)
    ])
  })

  it('is numbered where it is read: that of a note at its mark', async () => {
    const {references} = await cited('A[^1] [@ab2020].\n\n[^1]: N [@cd2021].\n', {works})
    expect(references.map((each) => each.slice(0, 7))).toEqual(['1. Cole', '2. Abel'])
  })

  it('of an unknown key stays as it is typed, and says which was likely meant', async () => {
    const {text, findings} = await cited(
      'A [@todo] [@ab202; see @cd2021] and [write to @someone] [see @ab2021] [@doi:10.9/x] @pmid:9 [@AB2020].\n',
      {works}
    )
    expect(text).toContain(
      'A [@todo]\u00a0(see 1) [@ab202] and [write to @someone] [see @ab2021] [@doi:10.9/x] @pmid:9 [@AB2020].'
    )
    const what = (place: string, key: string, expected: string) =>
      `content/r.md:${place}  warning  Unexpected citation \`@${key}\`, expected ${expected}  unknown-citation`
    const record = 'the id of a record in `content/evidence/`'
    expect(findings).toEqual([
      what('1:4', 'todo', record),
      what('1:12', 'ab202', '`@ab2020`'),
      what('1:62', 'ab2021', '`@ab2020`'),
      what('1:72', 'doi:10.9/x', record),
      what('1:85', 'pmid:9', record),
      what('1:94', 'AB2020', '`@ab2020`')
    ])
  })

  it('of a trial is one of its registry’s record, and names the trial', async () => {
    const {document, references, findings} = await cited(
      'A [@nct:NCT04856982] and @nct:nct04856982.\n\n[@nct:NCT99999999]\n',
      {works}
    )
    expect(document.trials.map(({id, place}) => `${id} ${place.line}:${place.column}`)).toEqual([
      'NCT04856982 1:9',
      'NCT99999999 3:7'
    ])
    expect(references).toEqual([
      '1. A Study of BIIB067 (Tofersen) Initiated in Clinically Presymptomatic Adults With a Confirmed Superoxide Dismutase 1 Mutation [Internet]. ClinicalTrials.gov: NCT04856982. [cited 2025 Mar 7]. Available from: https://clinicaltrials.gov/study/NCT04856982'
    ])
    expect(findings.map((each) => each.split('  ').at(-1))).toEqual(['unknown-trial'])
  })

  it('is no part of titles, bookmarks and key points, and ends no sentence', async () => {
    const {document} = await cited(
      '# Title [@ab2020]\n\n## Head [@cd2021]\n\nA first point that says as much as a whole sentence should say.[@ab2020] A second one.\n',
      {works, style: 'ama'}
    )
    expect([document.title, document.headings[0]?.text, document.keyPoints]).toEqual([
      'Title',
      'Head',
      ['A first point that says as much as a whole sentence should say.']
    ])
  })

  it.each([
    ['[@', 3000],
    ['[@ab2020; ', 3000],
    ['@ab2020 ', 3000],
    ['[@ab2020] ', 1000],
    ['@{ab', 3000],
    ['[@{', 3000],
    ['@doi:10.1(', 3000],
    ['[see @no, p. 3; ', 2000],
    ['[\\[', 6000]
  ])('does not keep the reader waiting: %j %d times', async (piece, times) => {
    const start = process.cpuUsage().user
    await cited(piece.repeat(times), {works})
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(10_000)
  })
})
