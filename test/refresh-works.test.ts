import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {readEvidence} from '../src/read/read-evidence.js'
import {digestOf} from '../src/registry/digest.js'
import {type Loose, lockOf, run, type Scene} from './refreshed.js'

const doi = '10.1000/a.1'
const held = {
  id: 'lin2022',
  type: 'article-journal',
  title: 'A Trial of X',
  author: [{family: 'Lin', given: 'Ann'}, {literal: 'et al.'}],
  'container-title': 'Journal of X',
  volume: '10',
  page: '1-9',
  DOI: '10.1000/A.1',
  PMCID: 'PMC7',
  ISSN: '1234-5678',
  issued: {'date-parts': [[2022, 3, 16]]},
  custom: {
    origin: 'compiled',
    asOf: null,
    authorsComplete: false,
    role: 'review-reference',
    provenance: 'By hand.'
  }
}
const message = {
  DOI: doi,
  type: 'journal-article',
  title: ['A <i>Trial</i> of X'],
  'container-title': ['Journal of X'],
  'short-container-title': ['J. X'],
  volume: '11',
  'article-number': '851613',
  publisher: 'X',
  ISSN: ['2345-6789'],
  author: [
    {given: 'Ann', family: 'Lin', sequence: 'first', affiliation: [{name: 'Y'}]},
    {name: 'The X Group', sequence: 'additional'}
  ],
  issued: {'date-parts': [[2022, 3]]},
  'is-referenced-by-count': 10,
  subtitle: []
}

describe('a refresh of works', () => {
  it('says what changed, takes what Crossref says, and keeps what it does not speak of', async () => {
    const {lines, whole, record, server} = await refreshed(held, {works: {[doi]: message}})
    expect(whole).toBe(true)
    expect(lines).toEqual([
      'lin2022: title “A Trial of X” → “A <i>Trial</i> of X”',
      'lin2022: authors Lin Ann; et al. → Lin Ann; The X Group',
      'lin2022: journal’s short title not reported → J. X',
      'lin2022: volume 10 → 11',
      'lin2022: pages 1-9 → 851613',
      'lin2022: publisher not reported → X',
      '1 work changed, 0 new, 0 as they were'
    ])
    expect(record).toEqual({
      ...held,
      title: 'A <i>Trial</i> of X',
      author: [{family: 'Lin', given: 'Ann'}, {literal: 'The X Group'}],
      'container-title-short': 'J. X',
      volume: '11',
      page: '851613',
      publisher: 'X',
      custom: {
        role: 'review-reference',
        provenance: 'By hand.',
        origin: 'fetched',
        source: `${server.base}/crossref/works/${held.DOI}`,
        retrieved: '2026-01-02',
        digest: record.custom.digest,
        compiled: ['PMCID', 'ISSN', 'issued']
      }
    })
    const file = new VFile({path: 'r.json', value: lockOf([record])})
    expect(readEvidence({references: file}).references[0]?.origin).toMatchObject({
      kind: 'fetched',
      asOf: '2026-01-02'
    })
    expect(file.messages).toEqual([])
  })

  it('has the digest of what Crossref said of the fields taken, whatever it counts besides', async () => {
    const {'is-referenced-by-count': _, author, ...taken} = message
    const people = author.map(({given, family, name}) => ({given, family, name}))
    const once = await refreshed(held, {works: {[doi]: message}})
    expect(once.record.custom.digest).toBe(digestOf({...taken, author: people}))
    const again = await refreshed(once.record, {works: {[doi]: {...message, 'is-referenced-by-count': 11}}})
    expect(again.lines).toEqual(['0 works changed, 0 new, 1 as they were'])
    expect({...again.record.custom, source: ''}).toEqual({...once.record.custom, source: ''})
  })

  it('learns of corrections and retractions from the work and from the notices, each once', async () => {
    const {lines, record} = await refreshed(held, {
      works: {
        [doi]: {
          ...message,
          'updated-by': [{type: 'corrigendum', DOI: '10.1000/n.1', updated: {'date-parts': [[2022, 5, 3]]}}],
          'update-to': [{type: 'new_version', DOI: '10.1000/old'}]
        }
      },
      notices: [
        {DOI: '10.1000/N.1', 'update-to': [{DOI: doi, type: 'corrigendum'}]},
        {DOI: '10.1000/n.2', 'update-to': [{DOI: doi.toUpperCase(), type: 'retraction'}]}
      ]
    })
    expect(record.custom.updates).toEqual([
      {type: 'corrigendum', DOI: '10.1000/n.1', date: '2022-05-03'},
      {type: 'retraction', DOI: '10.1000/n.2'}
    ])
    expect(record.custom.updateOf).toEqual([{type: 'new-version', DOI: '10.1000/old'}])
    expect(lines).toContain(
      'lin2022: corrections and retractions none → corrigendum 10.1000/n.1 (2022-05-03); retraction 10.1000/n.2'
    )
  })

  it('hears of a retraction that another source calls a correction', async () => {
    const notices = ['correction', 'corrigendum', 'retraction'].map((type) => ({
      DOI: '10.1000/n.1',
      'update-to': [{DOI: doi, type}]
    }))
    const {record} = await refreshed(held, {works: {[doi]: message}, notices})
    expect(record.custom.updates).toEqual([
      {type: 'correction', DOI: '10.1000/n.1'},
      {type: 'retraction', DOI: '10.1000/n.1'}
    ])
  })

  it('keeps a correction that a person noted and Crossref does not list', async () => {
    const noted = {...held, custom: {...held.custom, updates: [{type: 'erratum'}, {type: 'retraction'}]}}
    const notices = [{DOI: '10.1000/n.2', 'update-to': [{DOI: doi, type: 'retraction'}]}]
    const {record} = await refreshed(noted, {works: {[doi]: message}, notices})
    expect(record.custom.updates).toEqual([{type: 'retraction', DOI: '10.1000/n.2'}, {type: 'erratum'}])
  })

  it('learns the other ids of a work from the converter, which may not know it', async () => {
    const articles = [{pmid: 77, pmcid: 'PMC8', doi: doi.toUpperCase()}]
    const {record, lines, server} = await refreshed(held, {works: {[doi]: message}, articles})
    expect([record.PMID, record.PMCID, record.DOI]).toEqual(['77', 'PMC8', '10.1000/A.1'])
    expect(lines).toContain('lin2022: PMCID PMC7 → PMC8')
    expect(server.asked[0]).toBe('/idconv/?ids=10.1000/A.1&idtype=doi&format=json&tool=lectern')
  })

  it('says when the converter could not be asked, and refreshes the works all the same', async () => {
    const {record, errors, whole} = await refreshed(held, {
      works: {[doi]: message},
      fault: (asked) => (asked.startsWith('/idconv') ? {status: 500, body: ''} : undefined)
    })
    expect(whole).toBe(false)
    expect(errors[0]).toMatch(/^127\.0\.0\.1:\d+: HTTP 500, asked again in 4 s$/)
    expect(errors).toContain('Could not be had: NCBI’s id converter: HTTP 500, 5 times; what is held stays')
    expect(record.volume).toBe('11')
  })

  const summary = {
    uid: '77',
    title: 'Old work &lt;on&gt; X.',
    authors: [
      {name: 'Tyler KL', authtype: 'Author'},
      {name: 'X Group', authtype: 'CollectiveName'}
    ],
    source: 'J X',
    fulljournalname: 'Journal of X',
    volume: '3',
    issue: '',
    pages: '557-566',
    pubdate: '1998 Aug 9',
    articleids: [{idtype: 'pubmed', value: '77'}],
    pubtype: ['Journal Article', 'Retracted Publication']
  }

  it('asks PubMed for a work that has a PMID alone, and hears of its retraction there', async () => {
    const {record, server} = await refreshed(
      {id: 'a', type: 'article-journal', PMID: '77'},
      {summaries: {77: summary}}
    )
    expect(record).toEqual({
      id: 'a',
      type: 'article-journal',
      PMID: '77',
      title: 'Old work <on> X',
      author: [{family: 'Tyler', given: 'K. L.'}, {literal: 'X Group'}],
      'container-title': 'Journal of X',
      'container-title-short': 'J X',
      volume: '3',
      page: '557-566',
      issued: {'date-parts': [[1998, 8, 9]]},
      custom: {
        origin: 'fetched',
        source: `${server.base}/eutils/esummary.fcgi?db=pubmed&id=77&retmode=json`,
        retrieved: '2026-01-02',
        digest: record.custom.digest,
        updates: [{type: 'retraction'}]
      }
    })
  })

  it('asks Crossref for it where PubMed knows its DOI', async () => {
    const articleids = [{idtype: 'doi', value: doi}]
    const {record} = await refreshed(
      {id: 'a', type: 'article-journal', PMID: '77'},
      {summaries: {77: {...summary, articleids}}, works: {[doi]: message}}
    )
    expect([record.DOI, record.PMID, record.volume]).toEqual([doi, '77', '11'])
  })

  it('waits where PubMed says that it was asked too often', async () => {
    const limited = {body: '{"error":"API rate limit exceeded","api-key":"0","count":"4","limit":"3"}'}
    const {record, whole, slept} = await refreshed(
      {id: 'a', type: 'article-journal', PMID: '77'},
      {
        summaries: {77: summary},
        fault: (asked, before) => (asked.startsWith('/eutils') && before < 2 ? limited : undefined)
      }
    )
    expect(whole).toBe(true)
    expect(record.volume).toBe('3')
    expect(slept).toEqual([1000, 2000])
  })

  it.each<[what: string, scene: Scene, said: string, isWhole: boolean]>([
    [
      'another’s now',
      {works: {[doi]: {...message, DOI: '10.1000/b'}}},
      'lin2022: its DOI is now 10.1000/b',
      true
    ],
    ['unknown', {}, 'lin2022: neither Crossref nor PubMed knows it by its ids', true],
    [
      'of another form',
      {works: {[doi]: {...message, title: 'A'}}},
      'Could not be had: lin2022: its answer has another form at `message.title`; what is held stays',
      false
    ],
    [
      'without its title',
      {works: {[doi]: {DOI: doi}}},
      'Could not be had: lin2022: its answer lacks a `title`, which every work has: its form may have changed; what is held stays',
      false
    ],
    [
      'half told: its notices are missing',
      {
        works: {[doi]: message},
        fault: (asked) => (asked.includes('filter=') ? {status: 500, body: ''} : undefined)
      },
      'Could not be had: lin2022: its corrections and retractions: HTTP 500, 5 times; what is held stays',
      false
    ]
  ])('says of a work that is %s what became of it', async (_, scene, said, isWhole) => {
    const {lines, errors, whole, record} = await refreshed(held, scene)
    expect([...lines, ...errors]).toContain(said)
    expect(whole).toBe(isWhole)
    expect(record.title).toBe(held.title)
    expect(record).toEqual(held)
  })

  it('takes in what the text names, once, under a key of its own', async () => {
    const {works, lines} = await run({
      references: [held],
      works: {
        [doi]: message,
        '10.1000/b(2)': {...message, DOI: '10.1000/b(2)', title: ['The Effect of Y in Z']}
      },
      articles: [{pmid: 5, pmcid: 'PMC5', doi: '10.1000/b(2)'}],
      files: {
        'content/a.md': `[one](https://doi.org/10.1000/b(2)), [two](https://pmc.ncbi.nlm.nih.gov/articles/PMC5/), [@pmid:5], [held](https://x.example/articles/${doi}/full)\n`
      },
      options: {trials: false, references: true, add: 'named'}
    })
    expect(works.map(({id}) => id)).toEqual(['lin2022', 'lin2022-effect-y-z'])
    expect(works[1]).toMatchObject({
      DOI: '10.1000/b(2)',
      PMID: '5',
      PMCID: 'PMC5',
      custom: {origin: 'fetched'}
    })
    expect(lines).toContain('first record of lin2022-effect-y-z (“The Effect of Y in Z”, Journal of X, 2022)')
    expect(lines).toContain('PMC5 is lin2022-effect-y-z, which the evidence holds')
  })
})

/** One work, refreshed alone. */
async function refreshed(record: Loose, scene: Scene) {
  const done = await run({...scene, references: [record], options: {trials: false, references: true}})
  return {...done, record: done.works[0]}
}
