import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {worked} from './worked.js'

describe('BibTeX', () => {
  it('is read as CSL-JSON, with its strings, names, accents and ranges', () => {
    const {items, findings} = read(String.raw`What stands here is a comment, me@example.org.
@string{nejm = "N Engl J Med"}
@comment{ @article{no, title={x}} }
@article{miller2022,
  author = {Miller, Timothy M. and {VALOR Group} and Jos{\'e} van den Berg and {\O}stergaard, K{\aa}re and others},
  title = {A Trial of {Tofersen} for {\"U}ber \textit{SOD1} at 5\% -- again},
  journal = nejm # { Suppl}, year = 2022, month = sep, volume = {387}, number = 12,
  pages = {1099--1110}, doi = {https://doi.org/10.1056/NEJMoa2204705}, pmid = {36129998}
}
@book(b2, title="A {B} Book", editor={Ed, I.}, publisher={P}, address={Oslo}, date={2001-02-03}, isbn={1})
@online{w3, title={A page}, url={https://example.org/a\_b}, urldate={2024-05-06}}
`)
    expect(findings).toEqual([])
    expect(items).toEqual([
      {
        id: 'miller2022',
        type: 'article-journal',
        title: 'A Trial of Tofersen for Über <i>SOD1</i> at 5% – again',
        author: [
          {family: 'Miller', given: 'Timothy M.'},
          {literal: 'VALOR Group'},
          {'non-dropping-particle': 'van den', family: 'Berg', given: 'José'},
          {family: 'Østergaard', given: 'Kåre'}
        ],
        'container-title': 'N Engl J Med Suppl',
        volume: '387',
        issue: '12',
        page: '1099-1110',
        DOI: '10.1056/NEJMoa2204705',
        PMID: '36129998',
        issued: {'date-parts': [[2022, 9]]},
        custom: {authorsComplete: false}
      },
      {
        id: 'b2',
        type: 'book',
        title: 'A B Book',
        editor: [{family: 'Ed', given: 'I.'}],
        publisher: 'P',
        'publisher-place': 'Oslo',
        ISBN: '1',
        issued: {'date-parts': [[2001, 2, 3]]}
      },
      {
        id: 'w3',
        type: 'webpage',
        title: 'A page',
        URL: 'https://example.org/a_b',
        accessed: {'date-parts': [[2024, 5, 6]]}
      }
    ])
  })

  it('says of a wrong entry where it stands, and reads the sound ones beside it', () => {
    const {items, findings} = read(`@article{a, title = {Never closed,
  year = 2020
@misc{b, title={Sound}}
@misc{, title={x}}
@misc{c title={x}}
@misc{d, title}
@misc{e, title={Sound}}
@misc{b, title={Again}}
`)
    expect(items.map(({id}) => id)).toEqual(['b', 'e'])
    const what = (line: number, expected: string) =>
      `content/evidence/a.bib:${line}:1  error  Unexpected BibTeX, expected ${expected}  malformed-evidence`
    expect(findings).toEqual([
      what(1, 'the `}` that closes'),
      what(4, 'an entry with a key'),
      what(5, 'a comma after the key'),
      what(6, '`=` after `title`'),
      'content/evidence/a.bib:8:1  warning  Unexpected second record of `b`, expected one record a work  duplicate-record'
    ])
  })

  it('yields to the record of CSL-JSON with the same id, and says so', () => {
    const references = new VFile({
      path: 'references.json',
      value: '[{"id": "x", "type": "book", "event-title": "kept"}]'
    })
    const bibliography = new VFile({path: 'a.bib', value: '\n@misc{x, title={T}}'})
    const {references: works} = readEvidence({references, bibliographies: [bibliography]})
    expect(works.map(({item, origin}) => [item, origin.file])).toEqual([
      [{id: 'x', type: 'book', 'event-title': 'kept'}, 'references.json']
    ])
    expect(findingsOf(bibliography).map(({rule}) => rule)).toEqual(['duplicate-record'])
  })

  it.each([
    '@a{b,c={',
    '\n@a{b,c={',
    '@a{b,',
    '\n@misc{x, author={',
    '{',
    '@',
    '@a          ',
    "\\'",
    '$^',
    '\\it {',
    'and '
  ])('is not kept busy by a megabyte of %j', (piece) => {
    const start = worked()
    const junk = piece.repeat(1_000_000 / piece.length)
    read(junk)
    read(`@article{x, title={${junk.replace(/[{}@]/g, '')}}}`)
    expect(worked() - start).toBeLessThan(4000)
  })
})

function read(text: string): {items: readonly {id: string}[]; findings: string[]} {
  const file = new VFile({path: 'content/evidence/a.bib', value: text})
  const {references} = readEvidence({bibliographies: [file]})
  return {items: references.map(({item}) => item), findings: findingsOf(file).map(formatFinding)}
}
