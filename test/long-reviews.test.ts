import {readFileSync} from 'node:fs'
import {parseTree} from 'jsonc-parser'
import {describe, expect, it} from 'vitest'
import {signsOf} from '../src/font/signs-of.js'
import type {Reference} from '../src/model/reference.js'
import {listIn} from '../src/read/json-list.js'
import {citedWork, knownWork} from '../src/transform/known-work.js'

function work(id: string, item: object): Reference {
  const origin = {kind: 'compiled', file: '', place: {line: 1, column: 1}, sources: []} as const
  return {item: {id, type: 'article-journal', ...item}, origin}
}

const works = [
  work('short', {DOI: '10.1000/a'}),
  work('long', {DOI: '10.1000/A.b'}),
  work('longer', {DOI: '10.1000/a.b/c'}),
  work('second', {DOI: '10.1000/a'}),
  work('odd', {DOI: 'odd/doi'}),
  work('nature', {DOI: '10.1038/s10038-022-01055-8'}),
  work('mdpi', {DOI: '10.3390/cells12111523', ISSN: '2073-4409', volume: '12', issue: '11', page: '1523'}),
  work('bare', {DOI: '10.3390/x'}),
  work('address', {URL: 'https://a.org/x/', PMID: '12345678', PMCID: 'PMC7654321'}),
  work('none', {})
]

/** An address, and the work that it leads to. */
const addresses: readonly (readonly [string, string | undefined])[] = [
  ['https://doi.org/10.1000/a', 'short'],
  ['https://doi.org/10.1000/A?x=1', 'short'],
  ['https://doi.org/10.1000/a.b', 'long'],
  ['https://doi.org/10.1000/a.b/c', 'long'],
  ['https://a.org/doi/10.1000/a.pdf', 'short'],
  ['https://a.org/doi/10.1000/av2', 'short'],
  ['https://a.org/doi/10.1000/avx', undefined],
  ['https://a.org/doi/10.1000/ab/10.1000/a', undefined],
  ['https://a.org/10.1000%2Fa.b/full', 'long'],
  ['https://a.org/odd/doi/full', 'odd'],
  ['https://www.nature.com/articles/s10038-022-01055-8', 'nature'],
  ['https://nature.org/articles/s10038-022-01055-8', undefined],
  ['https://www.mdpi.com/2073-4409/12/11/1523', 'mdpi'],
  ['https://www.mdpi.com/2073-4409/12/11/1524', undefined],
  ['https://www.mdpi.com/2073-4409', 'bare'],
  ['https://a.org/x', 'address'],
  ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'address'],
  ['https://a.org/12345678/', undefined],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/', 'address'],
  ['no address', undefined],
  ['https://a.org/%E0%A4%A', undefined]
]

describe('a work of the evidence', () => {
  it.each(addresses)('is found by %s', (address, id) => {
    expect(knownWork(address, works)?.item.id).toBe(id)
  })

  it('is found by what a citation names', () => {
    const keys = ['long', 'doi:10.1000/a.B', 'PMID:12345678', 'pmcid:pmc7654321', 'pmid:1', 'Long']
    expect(keys.map((key) => citedWork(key, works)?.item.id)).toEqual([
      'long',
      'long',
      'address',
      'address',
      undefined,
      undefined
    ])
  })

  it('is found among thousands in no time', () => {
    const many = Array.from({length: 20_000}, (_, index) => work(`w${index}`, {DOI: `10.1000/w.${index}`}))
    const start = process.cpuUsage().user
    for (let index = 0; index < many.length; index++)
      expect(knownWork(`https://doi.org/10.1000/w.${index}`, many)).toBe(many[index])
    knownWork(`https://a.org/${'10.1/'.repeat(100_000)}`, many)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(5000)
  })
})

describe('the characters of a document', () => {
  const values: readonly unknown[] = [
    'plain',
    ['“quoted” "plain" \\', {a_b: 1.5, none: undefined, do: () => 0}, null, true],
    {text: '\u0007\n\ud83d alone, 😀 whole, \udc00', π: {'≥': -3e21}},
    {tagName: 'math', children: [{value: '∑'}]},
    {text: 'e\u0301 and x\u0305\u0301'},
    'said "tagName":"math"'
  ]

  it.each(values.map((value) => [JSON.stringify(value), value] as const))(
    'are those of %s',
    (text, value) => {
      const {all, clusters, hasFormula} = signsOf(value)
      expect(clusters).toEqual([...new Set(text.match(/[^\p{M}\s]\p{M}+/gu))].sort())
      // What JSON is written with may be there without need.
      const own = (signs: Iterable<string>) =>
        [...signs].filter((each) => !/[-a-z\d[\]{},:"]/.test(each)).sort()
      expect(own(all)).toEqual(own(new Set(text)))
      expect(hasFormula).toBe(text.includes('"tagName":"math"'))
    }
  )
})

describe('a list of records', () => {
  const texts = [
    readFileSync('content/evidence/trials.json', 'utf8'),
    readFileSync('content/evidence/references.json', 'utf8'),
    ' [ ] ',
    '[1, "a\\"],[\\\\", {"b": [2, {"c": "}"}]}, [[], []], null,\n\ttrue ]'
  ]

  it('has each value where a reader with places has it', () => {
    for (const text of texts) {
      const nodes = parseTree(text)?.children ?? []
      expect(listIn(text)?.map(({offset}) => offset)).toEqual(nodes.map(({offset}) => offset))
    }
  })

  it('is none where it is not sound', () => {
    for (const text of ['', '{}', '[1,]', '[1', '[{"__proto__": 1}]', '"[1]"'])
      expect(listIn(text)).toBeUndefined()
  })
})
