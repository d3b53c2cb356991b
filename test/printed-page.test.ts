import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Document} from '../src/model/document.js'
import {withShortAddresses} from '../src/output/print-links.js'
import {sectionsByPage} from '../src/output/running-heads.js'
import {en} from '../src/words/en.js'
import {folded, type OpenPdf, openPdf} from './pdf.js'
import {type Built, buildProject, makeProject} from './project.js'

const filler = (words: number, of: string) =>
  Array.from({length: words}, (_, index) => `${of}${index % 7}`).join(' ')

/** A review of many parts, whose sections begin anywhere on a page. */
const long = `---
title: A long review
date: 2025-02-25
language: en
---
${Array.from(
  {length: 45},
  (_, part) =>
    `## Part ${part + 1} of the review

${filler(60 + ((part * 53) % 190), 'opening')}

### Detail ${part + 1}

${filler(150 + ((part * 71) % 260), 'detail')}

• ${filler(20, 'item')}
• ${filler(40, 'item')}
`
).join('\n')}`

const trialIds = Array.from({length: 120}, (_, index) => `NCT1${String(index + 1).padStart(7, '0')}`)
const trials = trialIds.map((nctId, index) => ({
  protocolSection: {
    identificationModule: {nctId, briefTitle: `A study of agent ${index + 1} in ALS`},
    statusModule: {overallStatus: 'COMPLETED', startDateStruct: {date: `20${10 + (index % 15)}-01`}},
    sponsorCollaboratorsModule: {leadSponsor: {name: `Sponsor ${index + 1}`}},
    designModule: {phases: ['PHASE2'], enrollmentInfo: {count: 100 + index, type: 'ACTUAL'}},
    armsInterventionsModule: {interventions: [{name: `Agent ${index + 1}`, type: 'DRUG'}]}
  }
}))
const columns = Array.from({length: 14}, (_, index) => `Finding ${index + 1}`)
const cell = (row: number, column: number) => `cell${row}x${column}`
const tables = `---
title: Tables on paper
date: 2025-02-25
language: en
---
## The trials

See [](#tbl-trials), and [the works](#tbl-works). ${trialIds.join(', ')}.

::trials

## A wide one

${filler(30, 'before')}

| ${columns.join(' | ')} |
|${' --- |'.repeat(14)}
${Array.from({length: 40}, (_, row) => `| ${columns.map((_, column) => cell(row, column)).join(' | ')} |`).join('\n')}

## After it

${filler(400, 'after')}

## References

• [A](https://doi.org/10.3390/cells12111523)

::references
`

const noted = `---
title: Notes in the margin
subtitle: And what a first page carries
authors: [Ada Author, Ben Writer]
date: 2025-02-25
language: en
keyPoints: [One point is made.]
howToCite: Author A, Writer B. Notes in the margin. 2025.
funding: A public fund.
competingInterests: None declared.
licence: CC BY 4.0
searchDate: 2025-01-31
abbreviations: {ALS: amyotrophic lateral sclerosis}
---
## Notes

${Array.from(
  {length: 24},
  (_, index) =>
    `Paragraph ${index}: ${filler(50 + ((index * 37) % 45), 'prose')} marked${index}[^n${index}] and so on.

[^n${index}]: Note${index}begins ${filler(18, 'said')} note${index}ends.
`
).join('\n')}

| Arm | n |
| --- | --- |
| Active[^arm] | 12 |

[^arm]: Below its table.

Bare: https://www.example.org/a/rather/long/path/to/something-that-has-no-end?of=it
`

/** Seven lines more than four pages hold, unless they are set closer. */
const spilling = `---
title: Spilling
language: en
keyPoints: [One.]
---
## A

${Array.from({length: 25}, (_, index) => `Paragraph ${index} ${'has words that fill lines '.repeat(14)}`).join('\n\n')}
`

/** Runs that stand on one line, as a reader sees them. */
function linesOf(runs: OpenPdf['pages'][number]['runs']): {text: string; y: number}[] {
  const lines = new Map<number, string[]>()
  for (const {text, y} of runs) {
    if (text.trim() === '') continue
    lines.set(Math.round(y), [...(lines.get(Math.round(y)) ?? []), text])
  }
  return [...lines].map(([y, texts]) => ({y, text: texts.join(' ')}))
}

/** A formula wider than its column, signs that no font holds, a note of a note, and a wide table at the end. */
const awkward = `---
title: Awkward
language: en
keyPoints: [One.]
---
Before any section.

## Heading with a note[^h] and 😀

$$HR(t) = ${Array.from({length: 10}, (_, index) => `\\beta_{${index}} x_{${index}}`).join(' + ')} + \\varepsilon$$

Missing 漢 here.

[^h]: Of the heading[^i].
[^i]: Of the note.

## Last

| ${columns.join(' | ')} |
|${' --- |'.repeat(14)}
| ${columns.map((_, column) => cell(1, column)).join(' | ')} |
`

let built: Built
const pdfs = new Map<string, OpenPdf>()
const pdf = (name: string): OpenPdf => {
  const found = pdfs.get(name)
  if (!found) throw new Error(`Unexpected name \`${name}\``)
  return found
}

beforeAll(async () => {
  const project = makeProject({
    'content/long.md': long,
    'content/tables.md': tables,
    'content/noted.md': noted,
    'content/plain.md': noted.replace('language: en', 'language: en\ntheme: plain'),
    'content/spilling.md': spilling,
    'content/awkward.md': awkward,
    'content/lost.md': '---\ntheme: nosuch\n---\n\nText.\n'
  })
  const evidence = {'content/evidence/trials.json': JSON.stringify(trials)}
  const full = makeProject({'content/tables.md': tables, ...evidence})
  built = await buildProject(project, {
    only: ['report'],
    reviews: ['long', 'noted', 'plain', 'lost', 'spilling', 'awkward']
  })
  const letter = await buildProject(project, {
    only: ['report'],
    reviews: ['long'],
    paper: 'letter',
    out: join(project, 'letter')
  })
  const other = await buildProject(full, {only: ['report']})
  for (const [name, file] of [
    ['long', join(built.out, 'long/report.pdf')],
    ['noted', join(built.out, 'noted/report.pdf')],
    ['plain', join(built.out, 'plain/report.pdf')],
    ['spilling', join(built.out, 'spilling/report.pdf')],
    ['awkward', join(built.out, 'awkward/report.pdf')],
    ['letter', join(letter.out, 'long/report.pdf')],
    ['tables', join(other.out, 'tables/report.pdf')]
  ] as const)
    pdfs.set(name, await openPdf(readFileSync(file)))
})

describe.each(['long', 'letter'])('a report of many parts (%s)', (name) => {
  it('has contents that name the page of each heading', () => {
    const {pages, bookmarked} = pdf(name)
    const listed = pages
      .slice(1, 5)
      .map(({text}) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
    expect(pages.length).toBeGreaterThan(25)
    for (let part = 1; part <= 45; part++) {
      for (const heading of [`Part ${part} of the review`, `Detail ${part}`]) {
        const page = Number(new RegExp(`${heading} (\\d+)`).exec(listed)?.[1])
        expect([heading, page]).toEqual([heading, bookmarked.get(heading)])
        expect(pages[page - 1]?.text).toContain(heading)
      }
    }
  })

  it('names the section in force at the top of every page, and its own number', () => {
    const {pages} = pdf(name)
    let inForce = ''
    let midPage = 0
    for (const [index, {runs, height, width, text}] of pages.entries()) {
      const isBody = index > 0 && !text.includes('Contents\n')
      const head = linesOf(runs.filter(({x, y}) => y > height - 62 && x > width / 2)).at(-1)?.text
      const parts = linesOf(runs.filter(({y}) => y <= height - 62)).filter((line) =>
        /^Part\s\d+ of the review$/.test(line.text)
      )
      const onTop = parts.find(({y}) => y > height - 100)
      const body = runs.some(({text: run}) => /^(?:opening|detail|item)\d/.test(run))
      if (isBody && body) {
        const expected = onTop?.text ?? inForce
        if (expected) expect([index + 1, head]).toEqual([index + 1, expected])
        if (!onTop && parts.length > 0) midPage++
        inForce = parts.at(-1)?.text ?? inForce
      }
      if (index > 0) expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      else expect(text).not.toContain('Page 1')
    }
    expect(midPage).toBeGreaterThan(5)
  })
})

describe('tables on paper', () => {
  it('print every trial, with the head and the caption on each further page', () => {
    const {pages} = pdf('tables')
    const start = pages.findIndex(({text}) => folded(text).includes('Astudyofagent1inALS'))
    const end = pages.findIndex(({text}) => folded(text).includes('Astudyofagent120inALS'))
    expect(start).toBeGreaterThan(0)
    expect(end).toBeGreaterThan(start + 2)
    expect(folded(pages[start]?.text ?? '')).toContain('Table1.Trialsnamed')
    for (let page = start + 1; page <= end; page++) {
      expect(folded(pages[page]?.text ?? '')).toContain('Table1(continued)')
      expect(folded(pages[page]?.text ?? '')).toContain('TrialInterventionPhaseStatus')
    }
    const others = pages.filter((_, index) => index <= start || index > end)
    expect(others.filter(({text}) => text.includes('(continued)'))).toEqual([])
    const text = folded(pages.map((page) => page.text).join(''))
    for (let index = 1; index <= 120; index++) expect(text).toContain(`Astudyofagent${index}inALS`)
  })

  it('turn to landscape pages of their own when too wide, whole, with their head on each', () => {
    const {pages} = pdf('tables')
    const turned = pages.filter(({width, height}) => width > height)
    expect(turned.length).toBeGreaterThan(1)
    expect(turned.length).toBeLessThan(5)
    const text = turned.map((page) => page.text).join(' ')
    for (let row = 0; row < 40; row++)
      for (let column = 0; column < 14; column++) expect(text).toContain(cell(row, column))
    for (const page of turned) {
      for (const column of columns) expect(folded(page.text)).toContain(folded(column))
      expect(page.text).toContain('A wide one')
      expect(page.text).not.toContain('before0')
    }
    expect(text).not.toContain('after0')
  })

  it('leave nothing outside a page or its margins', () => {
    for (const {pages} of pdfs.values()) {
      for (const {runs, width} of pages) {
        const outside = runs.filter(
          ({x, width: run, text}) => text.trim() !== '' && (x < 61 || x + run > width - 61)
        )
        expect(outside).toEqual([])
      }
    }
  })

  it('are referred to by name and, on paper, by page', () => {
    const {pages, bookmarked} = pdf('tables')
    const page = bookmarked.get('The trials') ?? 0
    const text = pages.map((each) => each.text.replace(/\s+/g, ' ')).join(' ')
    expect(text).toMatch(/See Table 1 \(page \d\), and the works \(page \d+\)/)
    const named = Number(/Table 1 \(page (\d)\)/.exec(text)?.[1])
    expect(pages[named - 1]?.text).toContain('Trials named in this review')
    expect(named).toBeGreaterThanOrEqual(page)
    expect(text).toMatch(/Tables Table 1\. Trials named in this review, in order of first mention \d/)
  })
})

describe('notes', () => {
  it.each(['noted', 'plain'])('stand in the margin, on the page of their mark, beside it (%s)', (name) => {
    for (let index = 0; index < 24; index++) {
      const on = (text: string) => pdf(name).pages.findIndex((page) => folded(page.text).includes(text))
      const page = on(`marked${index}${index + 1}`)
      expect(page).toBeGreaterThanOrEqual(0)
      expect([index, on(`Note${index}begins`), on(`note${index}ends.`)]).toEqual([index, page, page])
      const runs = pdf(name).pages[page]?.runs ?? []
      const mark = runs.find(({text}) => text.includes(`marked${index}`))
      const note = runs.find(({text}) => text.includes(`Note${index}begins`))
      expect(Math.abs((mark?.y ?? 0) - (note?.y ?? 999))).toBeLessThan(130)
      const prose = runs.filter(({text}) => text.startsWith('Paragraph')).map(({x}) => x)
      const isLeft = (note?.x ?? 0) < Math.min(...prose)
      expect(isLeft).toBe(name === 'noted')
    }
  })

  it('of a table stand below it', () => {
    const text = folded(
      pdf('noted')
        .pages.map((page) => page.text)
        .join('')
    )
    expect(text).toMatch(/Active25\d*12.*25Belowitstable\./)
  })
})

describe('a first page', () => {
  it('carries what the front matter gives of a journal’s', () => {
    const cover = pdf('noted').pages[0]?.text.replace(/\s+/g, ' ') ?? ''
    for (const said of [
      'How to cite Author A, Writer B. Notes in the margin. 2025.',
      'Literature searched up to 31 January 2025',
      'Funding A public fund.',
      'Competing interests None declared.',
      'Licence CC BY 4.0',
      'Abbreviations ALS amyotrophic lateral sclerosis'
    ])
      expect(cover).toContain(said)
  })

  it('has the contents below it in the plain theme, and no theme that is not there', () => {
    expect(pdf('plain').pages[0]?.text).toContain('Contents')
    expect(pdf('noted').pages[0]?.text).not.toContain('Contents')
    expect(built.failed).toEqual(['lost'])
    expect(
      built.findings
        .filter(({rule}) => rule === 'unknown-theme')
        .map(({place, message}) => [place.line, message])
    ).toEqual([
      [
        2,
        'Unexpected theme `nosuch`, expected `journal` or `plain`, or one of the project’s own in `styles/themes/nosuch/theme.css`'
      ]
    ])
  })
})

it('an address printed for itself is short', () => {
  const text = folded(
    pdf('noted')
      .pages.map((page) => page.text)
      .join('')
  )
  expect(text).toContain('Bare:example.org/a/rather/long/path')
  expect(pdf('noted').links).toContain(
    'https://www.example.org/a/rather/long/path/to/something-that-has-no-end?of=it'
  )
})

it('a last page that would be nearly empty is saved by setting the text a little closer', () => {
  const {pages} = pdf('spilling')
  const lines = new Set(pages.at(-1)?.runs.map(({y}) => Math.round(y)))
  expect(pages.length).toBe(4)
  expect(lines.size).toBeGreaterThan(30)
})

it.each([
  ['https://clinicaltrials.gov/study/NCT02623699', 'NCT02623699'],
  ['https://doi.org/10.3390/cells12111523', 'doi:10.3390/cells12111523'],
  ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'PMID\u00a012345678'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC11763168/', 'PMC11763168'],
  ['https://www.example.org/a/', 'example.org/a'],
  ['www.example.org', 'www.example.org'],
  ['a word', 'a word']
])('a link that reads %s prints as %s', (text, printed) => {
  const link = h('p', h('a', {href: 'https://example.org/'}, text))
  withShortAddresses([link])
  expect(textOf(link)).toBe(printed)
})

describe('what is awkward', () => {
  const textOfPdf = () =>
    folded(
      pdf('awkward')
        .pages.map((page) => page.text)
        .join('')
    )

  it('has a stand-in on paper for what no font holds, and its own sign in the bookmarks', () => {
    expect(textOfPdf()).toContain('Missing□here.')
    expect(pdf('awkward').outline).toContain(' Heading with a note and 😀')
    expect(built.findings.filter(({rule}) => rule === 'missing-glyph')).toHaveLength(2)
    expect(pdf('awkward').fonts.filter(({name}) => !/Source|Noto|STIX/.test(name))).toEqual([])
  })

  it('has every note, those of headings and of notes too', () => {
    expect(textOfPdf()).toMatch(/Oftheheading2?\..*Ofthenote\./)
  })

  it('has no page after a wide table at the end', () => {
    const last = pdf('awkward').pages.at(-1)
    expect(last && last.width > last.height).toBe(true)
    expect(last?.text).toContain(cell(1, 13))
  })

  it('fits a long formula into its column', () => {
    const runs = pdf('awkward').pages.flatMap(({runs}) => runs.filter(({text}) => /[𝛽𝜀]/u.test(text)))
    expect(runs.length).toBeGreaterThan(0)
    for (const {x, width} of runs) expect(x + width).toBeLessThan(595 - 61)
  })

  it('names no section on a page before the first', () => {
    const [, second] = pdf('awkward').pages
    expect(second?.text).toContain('Before any section.')
  })
})

it.each([
  [
    [2, 3, 3],
    ['', 'a', 'b', 'c']
  ],
  [
    [2, 3, 2],
    ['', 'a', 'a', 'c']
  ]
])(
  'the section in force of headings of depth %j is the highest that tells pages apart',
  (depths, expected) => {
    const headings = depths.map((depth, index) => ({
      id: 'abc'.charAt(index),
      depth,
      text: 'abc'.charAt(index)
    }))
    const spots = new Map(headings.map(({id}, index) => [id, {page: index + 2, top: 0}]))
    const landing = {spots, pages: 4, heights: [700, 700, 700, 700]}
    expect(sectionsByPage({headings} as unknown as Document, landing, en)).toEqual(expected)
  }
)
