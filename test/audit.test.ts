import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {type OpenPdf, openPdf} from './pdf.js'
import {buildProject, filesBelow, makeProject} from './project.js'
import {type Element, kidsOf, openTagged} from './tagged-pdf.js'

const body = `# A review

## First

NCT04856982 and NCT00000001. <!-- lectern-waive unknown-trial: checked by hand -->

NCT00000002, [here](#nowhere).

${'A paragraph of words that fill a line or two of the page, so that there is something to print. '.repeat(60)}

## Second

Text with a ${'long-word-'.repeat(30)}.
`
const front = (more: string) => `---\ntitle: A review\ndate: 2025-01-02\nlanguage: en\n${more}---\n`
const waived = body.replace('NCT00000002, [here](#nowhere).', 'Nothing else.')
const reviews = {
  'content/draft.md': front('') + body,
  'content/final.md': front('status: final\n') + waived,
  'content/clean.md': front('status: final\n') + waived.replace(/ and NCT00000001.*/, '.'),
  'content/plain.md': `${front('')}# A\n\n## B\n\nText.\n`,
  'content/fr.md': `${front('').replace('en', 'fr')}# Une revue\n\n## Un\n\nNCT00000001\n`
}

const pdfs = new Map<string, OpenPdf>()
let out: string

beforeAll(async () => {
  const project = makeProject(reviews)
  ;({out} = await buildProject(project, {only: ['report', 'web']}))
  await buildProject(project, {reviews: ['draft'], out: join(out, 'all')})
  const without = makeProject({
    'content/without.md': reviews['content/final.md'],
    'lectern.yaml': 'rules: {unknown-trial: off}\n'
  })
  await buildProject(without, {only: ['report'], out})
  for (const name of ['without', 'draft', 'final', 'clean', 'plain', 'fr'])
    pdfs.set(name, await openPdf(readFileSync(join(out, name, 'report.pdf'))))
})

describe('the audit', () => {
  it('tells findings, waivers and records at the end of a draft, on paper and on the web', () => {
    for (const text of [lastPages('draft'), web('draft')]) {
      for (const told of [
        'content/draft.md:12',
        'Warning',
        'Unexpected trial NCT00000002 without a record',
        'broken-link',
        'content/draft.md:10',
        'checked by hand',
        'NCT04856982',
        'compiled by hand from public copies',
        '2025-03-07',
        'no registry record held'
      ])
        expect(text).toContain(told)
    }
  })

  it('in a final, tells waivers and records only, and nothing where nothing is waived', () => {
    expect(lastPages('final')).toContain('checked by hand')
    expect(lastPages('final')).toContain('2025-03-07')
    expect(lastPages('final')).not.toContain('Severity')
    expect(web('final')).toContain('checked by hand')
    expect(pdf('clean').outline.map((each) => each.trim())).not.toContain('Audit')
    expect(web('clean')).not.toContain('Audit')
  })

  it('is not there where there is nothing to tell', () => {
    expect(pdf('plain').outline.map((each) => each.trim())).not.toContain('Audit')
  })

  it('is in contents, bookmarks and running heads, and begins a page', () => {
    const first = pdf('draft').bookmarked.get('Audit') ?? 0
    expect(pdf('draft').outline.at(-1)?.trim()).toBe('Audit')
    const contents = pdf('draft').pages[1]?.text.replace(/\s+/g, ' ')
    expect(contents).toMatch(new RegExp(`Second ?\\d+ ?Audit ?${first}`))
    expect(pdf('draft').pages[first - 1]?.text).toMatch(/Audit/)
    expect(pdf('draft').pages[first - 2]?.text).not.toContain('What the checks found')
  })

  it('changes nothing of the text’s own pages', () => {
    const linesOf = (name: string) => {
      const pages = pdf(name).pages.slice(
        1,
        (pdf(name).bookmarked.get('Audit') ?? pdf(name).pages.length + 1) - 1
      )
      return pages.map(({runs, height}) => {
        const lines = runs.filter(({y}) => 60 < y && y < height - 60)
        // Above the first heading stand the contents, which list the audit.
        const first = Math.max(
          0,
          lines.findLastIndex(({text}) => text === 'First')
        )
        return lines.slice(first).map(({text, x, y}) => `${text} ${x.toFixed(1)} ${y.toFixed(1)}`)
      })
    }
    expect(pdf('without').outline.map((each) => each.trim())).not.toContain('Audit')
    expect(linesOf('final').flat().length).toBeGreaterThan(50)
    expect(linesOf('final')).toEqual(linesOf('without'))
  })

  it('numbers no table: the author’s stay what they are', () => {
    expect(web('draft')).toContain('Table 1.')
    expect(web('draft')).not.toContain('Table 2.')
  })

  it('stands in report and web page alone', () => {
    const files = filesBelow(join(out, 'all/draft'))
    expect([...files.keys()]).toContain('slides.html')
    expect(files.get('slides.html')?.toString()).not.toContain('checked by hand')
    expect(files.get('report.html')?.toString()).toContain('checked by hand')
  })

  it('is the same, byte for byte, each time', () => {
    for (const file of ['report.pdf', 'report.html'])
      expect(readFileSync(join(out, 'draft', file)).equals(readFileSync(join(out, 'all/draft', file)))).toBe(
        true
      )
  })

  it('speaks the review’s language, and marks what is English', async () => {
    for (const label of ['Contrôle', 'Gravité', 'Provenance de la fiche'])
      expect(lastPages('fr')).toContain(label)
    // In one piece, not broken within the word.
    const runs = pdf('fr').pages.flatMap((page) => page.runs.map(({text}) => text.trim()))
    expect(runs).toContain('Avertissement')
    expect(html('fr')).toMatch(/<td lang="en" dir="ltr">Unexpected trial/)
    expect(html('draft')).not.toContain('<td lang="en"')
  })

  it('is tables with heads, for who hears them', async () => {
    const {elements, textOf} = await openTagged(readFileSync(join(out, 'draft/report.pdf')))
    const tables = elements.filter((each) => each.role === 'Table').slice(-3)
    const heads = tables.map((table) => within(table, 'TH').map((head) => textOf(head)))
    expect(heads.map((each) => each.slice(0, 4).map((text) => text.replace(/\s/g, '')))).toEqual([
      ['Place', 'Severity', 'Finding', 'Rule'],
      ['Place', 'Finding', 'Rule', 'Reason'],
      ['Trial', 'Name', 'Originoftherecord', 'Recordasof']
    ])
    // A row is headed by its place or its trial.
    expect(heads.map((each) => each.length)).toEqual([4 + 2, 4 + 1, 4 + 3])
  })
})

function pdf(name: string): OpenPdf {
  const found = pdfs.get(name)
  if (!found) throw new Error(`Unexpected review ${name}`)
  return found
}

/** What the pages of the audit say. */
function lastPages(name: string): string {
  const first = (pdf(name).bookmarked.get('Audit') ?? pdf(name).bookmarked.get('Contrôle') ?? Number.NaN) - 1
  return pdf(name)
    .pages.slice(first)
    .map(({text}) => text)
    .join('\n')
    .replace(/\s+/g, ' ')
}

function html(name: string): string {
  return readFileSync(join(out, name, 'report.html'), 'utf8')
}

/** What a web page says, without the marks of its elements. */
function web(name: string): string {
  return html(name)
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
}

function within(element: Element, kind: string): Element[] {
  return kidsOf(element).flatMap((kid) => [...(kid.role === kind ? [kid] : []), ...within(kid, kind)])
}
