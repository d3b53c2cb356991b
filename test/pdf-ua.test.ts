import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PdfArray, PdfBool, PdfName, PdfNumber} from '@libpdf/core'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Description} from '../src/model/page.js'
import {Browser} from '../src/press/browser.js'
import {embeddedChromium} from '../src/press/embedded-chromium.js'
import {operatorsOf} from '../src/press/finish/operators.js'
import {toXmp} from '../src/press/finish/xmp.js'
import {finish} from '../src/press/finish.js'
import {browserCache, buildProject, makeProject, root} from './project.js'
import {type Element, kidsOf, openTagged, stringIn, type TaggedPdf} from './tagged-pdf.js'

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const outputs = ['report.pdf', 'briefing.pdf', 'slides.pdf', 'handout.pdf'] as const

const review = `---
title: All that a review may hold & more
subtitle: One of each
authors: [A. Author, B. Author]
date: 2025-02-25
status: draft
language: en
keywords: [ALS, "<trial> & error"]
---

## Text

Some **strong**, *stressed*, ~~gone~~, \`code\`, H<sub>2</sub>O, x<sup>2</sup>, <span lang="fr">sclérose latérale</span>
and a note[^1]. See [the **second** part](#lists) or [a registry](https://clinicaltrials.gov/study/NCT04856982).

> Quoted, with [a link](https://example.org/quoted).

\`\`\`
a block
\`\`\`

<p dir="rtl" lang="ar">see this</p>

<details><summary>In short</summary>Little.</details>

<dl><dt>ALSFRS-R</dt><dd>A scale of <b>function</b></dd></dl>

![A described picture](pixel.png)

![](pixel.png)

<figure><img src="pixel.png" alt="In a figure"><figcaption>Its caption</figcaption></figure>

[^1]: The note, with [its own link](https://example.org/note) and *stress*.

## Lists

- one
- **two** and [a link](https://example.org/item)
  - nested
    1. deep
    2. deeper

      with a paragraph
- [x] done
- [ ] not done

##### Skipped

###### Six

#### Back at four

## Tables

| | Dose | *Effect* |
| - | - | -: |
| first | | **1.5** |
| second | [link](https://example.org/cell) | |

<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="9">x</td><td></td></tr><tr><td colspan="7">y</td></tr></table>

## Long

| Number | Said |
| - | - |
${Array.from({length: 120}, (_, index) => `| ${index + 1} | row ${index + 1} of them |`).join('\n')}

## Conclusion

It holds. [^1]
`

// What no review holds yet, as a page would print it.
const page = `<!doctype html><html lang="en"><head><title>x</title><style>
@page { size: A4; margin: 20mm; @top-left { content: "Running head" } @bottom-right { content: "Folio " counter(page) } }
@page wide { size: A4 landscape }
.wide { page: wide } .faint { opacity: 0.5 } .sign::before { content: "Generated " } aside { background: #eee }
</style></head><body><h1>Title</h1>
<p class="sign">After a sign.</p>
<p>A formula <math alttext="x squared"><msup><mi>x</mi><mn>2</mn></msup></math> and
<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>, a note<a role="doc-noteref" href="#n">1</a><span
role="doc-footnote" id="n">Noted in <em>passing</em>.</span>, <span role="note">another</span>, an <abbr
title="a short form">abbr</abbr>, <span lang="fr">mot</span>, <span aria-hidden="true">Hidden</span> end.</p>
<p><svg role="img" aria-label="A chart" width="60" height="40"><rect width="50" height="30" fill="red"/><g
opacity=".4"><rect width="20" height="20"/><text y="20">inside</text></g></svg>
<svg width="60" height="40"><title>Titled</title><rect width="50" height="30"/></svg>
<svg width="60" height="40" aria-hidden="true"><text y="20">Unseen</text></svg> <img src="${pixel}">
<a href="https://example.org/pictured"><img alt="pictured" src="${pixel}"></a></p>
<figure role="figure"><table><tr><th>Only</th><th>heads</th></tr></table></figure>
<div class="faint"><h4>Faint</h4><ul><li>Faint <a href="https://example.org/faint">link</a></li></ul></div>
<p><a role="mark" href="https://example.org/marked">marked</a></p>
<aside>Aside <p>with a paragraph</p></aside>
<section role="doc-endnotes"><ol><li id="e">End <a role="doc-backlink" href="#n">back</a></li></ol></section>
<div class="wide"><h2>Wide</h2><table><thead><tr><th>Head</th><th></th></tr></thead>
${Array.from({length: 60}, (_, index) => `<tr><td>${index}</td><td></td></tr>`).join('')}</table></div></body></html>`

const description: Description = {
  title: 'Title',
  ...{
    authors: ['A. Author'],
    language: 'en',
    keywords: [],
    headings: [],
    links: [{address: '#n', text: 'to the note'}]
  }
}

const pdfs = new Map<string, TaggedPdf>()
let raw: Uint8Array
let report: Uint8Array
let finished: Uint8Array

const profile = mkdtempSync(join(tmpdir(), 'lectern-profile-'))
afterAll(() => rmSync(profile, {recursive: true, force: true}))

beforeAll(async () => {
  const project = makeProject({
    'content/all.md': review,
    'content/pixel.png': Buffer.from(pixel.replace(/.*,/, ''), 'base64'),
    'content/als-review.md': readFileSync(join(root, 'content/als-review.md'))
  })
  const {out, findings} = await buildProject(project, {only: ['report', 'briefing', 'slides-pdf', 'handout']})
  expect(findings.filter(({severity}) => severity === 'error')).toEqual([])
  for (const name of ['all', 'als-review'])
    for (const file of outputs)
      pdfs.set(`${name}/${file}`, await openTagged(readFileSync(join(out, name, file))))
  report = readFileSync(join(out, 'als-review/report.pdf'))
  const files = await embeddedChromium(browserCache, () => undefined)
  const browser = await Browser.open({...files, profile, sandbox: false})
  raw = await browser.print(page)
  finished = finish(raw.slice(), description).bytes
  await browser.close()
  pdfs.set('page', await openTagged(finished))
})

describe('PDF/UA', () => {
  it('is followed by every PDF of a review', () => {
    const found = [...pdfs].flatMap(([name, pdf]) => problemsOf(pdf).map((problem) => `${name}  ${problem}`))
    expect(found).toEqual([])
    expect(pdfs.size).toBe(9)
  })

  it('is not followed by what the browser prints, in all that is mended', async () => {
    const rules = new Set(problemsOf(await openTagged(raw)).map((problem) => problem.replace(/:.*/s, '')))
    expect([...rules].sort()).toEqual([
      'element in the wrong place',
      'figure without a description',
      'heading that skips a level',
      'link outside its element',
      'link that says nothing',
      'list item without a body',
      'mark of a form that no element claims',
      'no metadata',
      'row of another width than its table',
      'text read twice',
      'type without a role',
      'unmarked content'
    ])
  })

  it('describes a PDF once for old readers and once for new ones', () => {
    const {xmp, pdf} = get('all/report.pdf')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">All that a review may hold &amp; more</rdf:li>')
    expect(xmp).toContain(
      '<dc:creator><rdf:Seq><rdf:li>A. Author</rdf:li><rdf:li>B. Author</rdf:li></rdf:Seq>'
    )
    expect(xmp).toContain(
      '<dc:subject><rdf:Bag><rdf:li>ALS</rdf:li><rdf:li>&lt;trial&gt; &amp; error</rdf:li>'
    )
    expect(xmp).toContain('<xmp:CreateDate>2025-02-25T00:00:00Z</xmp:CreateDate>')
    expect([pdf.getTitle(), pdf.getCreator()]).toEqual(['All that a review may hold & more', 'Lectern'])
    const hostile = {...description, creator: 'c', title: 'a\u0000\uD800<x>&amp;"', date: undefined}
    expect(toXmp(hostile as never)).toContain('>a&lt;x&gt;&amp;amp;&quot;<')
    expect(toXmp(hostile as never)).not.toContain('xmp:CreateDate')
  })

  it('has links say what they are and where they lead', () => {
    const said = get('all/report.pdf').links.map((link) => stringIn(link, 'Contents'))
    expect(said).toContain('the second part')
    expect(said).toContain('a registry (https://clinicaltrials.gov/study/NCT04856982)')
    expect(said).toContain('Text 2')
    expect(get('page').links.map((link) => stringIn(link, 'Contents'))).toEqual(
      expect.arrayContaining([
        'to the note',
        '#n',
        'https://example.org/pictured',
        'https://example.org/faint'
      ])
    )
  })

  it('makes artifacts of what nobody is to read', () => {
    const {artifacts, marks} = get('page')
    expect(artifacts.filter((text) => text.includes('Running head'))).toHaveLength(4)
    for (const text of ['2:Folio ', '2:2', '1:Generated ', '1:Unseen', '3:Head'])
      expect(artifacts.some((each) => each.startsWith(text))).toBe(true)
    expect([...marks.values()].join('')).not.toMatch(/Generated|Hidden|Unseen|Folio/)
  })

  it('has formulas, notes, figures and languages as the page means them', () => {
    const {elements, textOf, resolve} = get('page')
    const alts = (role: string) =>
      elements.filter((each) => each.role === role).map(({dict}) => stringIn(dict, 'Alt'))
    expect(alts('Formula')).toEqual(['x squared', 'ab'])
    expect(alts('Figure')).toEqual(['A chart', 'Titled', 'pictured'])
    const notes = elements.filter(({role}) => role === 'Note')
    expect(notes.map(textOf)).toEqual(['Notedinpassing.', 'another'])
    expect(notes.map(({parent}) => parent?.role)).toEqual(['P', 'P'])
    const french = elements.filter(({dict}) => resolve(dict.get('Lang')) && stringIn(dict, 'Lang') === 'fr')
    expect(french.map(textOf)).toEqual(['mot'])
    expect(get('all/report.pdf').elements.some(({dict}) => stringIn(dict, 'Lang') === 'ar')).toBe(true)
  })

  it('reads in the order of the document', () => {
    for (const [name, {elements, textOf}] of pdfs) {
      const [top] = elements
      if (name !== 'all/report.pdf' || !top) continue
      const whole = textOf(top)
      const text = whole.slice(whole.lastIndexOf('Somestrong'))
      const order = [
        'Somestrong',
        // A note stands beside its mark.
        'Thenote',
        'Quoted',
        'ablock',
        'Inshort',
        'Little',
        'ALSFRS-R',
        'two',
        'deeper',
        'Skipped'
      ]
      const places = [...order, 'row1ofthem', 'row120ofthem', 'Itholds'].map((each) => text.indexOf(each))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
  })

  it('says all of the slides in the handout, forms or not', () => {
    const handout = get('als-review/handout.pdf')
    const slides = get('als-review/slides.pdf')
    const [top] = handout.elements
    const said = top ? handout.textOf(top) : ''
    for (const heading of slides.elements.filter(({role}) => /^H\d$/.test(role)))
      expect(said).toContain(slides.textOf(heading))
  })

  it('changes nothing of what is painted', async () => {
    expect(await paintingOf(finished)).toEqual(await paintingOf(raw))
  })

  it('gives the same bytes for the same print', async () => {
    expect(Buffer.compare(finish(raw.slice(), description).bytes, finished)).toBe(0)
  })

  it('reads content streams as they may be written', () => {
    const stream = Buffer.from(
      '/P <</MCID 3/A ((a) b\\) (EMC) ) >>BDC % Tj (\n[(x)(\\050)-3<4a4B>]TJ(a)\' 1 2(b)" BI /W 1 ID \nQ EI\u00ffq\nEI true\nf* q/X5 Do Q\nEMC'
    )
    const names = ['BDC', 'EMC', 'TJ', "'", '"', 'BI', 'f*', 'q', 'Q', 'Do', 'Tj']
    const numbers = operatorsOf(stream, names)
    const found = Array.from({length: numbers.length / 3}, (_, index) => {
      const [name = 0, from = 0, end = 0] = numbers.subarray(index * 3)
      return {name: names[name], from, end}
    })
    expect(found.map(({name}) => name)).toEqual(['BDC', 'TJ', "'", '"', 'BI', 'f*', 'q', 'Do', 'Q', 'EMC'])
    expect(found.slice(0, 4).map(({from, end}) => stream.subarray(from, end).toString('latin1'))).toEqual([
      ...['/P <</MCID 3/A ((a) b\\) (EMC) ) >>BDC', '[(x)(\\050)-3<4a4B>]TJ', "(a)'", '1 2(b)"']
    ])
  })
})

function get(name: string): TaggedPdf {
  const pdf = pdfs.get(name)
  if (!pdf) throw new Error(`Unexpected name ${name}`)
  return pdf
}

/** What a PDF does not keep of PDF/UA-1, as far as a machine can tell. */
function problemsOf(tagged: TaggedPdf): string[] {
  const {pdf, elements, marks, unmarked, links, formMarks, xmp, resolve} = tagged
  const catalog = pdf.context.catalog.getDict()
  const viewer = resolve(catalog.get('ViewerPreferences'))
  const claims = elements.flatMap(({parts}) => parts.filter((part) => typeof part === 'string'))
  const linked = new Map(elements.flatMap((element) => element.links.map((link) => [link, element.role])))
  const notes = elements.filter(({role}) => role === 'Note').map(({dict}) => stringIn(dict, 'ID'))
  const isTitled =
    viewer?.type === 'dict' &&
    viewer.get('DisplayDocTitle') === PdfBool.TRUE &&
    stringIn(catalog, 'Lang') !== ''
  let level = 0
  const skips = elements.flatMap((element) => {
    const depth = Number(/^H(\d)$/.exec(element.role)?.[1] ?? 0)
    if (depth === 0) return []
    const skipped = depth > level + 1
    level = depth
    return skipped ? [`heading that skips a level: ${tagged.textOf(element)}`] : []
  })
  return [
    ...(/pdfuaid:part>1</.test(xmp) && xmp.includes('<dc:title>') ? [] : ['no metadata']),
    ...(isTitled ? [] : ['no title or language']),
    ...unmarked.map((what) => `unmarked content: ${what}`),
    ...[...marks.keys()]
      .filter((mark) => !claims.includes(mark))
      .map((mark) => `mark in no element: ${mark}`),
    ...[...formMarks.there]
      .filter((mark) => !formMarks.claimed.has(mark))
      .map((mark) => `mark of a form that no element claims: ${mark}`),
    ...claims.filter((mark) => !marks.has(mark)).map((mark) => `mark in no content: ${mark}`),
    ...claims
      .filter((mark, index) => claims.indexOf(mark) !== index)
      .map((mark) => `mark claimed twice: ${mark}`),
    ...links.filter((link) => !stringIn(link, 'Contents')).map(() => 'link that says nothing'),
    ...links.filter((link) => linked.get(link) !== 'Link').map(() => 'link outside its element'),
    ...links.filter((link) => !leadsBack(tagged, link)).map(() => 'link that leads to no element'),
    ...pdf
      .getPages()
      .filter(({dict}) => dict.has('Annots') && dict.getName('Tabs')?.value !== 'S')
      .map(() => 'page without an order of links'),
    ...skips,
    ...notes
      .filter((id, index) => !id || notes.indexOf(id) !== index)
      .map(() => 'note without a name of its own'),
    ...elements.flatMap((element) => problemsOfElement(element, tagged))
  ]
}

const standard = new Set(
  'Document Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Note Code Link Ruby RB RT Figure Formula Form'.split(
    ' '
  )
)
const holders: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD']
}

function problemsOfElement(element: Element, tagged: TaggedPdf): string[] {
  const {role, dict, parts} = element
  const kids = kidsOf(element).map((kid) => kid.role)
  const within = holders[role]
  const text = tagged.textOf(element)
  const isDescribed = stringIn(dict, 'Alt') !== ''
  const heads = role === 'TH' ? element.attribute('Scope') : PdfName.of('Column')
  return [
    ...(standard.has(role) ? [] : [`type without a role: ${role}`]),
    ...(role === 'LI' && !kids.includes('LBody') ? [`list item without a body: ${text}`] : []),
    ...(within && (parts.length > kids.length || kids.some((kid) => !within.includes(kid)))
      ? [`element in the wrong place: ${role} of ${kids}`]
      : []),
    ...((role === 'Figure' || role === 'Formula') && !isDescribed ? ['figure without a description'] : []),
    ...(role === 'Figure' && kids.includes('Figure') ? ['figure round a figure'] : []),
    ...(heads instanceof PdfName ? [] : [`head without a scope: ${text}`]),
    ...(role === 'TH' && /^(.{3,})\1+$/.test(text) ? [`text read twice: ${text}`] : []),
    ...(role === 'Table' && new Set(widthsOf(element)).size > 1
      ? ['row of another width than its table']
      : [])
  ]
}

/** How many columns each row of a table has, with what reaches into it from above. */
function widthsOf(table: Element): number[] {
  const rows = kidsOf(table).filter(({role}) => role === 'TR')
  const widths = rows.map(() => 0)
  for (const [index, row] of rows.entries())
    for (const cell of kidsOf(row)) {
      const [down, across] = ['RowSpan', 'ColSpan'].map((name) => {
        const span = cell.attribute(name)
        return span instanceof PdfNumber ? span.value : 1
      }) as [number, number]
      for (let below = index; below < index + down; below++) widths[below] = (widths[below] ?? 0) + across
    }
  return widths
}

/** Whether the table that leads from annotations to elements leads from a link to the element that holds it. */
function leadsBack({pdf, elements, resolve}: TaggedPdf, link: Element['dict']): boolean {
  const tree = resolve(pdf.context.catalog.getDict().get('StructTreeRoot'))
  const table = tree?.type === 'dict' ? resolve(tree.get('ParentTree')) : undefined
  const key = link.getNumber('StructParent')?.value
  const owner = elements.find(({links}) => links.includes(link))?.dict
  const pairs = table?.type === 'dict' ? resolve(table.get('Nums')) : undefined
  // A print’s own table is a tree of several levels; only a finished one is flat.
  if (!(pairs instanceof PdfArray)) return true
  const each = pairs.toArray()
  const at = each.findIndex(
    (value, index) => index % 2 === 0 && value instanceof PdfNumber && value.value === key
  )
  return owner !== undefined && resolve(each[at + 1]) === owner
}

/** Texts, drawings and where they stand, page by page, without the marks. */
async function paintingOf(bytes: Uint8Array): Promise<string[]> {
  const {getDocument, OPS} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const marking = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps, OPS.endMarkedContent])
  const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false}).promise
  const painted: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const {fnArray, argsArray} = await (await pdf.getPage(number)).getOperatorList()
    for (const [index, operator] of fnArray.entries()) {
      if (marking.has(operator) || operator === OPS.dependency) continue
      // Names of fonts and images are counted anew each time a file is opened.
      painted.push(
        `${operator} ${JSON.stringify(argsArray[index])?.replace(/g_d\d+_|_p\d+_|img_\S+?"/g, '')}`
      )
    }
  }
  await pdf.destroy()
  return painted
}

it('holds no mark for a mere space inside that of a text: some readers stop there', async () => {
  const pdf = await getDocument({data: new Uint8Array(report), verbosity: 0}).promise
  const inner: string[] = []
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    let depth = 0
    const {items} = await (await pdf.getPage(number)).getTextContent({includeMarkedContent: true})
    for (const item of items) {
      if ('str' in item) text += item.str
      else if (item.type === 'endMarkedContent') depth--
      else if (++depth > 1) inner.push(`${number}: ${item.type}`)
    }
  }
  expect(text).toMatch(/phase\sIII trials, such as the “ALSUMMIT” study/)
  expect(inner).toEqual([])
})
