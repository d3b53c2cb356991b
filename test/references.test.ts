import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readStyle} from '../src/cite/read-style.js'
import {cited} from './cited.js'
import {root} from './project.js'
import {worked} from './worked.js'

const records: {id: string}[] = JSON.parse(
  readFileSync(join(root, 'content/evidence/references.json'), 'utf8')
)
const all = `All of them [${records.map(({id}) => `@${id}`).join('; ')}].\n`
const work = (id: string, rest: object = {}) => ({
  id,
  type: 'article-journal',
  title: `Title of the work ${id}`,
  author: [{family: id.toUpperCase(), given: 'A'}],
  'container-title': 'Brain Communications',
  'container-title-short': 'Brain Commun',
  volume: '1',
  page: '2-9',
  DOI: `10.1000/${id}`,
  issued: {'date-parts': [[2020]]},
  ...rest
})
const works = ['aa', 'bb', 'cc', 'dd'].map((id) => work(id))
const link = (id: string, text: string) => `[${text}](https://doi.org/10.1000/${id})`

describe('the reference list', () => {
  it.each([
    ['vancouver', 'en'],
    ['ama', 'en'],
    ['apa', 'en'],
    ['vancouver', 'fr']
  ])('of all records is as %s prints it, in %s', async (style, language) => {
    const {references, findings} = await cited(all, {style, language})
    const expected = readFileSync(join(root, `test/fixtures/references/${style}.${language}.txt`), 'utf8')
    expect(references.join('\n')).toBe(expected.trim())
    expect(findings).toEqual([])
  })

  it('never pretends that an incomplete list of authors is complete', async () => {
    const incomplete = [
      work('aa', {author: [{family: 'A', given: 'B'}], custom: {authorsComplete: false}}),
      work('bb', {author: [{literal: 'Miller et al.'}]}),
      work('cc', {
        author: [
          {family: 'C', given: 'D'},
          {family: 'E', given: 'F'}
        ],
        custom: {authorsComplete: false}
      })
    ]
    const names = async (style: string, language = 'en') =>
      (await cited('[@aa; @bb; @cc]', {works: incomplete, style, language})).references.map((each) =>
        each
          .replace(/(?:Title| \(2020\)).*/, '')
          .replace(/^\d\. /, '')
          .trim()
      )
    expect(await names('vancouver')).toEqual(['A B, et al.', 'Miller, et al.', 'C D, E F, et al.'])
    expect(await names('ama', 'fr')).toEqual(['A B, et al.', 'Miller, et al.', 'C D, E F, et al.'])
    expect(await names('apa')).toEqual(['A, B., et al.', 'C, D., E, F., et al.', 'Miller, et al.'])
  })

  it('keeps every initial of a name that is held as initials', async () => {
    const people = ['TM', 'T.M.', 'T M', 'T. M.', 'T-M', 'Timothy M.'].map((given, index) =>
      work(`k${index}`, {author: [{family: 'Miller', given}]})
    )
    const others = [
      work('m1', {author: [{family: 'MILLER', given: 'TIM'}]}),
      work('m2', {author: [{family: 'Ó Briain', given: 'ÉA'}]})
    ]
    const names = async (style: string) => {
      const all = [...people, ...others]
      const {references} = await cited(`[${all.map(({id}) => `@${id}`).join('; ')}]`, {works: all, style})
      return references.map((each) => each.replace(/^\d+\. |\.? (?:Title| ?\(2020).*/g, ''))
    }
    expect(await names('vancouver')).toEqual([...people.map(() => 'Miller TM'), 'MILLER T', 'Ó Briain ÉA'])
    expect(new Set(await names('apa'))).toEqual(
      new Set(['Miller, T. M', 'Miller, T.-M', 'MILLER, T', 'Ó Briain, É. A'])
    )
  })

  it('has what is cited, in order of citation, then what else is listed, in the author’s order', async () => {
    const list = `## References\n\n- ${link('dd', 'D')}\n- ${link('aa', 'A')}\n- ${link('bb', 'B')}\n`
    const {references, document} = await cited(`A [@cc], b [@aa].\n\n${list}`, {works})
    expect(references.map((each) => each.slice(0, 5))).toEqual(['1. CC', '2. AA', '3. DD', '4. BB'])
    expect(document.works.map(({item}) => item.id)).toEqual(['cc', 'aa', 'dd', 'bb'])
    expect(document.listed.map(({work: one, linkText}) => [one?.item.id, linkText])).toEqual([
      ['dd', 'D'],
      ['aa', 'A'],
      ['bb', 'B']
    ])
    const apa = await cited(`A [@cc], b [@aa].\n\n${list}`, {works, style: 'apa'})
    expect(apa.references.map((each) => each.slice(0, 2))).toEqual(['AA', 'BB', 'CC', 'DD'])
  })

  it.each([
    ['Title of the work aa (Brain Communications, 2020)', undefined],
    ['Title of the work aa (Brain Commun, 2020)', undefined],
    ['AA A. Title of the Work AA. Brain Commun 2020;1:2-9.', undefined],
    ['AA et al., 2020', undefined],
    ['https://doi.org/10.1000/aa', undefined],
    ['Title of the work (Brain Communications, 2020)', 'other words'],
    ['Title of the work aa (Brain Communications, 2021)', 'other words'],
    ['Title of the work aa (Nature, 2020)', 'other words'],
    ['Another name of it', 'other words']
  ])('says %j beside the record only where it differs, and keeps the link', async (text, says) => {
    const {references, html} = await cited(`## References\n\n- [${text}](https://doi.org/10.1000/aa#it)\n`, {
      works
    })
    const given = says ? ` given by the author as “${text}”` : ''
    const formatted = '1. AA A. Title of the work aa. Brain Commun. 2020;1:2–9. doi:10.1000/aa'
    expect(references[0]?.replace(' https://doi.org/10.1000/aa', '')).toBe(formatted + given)
    expect(html).toContain('href="https://doi.org/10.1000/aa#it"')
  })

  it('keeps all of the author’s text: what is no work, and works without a record', async () => {
    const {references, text, findings, html} = await cited(
      `## References

Chosen by hand.

1. ${link('aa', 'Title of the work aa')}, with a note on **it**
2. [Unheld (Cortex, 2019)](https://doi.org/10.1000/zz)
3. Trials:
   - [NCT04856982](https://clinicaltrials.gov/study/NCT04856982)
4. [A society](https://example.org)
5. Zed Z. No link. Lancet. 2019;3(2):1-2.

A last word.
`,
      {works}
    )
    expect(references).toEqual([
      '1. AA A. Title of the work aa. Brain Commun. 2020;1:2–9. doi:10.1000/aa given by the author as “Title of the work aa, with a note on it”',
      '2. Unheld (Cortex, 2019)',
      '3. Zed Z. No link. Lancet. 2019;3(2):1-2.'
    ])
    for (const each of ['Chosen by hand.', 'Trials:', 'NCT04856982', 'A society', 'A last word.'])
      expect(text).toContain(each)
    expect(html.indexOf('A society')).toBeGreaterThan(html.indexOf('No link'))
    expect(findings.filter((each) => each.includes('  warning  '))).toEqual([
      'content/r.md:6:4  warning  Unexpected work without a record, expected one in `content/evidence/references.json`  unknown-work',
      'content/r.md:10:4  warning  Unexpected work without a record, expected one in `content/evidence/references.json`  unknown-work'
    ])
  })

  it('leaves works in the groups that the author made', async () => {
    const {references, html} = await cited(
      `X [@cc] [@dd].\n\n## References\n\n### Trials\n\n- ${link('aa', 'A')}\n\n### Reviews\n\n- ${link('cc', 'C')}\n`,
      {works}
    )
    expect(references.map((each) => each.slice(0, 5))).toEqual(['3. AA', '1. CC', '2. DD'])
    expect(html.indexOf('ref-aa"')).toBeLessThan(html.indexOf('Reviews'))
  })

  it.each([
    [`${link('aa', 'A')}\n${link('bb', 'B')}`, ['1. AA', '2. BB']],
    [`${link('aa', 'A')}\\\n${link('bb', 'B')}\n\nBB, doi:10.1000/cc`, ['1. AA', '2. BB', '3. CC']],
    ['• AA. https://doi.org/10.1000/aa\n• BB. 10.1000/bb', ['1. AA', '2. BB']]
  ])('is read of %j', async (list, expected) => {
    const {references} = await cited(`## References\n\n${list}\n`, {works})
    expect(references.map((each) => each.slice(0, 5))).toEqual(expected)
  })

  it('has a heading of its own where the author has none', async () => {
    const {document} = await cited('# T\n\nA [@aa].\n', {works, language: 'fr'})
    expect(document.headings).toEqual([{id: 'sec-references', depth: 2, text: 'Références'}])
    expect(document.referencesId).toBe('sec-references')
    const ours = await cited(`# T\n\nSee ${link('aa', 'it')}.\n\n# Bibliography\n`, {works})
    expect(ours.document.headings.map(({text}) => text)).toEqual(['Bibliography'])
  })

  it.each(['vancouver', 'ama', 'apa'])('is printed by %s whatever a record holds', async (style) => {
    const odd = [
      work('aa', {
        author: [{}, {family: ''}, {given: 'Only'}],
        issued: {'date-parts': []},
        editor: 'E',
        page: ''
      }),
      work('bb', {
        issued: {'date-parts': [[]]},
        accessed: 5,
        'event-date': 'x',
        translator: [1],
        note: {a: 1}
      }),
      work('cc', {title: '', type: 'no-type', 'container-title': '<b>&<i>', volume: '\uE010i', edition: 3}),
      {id: 'dd', type: ''},
      work('ee', {title: '<script>alert(1)</script> & <i>x', author: [{family: '<b>', given: '</b>'}]})
    ]
    const {references, findings, html} = await cited('[@aa; @bb; @cc; @dd; @ee] @aa @cc @dd', {
      works: odd,
      style
    })
    expect(findings).toEqual([])
    expect(references).toHaveLength(5)
    expect(html).not.toMatch(/<script|\uE010/)
  })

  it('has ids that every reader can follow, one each', async () => {
    const odd = [work('a b/ü'), work('a-b-'), work('x'.repeat(300))]
    const {html} = await cited(`[@{a b/ü}; @{a-b-}; @${'x'.repeat(300)}]`, {works: odd})
    const ids = [...html.matchAll(/<li id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['ref-a-b-', 'ref-a-b--2', `ref-${'x'.repeat(60)}`])
  })
})

describe('a citation style', () => {
  const style = (rest: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id></info>${rest}</style>`
  const dependent = (parent: string) =>
    style('').replace(
      '</info>',
      `<link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info>`
    )
  const layout = '<layout><text variable="title"/></layout>'
  const whole = style(`<citation>${layout}</citation><bibliography>${layout}</bibliography>`)
  const doubled = Array.from(
    {length: 40},
    (_, index) => `<macro name="m${index}"><text macro="m${index + 1}"/><text macro="m${index + 1}"/></macro>`
  )

  it.each([
    ['a.csl', whole, undefined],
    ['b.csl', dependent('apa'), undefined],
    ['/styles/c.csl', whole, undefined],
    ['nature', '', 'Unexpected citation style `nature`'],
    ['missing.csl', '', 'Unexpected citation style `missing.csl`'],
    ['../out.csl', whole, 'Unexpected citation style `../out.csl`'],
    ['d.csl', dependent('nature'), 'Unexpected citation style `nature`, the parent of `d.csl`'],
    ['e.csl', dependent('e.csl'), 'Unexpected citation style `e`, the parent of `e.csl`'],
    ['f.csl', 'x', 'Unexpected content of citation style `f.csl`, expected CSL'],
    [
      'g.csl',
      style(`<citation>${layout}</citation>`),
      'Unexpected content of citation style `g.csl`, expected a style with a bibliography'
    ],
    [
      'h.csl',
      `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(9)}">]>${whole}`,
      'Unexpected content of citation style `h.csl`, expected CSL without a document type'
    ],
    [
      'i.csl',
      style(
        `<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation><bibliography>${layout}</bibliography>`
      ),
      'Unexpected content of citation style `i.csl`, expected macro `m`'
    ],
    [
      'j.csl',
      style(
        `${doubled.join('')}<macro name="m40"><text value="x"/></macro><citation><layout><text macro="m0"/></layout></citation><bibliography>${layout}</bibliography>`
      ),
      'Unexpected content of citation style `j.csl`, expected at most'
    ],
    [
      'k.csl',
      style(
        `<citation>${layout}</citation><bibliography><layout><text macro="gone"/></layout></bibliography>`
      ),
      'Unexpected content of citation style `k.csl`, expected macro `gone`'
    ],
    [
      'm.csl',
      style(
        `<citation><layout><pxt variable="title"/></layout></citation><bibliography>${layout}</bibliography>`
      ),
      'Unexpected content of citation style `m.csl`, expected sound CSL: Undefined node name "pxt"'
    ],
    ['l.csl', '<'.repeat(2_000_000), 'Unexpected content of citation style `l.csl`, expected at most 1 MB']
  ])('named %s is taken, or is an error where it is named', async (named, csl, wrong) => {
    const {references, findings} = await cited(`---\ncitationStyle: ${named}\n---\n[@aa]\n`, {
      works,
      style: named,
      files: csl ? {[named.replace(/^\//, '')]: csl} : {}
    })
    // The processor itself refuses the last but one.
    expect(references).toHaveLength(named === 'm.csl' ? 0 : 1)
    const [finding = '', ...others] = findings
    expect(others).toEqual([])
    if (wrong) expect(finding.startsWith(`content/r.md:2:1  error  ${wrong}`), finding).toBe(true)
    else expect(finding).toBe('')
  })

  it('is looked over in no time, whatever it holds', () => {
    const start = worked()
    for (const piece of ['<macro name="a">', '<link ', '</style> ', '<macro ', 'macro="x" ', '<style '])
      readStyle(
        `<style xmlns="http://purl.org/net/xbiblio/csl">${piece.repeat(900_000 / piece.length)}</style>`
      )
    expect(worked() - start).toBeLessThan(3000)
  })
})
