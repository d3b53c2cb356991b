import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, it} from 'vitest'
import {expectedRows, rowsOf} from './als-findings.js'
import {folded, type OpenPdf, openPdf} from './pdf.js'
import {type Built, buildProject, filesBelow, makeProject, root} from './project.js'

const source = readFileSync(join(root, 'content/als-review.md'), 'utf8')
const prose = source.replace(/^---\n[\s\S]*?\n---\n/, '')
const blocks = prose
  .split('\n')
  .map((line) => line.replace(/^\s*(?:#+|•|–)\s*/, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
  .map((line) => folded(line))
  .filter(Boolean)
const trials = ['NCT02623699', 'NCT02881476', 'NCT03280056', 'NCT04856982']

let built: Built
let files: Map<string, Buffer>
const pdfs = new Map<string, OpenPdf>()

beforeAll(async () => {
  const project = makeProject({'content/als-review.md': source})
  built = await buildProject(project)
  files = filesBelow(join(built.out, 'als-review'))
  for (const name of ['report', 'briefing', 'slides', 'handout'])
    pdfs.set(name, await openPdf(file(`${name}.pdf`)))
})

describe('the ALS review', () => {
  it('is built with the findings of its checks alone, into seven files and a manifest', () => {
    expect(rowsOf(built.findings, source)).toEqual(expectedRows)
    expect([...files.keys()]).toEqual([
      'briefing.pdf',
      'handout.pdf',
      'manifest.json',
      'report.html',
      'report.pdf',
      'slides.html',
      'slides.pdf',
      'slides.pptx'
    ])
  })

  it('has every block of its text in the report, on paper and on the web', () => {
    const paper = unmarked(
      pdf('report')
        .pages.map(({text}) => text)
        .join('\n')
    )
    const web = unmarked(textOf(fromHtml(file('report.html').toString())))
    expect(blocks.length).toBeGreaterThan(35)
    expect(blocks.filter((block) => !web.includes(block))).toEqual([])
    // A page may end inside a block: its running head and foot then stand between the halves.
    expect(blocks.filter((block) => !isWithin(paper, block))).toEqual([])
  })

  it('leads every link of its text to today’s address', () => {
    const wanted = [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, url = '']) =>
      url.replace('/ct2/show/', '/study/')
    )
    const web = new Set(elements(file('report.html').toString(), 'a').map((link) => link.properties.href))
    const paper = new Set(pdf('report').links)
    expect(wanted.length).toBe(13)
    expect(wanted.filter((url) => !web.has(url))).toEqual([])
    expect(wanted.filter((url) => !paper.has(url) && !paper.has(`${url}/`))).toEqual([])
    // The audit quotes what the author wrote; nothing leads there.
    expect(file('report.html').toString()).not.toMatch(/href="[^"]*ct2\/show/)
  })

  it('has real lists, and no bullet that opens a paragraph', () => {
    const html = file('report.html').toString()
    expect(elements(html, 'p').filter((node) => textOf(node).trimStart().startsWith('•'))).toEqual([])
    // Eight lists of the author’s, one of key points, and the contents.
    expect(pdf('report').tags.get('L')).toBeGreaterThanOrEqual(8)
    expect(pdf('report').tags.get('LI')).toBeGreaterThanOrEqual(prose.match(/^\s*[•–] /gm)?.length ?? 99)
  })

  it('has Table 1 with the four trials in order of mention, as the evidence has them', () => {
    const table = tableIn(file('report.html').toString(), 'tbl-trials')
    const rows = elements(table, 'tr')
      .slice(1)
      .map((row) => row.children.filter(isElement).map((cell) => textOf(cell).trim()))
    expect(rows).toEqual([
      [
        'NCT02623699 VALOR (Part C)',
        'Tofersen; Placebo',
        'Phase 3',
        'Completed',
        '176 (actual)',
        'Biogen',
        '2016-01-20 (actual)',
        '2021-07-16',
        '2023-07-28'
      ],
      [
        'NCT02881476 UwmWjmscAls',
        'Biological: Cell-based therapy',
        'Phase 1',
        'Unknown status (last known: enrolling by invitation)',
        '30 (estimated)',
        'University of Warmia and Mazury',
        '2015-11',
        '2018-12 (estimated)',
        '2016-08-29'
      ],
      [
        'NCT03280056 Safety and Efficacy of Repeated Administrations of NurOwn® in ALS Patients',
        'NurOwn® (MSC-NTF cells); Placebo; Bone Marrow aspiration',
        'Phase 3',
        'Completed',
        '196 (actual)',
        'Brainstorm-Cell Therapeutics',
        '2017-08-28 (actual)',
        'not reported',
        '2024-02-29'
      ],
      [
        'NCT04856982 ATLAS',
        'Tofersen; Placebo',
        'Phase 3',
        'Active, not recruiting',
        '158',
        'Biogen',
        '2021-05-17 (actual)',
        '2027-08-07 (estimated)',
        '2025-03-07'
      ]
    ])
    const paper = folded(
      pdf('report')
        .pages.map(({text}) => text)
        .join('')
    )
    for (const cell of rows.flat()) expect(paper).toContain(folded(cell))
  })

  it('has the four works as Vancouver prints them, in order of citation, each with what the author wrote', () => {
    const html = file('report.html').toString()
    const items = elements(html, 'li').filter(({properties}) => String(properties.id).startsWith('ref-'))
    expect(items.map((item) => textOf(item).replace(/\s+/g, ' '))).toEqual([
      '1. Frawley L, Taylor NT, Sivills O, McPhillamy E, To TD, Wu Y, et al. Stem Cell Therapy for the Treatment of Amyotrophic Lateral Sclerosis: Comparison of the Efficacy of Mesenchymal Stem Cells, Neural Stem Cells, and Induced Pluripotent Stem Cells. Biomedicines. 2025;13(1):35. doi:10.3390/biomedicines13010035 given by the author as “Stem Cell Therapy for the Treatment of Amyotrophic Lateral Sclerosis (Biomedicines, 2025)” ↩',
      '2. Lin TJ, Cheng KC, Wu LY, Lai WY, Ling TY, Kuo YC, et al. Potential of Cellular Therapy for ALS: Current Strategies and Future Prospects. Front Cell Dev Biol. 2022 Mar 16;10:851613. doi:10.3389/fcell.2022.851613 given by the author as “Potential of Cellular Therapy for ALS (Front Cell Dev Biol, 2022)”',
      '3. Tzeplaeff L, Wilfling S, Requardt MV, Herdick M. Current State and Future Directions in the Therapy of ALS. Cells. 2023 May 31;12(11):1523. doi:10.3390/cells12111523 given by the author as “Current State and Future Directions in ALS Therapy (Cells, 2023)”',
      '4. Suzuki N, Nishiyama A, Warita H, Aoki M. Genetics of amyotrophic lateral sclerosis: seeking therapeutic targets in the era of gene therapy. Journal of Human Genetics. 2022 Jun 13;68(3):131–52. doi:10.1038/s10038-022-01055-8 given by the author as “Seeking Therapeutic Targets in the Era of Gene Therapy (Nature, 2023)”'
    ])
    expect(html).not.toContain('tbl-works')
    expect(html.indexOf('id="tbl-trials"')).toBeLessThan(html.indexOf('id="sec-selected-references"'))
    expect(html.indexOf('ClinicalTrials.gov entries')).toBeGreaterThan(html.indexOf('Nature, 2023'))
  })

  it('marks the work that its text links to', () => {
    const html = file('report.html').toString()
    const [mark] = elements(html, 'span').filter(
      ({properties}) => String(properties.className) === 'citation'
    )
    expect(mark && textOf(mark)).toBe('\u00a0(1)')
    expect(
      elements(html, 'a').filter(({properties}) => properties.href === '#ref-biomedicines2025-stem-cell-als')
    ).toHaveLength(1)
  })

  it('says Page n of N on every page but the cover, and DRAFT on all', () => {
    const {pages} = pdf('report')
    expect(pages.map(({text}) => text.includes('DRAFT'))).toEqual(pages.map(() => true))
    expect(pages.map(({text}, index) => text.includes(`Page ${index + 1} of ${pages.length}`))).toEqual(
      pages.map((_, index) => index > 0)
    )
  })

  it('has contents that name the page each heading is on', () => {
    const {pages} = pdf('report')
    const contents = pages.find(({text}) => text.includes('Contents'))?.text.replace(/\s+/g, ' ') ?? ''
    const headings = [...prose.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) => heading)
    const named = headings.map((heading) => [
      heading,
      Number(new RegExp(`${heading} (\\d+)`).exec(contents)?.[1])
    ])
    expect(named).toEqual(headings.map((heading) => [heading, pdf('report').bookmarked.get(heading)]))
    expect(named[0]?.[1]).toBeGreaterThan(1)
  })

  it('has bookmarks for its title and headings', () => {
    expect(pdf('report').outline).toEqual([
      'Amyotrophic Lateral Sclerosis',
      ...[
        ' Key points',
        ' Contents',
        ' Overview of Recent Research',
        ' Key Research Directions',
        '  Gene Therapies',
        '  Stem Cell Approaches'
      ],
      ...['  Small Molecule and Combination Therapies', '  Leading Institutions and Funding'],
      ...[' Critical Analysis and Remaining Challenges', ' Conclusion', ' Selected References', ' Audit']
    ])
  })

  it('is A4, embeds every font as TrueType, and is dated by the review', () => {
    for (const [name, {pages, fonts, info}] of pdfs) {
      expect(fonts.length, name).toBeGreaterThan(1)
      expect(
        fonts.filter(({type, embedded}) => type !== 'CIDFontType2' || !embedded),
        name
      ).toEqual([])
      expect(info.CreationDate, name).toMatch(/^D:20250225000000/)
      expect(info.ModDate, name).toMatch(/^D:20250225000000/)
      expect(info.Language, name).toBe('en')
      const [width, height] = name === 'slides' ? [960, 540] : [595, 842]
      expect(
        pages.filter((page) => Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1),
        name
      ).toEqual([])
    }
  })

  it('has a briefing of one or two pages with key points, trials and conclusion', () => {
    const {pages} = pdf('briefing')
    const text = folded(pages.map((page) => page.text).join(''))
    expect(pages.length).toBeLessThanOrEqual(2)
    for (const trial of trials) expect(text).toContain(trial)
    expect(text).toContain(folded('one day yield a genuine cure'))
    expect(text).toContain(folded('Though Riluzole remains standard-of-care'))
  })

  it('has as many pages of slides as slides, each with its title', () => {
    const sections = elements(file('slides.html').toString(), 'section')
    const titles = sections.map((section) =>
      folded(textOf(elements(section, 'h2')[0] ?? elements(section, 'h1')[0] ?? section))
    )
    expect(pdf('slides').pages.length).toBe(sections.length)
    expect(
      titles.filter((title, index) => !folded(pdf('slides').pages[index]?.text ?? '').includes(title))
    ).toEqual([])
  })

  it('keeps every run of text on its slide', () => {
    const outside = pdf('slides').pages.flatMap(({width, height, runs}) =>
      runs.filter(
        ({text, x, y, width: length}) => text.trim() && (x < 0 || y < 0 || y > height || x + length > width)
      )
    )
    expect(outside).toEqual([])
  })

  it('has all of its text on slides or in notes', () => {
    const html = fromHtml(file('slides.html').toString())
    const deck = unmarked(
      elements(html, 'section')
        .map((section) => textOf(section))
        .join('\n')
    )
    expect(blocks.filter((block) => !deck.includes(block))).toEqual([])
  })

  it('has each slide beside its notes in the handout', () => {
    const text = unmarked(
      pdf('handout')
        .pages.map((page) => page.text)
        .join('\n')
    )
    expect(blocks.filter((block) => !isWithin(text, block))).toEqual([])
  })

  it('asks for nothing: no address in any page but in links', () => {
    for (const name of ['report.html', 'slides.html']) {
      const html = file(name).toString()
      const loading = elements(html, '*').flatMap(({tagName, properties}) =>
        ['src', 'srcSet', 'data', 'poster', 'background']
          .flatMap((key) => (properties[key] ? [`${tagName} ${String(properties[key]).slice(0, 30)}`] : []))
          .filter((each) => each !== 'img data:image/svg+xml;base64,PHN2')
          .concat(tagName === 'link' ? [tagName] : [])
      )
      expect(loading, name).toEqual([])
      const css = elements(html, 'style')
        .map((style) => textOf(style))
        .join('')
      expect(
        [...css.matchAll(/url\((?!["']?data:)[^)]*\)|@import[^;]*/g)].map(([found]) => found),
        name
      ).toEqual([])
    }
  })

  it('gives the same bytes elsewhere, at another hour, in another language of the machine', async () => {
    const project = makeProject({'content/als-review.md': source})
    const {TZ, LANG} = process.env
    process.env.TZ = 'Pacific/Kiritimati'
    process.env.LANG = 'tr_TR.UTF-8'
    const again = await buildProject(project)
    process.env.TZ = TZ
    process.env.LANG = LANG
    const other = filesBelow(join(again.out, 'als-review'))
    for (const [name, bytes] of files) expect(other.get(name)?.equals(bytes), name).toBe(true)
  })
})

/** Text without the one mark that its link got. */
function unmarked(text: string): string {
  return folded(text).replaceAll('(Biomedicines)(1)', '(Biomedicines)')
}

function file(name: string): Buffer {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`No ${name}`)
  return bytes
}

function pdf(name: string): OpenPdf {
  const open = pdfs.get(name)
  if (!open) throw new Error(`No ${name}.pdf`)
  return open
}

function tableIn(html: string, id: string): Element | undefined {
  const exhibit = elements(html, 'div').find(({properties}) => properties.id === id)
  return elements(exhibit, 'table')[0]
}

function elements(of: string | Parameters<typeof visit>[0] | undefined, name: string): Element[] {
  const tree = typeof of === 'string' ? fromHtml(of) : of
  const found: Element[] = []
  if (!tree) return found
  visit(tree as Element, 'element', (node) => {
    if (name === '*' || node.tagName === name) found.push(node)
  })
  return found
}

function isElement(node: {type: string}): node is Element {
  return node.type === 'element'
}

/** Whether a block stands in a text, in one piece or in two that follow each other. */
function isWithin(text: string, block: string): boolean {
  if (text.includes(block)) return true
  for (let at = 1; at < block.length; at++) {
    const first = text.indexOf(block.slice(0, at))
    if (first < 0) return false
    const second = text.indexOf(block.slice(at), first + at)
    if (second >= 0 && second - first - at < 400) return true
  }
  return false
}
