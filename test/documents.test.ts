import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {checkDocument} from '../src/app/check-document.js'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {loadResources, type Resources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import {drawFigure} from '../src/figure/draw-figure.js'
import type {Document} from '../src/model/document.js'
import type {Evidence} from '../src/model/evidence.js'
import type {World} from '../src/model/world.js'
import {readData} from '../src/read/read-data.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {readMatter} from '../src/read/read-matter.js'
import {createFill} from '../src/template/fill.js'
import {toDocument} from '../src/transform/to-document.js'
import {root} from './project.js'

const world = folderWorld(root)
let loaded: Promise<[Resources, Evidence]> | undefined

describe('a document', () => {
  it('without front matter is titled by its first heading, a draft, undated, and says its language', async () => {
    const {document, findings} = await read(
      '# Sclérose\n\n## Contexte\n\nLa maladie touche les neurones moteurs de la moelle épinière et du cerveau. Elle progresse vite.\n'
    )
    expect([document.title, document.status, document.date, document.language]).toEqual([
      'Sclérose',
      'draft',
      undefined,
      'fr'
    ])
    expect(document.keyPoints).toEqual([
      'La maladie touche les neurones moteurs de la moelle épinière et du cerveau.'
    ])
    expect(findings).toEqual([
      'content/r.md:1:1  note  Unexpected review without `language`, read as `fr`  language-detected'
    ])
  })

  it('keeps clinical colons as prose', async () => {
    const {html} = await read('The effect (HR:0.85, 95% CI 0.7:1) at 10:30 and 1:2 ratio; p:value.\n')
    expect(html).toBe('<p>The effect (HR:0.85, 95%\u00A0CI 0.7:1) at 10:30 and 1:2 ratio; p:value.</p>')
  })

  it('knows trials wherever they stand, in order of first mention', async () => {
    const {document} = await read(
      '# About NCT03127514\n\n## On NCT04856982\n\n`NCT03280056`, [a trial](https://clinicaltrials.gov/study/NCT02623699)\n\n| a |\n| - |\n| NCT02881476 |\n\nXNCT00000001, NCT123456789 and nct03488524\n'
    )
    expect(document.trials.map(({id, place}) => `${id} ${place.line}:${place.column}`)).toEqual([
      'NCT03127514 1:9',
      'NCT04856982 3:7',
      'NCT03280056 5:2',
      'NCT02623699 5:59',
      'NCT02881476 9:3',
      'NCT03488524 11:32'
    ])
  })

  it('links bare ids and renews retired addresses, printed ones too', async () => {
    const {html} = await read(
      'See NCT04856982, [x](http://www.clinicaltrials.gov/ct2/show/results/NCT04856982?term=a) and https://clinicaltrials.gov/ct2/show/NCT04856982.\n'
    )
    const now = 'https://clinicaltrials.gov/study/NCT04856982'
    expect(html).toBe(
      `<p>See <a href="${now}">NCT04856982</a>, <a href="${now}">x</a> and <a href="${now}">${now}</a>.</p>`
    )
  })

  it('says where a trial without a record stands, once', async () => {
    const {document, findings, tables} = await read('Text\n\n• see NCT99999999 and again NCT99999999\n')
    expect(findings).toEqual([
      'content/r.md:3:7  warning  Unexpected trial `NCT99999999` without a record, expected one in `content/evidence/trials.json`: `lectern refresh --add` asks the registry for it  unknown-trial'
    ])
    expect(document.trials).toEqual([{id: 'NCT99999999', place: {line: 3, column: 7}}])
    expect(tables).toContain('NCT99999999 no registry record held')
  })

  it.each([
    ['## Selected References', '• [A](https://doi.org/10.3390/cells12111523)'],
    ['## 7. Sources :', '1. https://pmc.ncbi.nlm.nih.gov/articles/PMC10252394/'],
    ['**References**', '- Tzeplaeff et al. doi:10.3390/cells12111523.'],
    ['# Références bibliographiques', '• [A](https://www.mdpi.com/2073-4409/12/11/1523)'],
    ['### Bibliographie', '[A](https://doi.org/10.3390/cells12111523)']
  ])('knows %j as the head of the reference list', async (heading, item) => {
    const {document} = await read(`## Intro\n\nText.\n\n${heading}\n\n${item}\n`)
    expect(document.referencesId).toBeDefined()
    expect(document.works.map((work) => work.item.id)).toEqual(['tzeplaeff2023-therapy-als'])
  })

  it.each([
    ['colspan="3" rowspan="2"', 'rowspan="2" colspan="3"'],
    ['colspan="5000"', 'colspan="400"'],
    ['colspan="5000" rowspan="5000"', 'rowspan="400" colspan="1"'],
    ['colspan="-1" rowspan="x"', 'rowspan="1" colspan="1"']
  ])('lets no cell reach over thousands of others: %s', async (written, kept) => {
    const {html} = await read(`<table><tr><td ${written}>a</td></tr></table>\n`)
    const cell = /<td[^>]*>/.exec(html)?.[0].split(/[ >]/).sort()
    expect(cell).toEqual(`<td ${kept}>`.split(/[ >]/).sort())
  })

  it('sets trials before the references, or where the author says; works only there', async () => {
    const body = 'NCT04856982\n\n## References\n\n[A](https://doi.org/10.3390/cells12111523)\n'
    expect(order(await read(body))).toEqual(['tbl-trials 1', 'sec-references'])
    expect(order(await read(`::references\n\n${body}\n## After\n\n::trials\n`))).toEqual([
      'tbl-works 1',
      'sec-references',
      'sec-after',
      'tbl-trials 2'
    ])
  })

  it('starts headings at h2 and skips no level', async () => {
    const {document} = await read('### a\n\n# b\n\n#### c\n\n## d\n\n##### e\n')
    expect(document.headings.map(({depth, text}) => `${depth} ${text}`)).toEqual(['2 a', '3 c', '2 d', '3 e'])
    expect(document.title).toBe('b')
  })

  it('prints an unknown directive as it was written, and says so', async () => {
    const {html, findings} = await read('::trails\n\n:::note\nInner.\n:::\n')
    expect(html).toContain('<p>::trails</p>')
    expect(html).toContain('Inner.')
    expect(findings.map((each) => each.replace(/, expected .*? {2}/, '  '))).toEqual([
      'content/r.md:1:1  error  Unexpected directive `::trails`  unknown-directive',
      'content/r.md:3:1  error  Unexpected directive `:::note`  unknown-directive'
    ])
  })

  it('keeps the text of raw HTML and nothing that could run, load or pose as ours', async () => {
    const {html} = await read(
      'CO<sub>2</sub> <b onclick="x()">bold</b><script>alert(1)</script> <iframe src="file:///etc/passwd">i</iframe>\n\n<div id="contents" style="x"><p>Block</p></div>\n\n<!-- secret -->\n\n[j](javascript:alert) <img src="file:///etc/passwd" alt="no">\n'
    )
    expect(html).toContain('CO<sub>2</sub> <b>bold</b>')
    expect(html).toContain('<div><p>Block</p></div>')
    expect(html).not.toMatch(/script|iframe|onclick|secret|passwd|id="contents"|style=/)
  })

  it('keeps what looks like an element but is none, and does not take HTML for a directive', async () => {
    const {html, document, findings} = await read(
      'Values <LLOQ> in the <placebo> arm, see <NCT04856982>.\n\n<lectern-directive name="trials"></lectern-directive>\n'
    )
    expect(html).toContain(
      'Values &#x3C;LLOQ> in the &#x3C;placebo> arm, see &#x3C;<a href="https://clinicaltrials.gov/study/NCT04856982">NCT04856982</a>>.'
    )
    expect(html).toContain('&#x3C;lectern-directive name="trials">')
    expect(document.trials.map(({place}) => place)).toEqual([{line: 1, column: 42}])
    expect(findings).toEqual([])
  })

  it.each([
    ['<!-- x', '-->'],
    ['<script>', '</script>'],
    ['<style>', '</style>'],
    ['<title>x', '</title>'],
    ['<?php', '?>']
  ])('says that %j without its end would swallow the text below', async (opening, end) => {
    const {findings} = await read(`A.\n\n${opening}\n\nB.\n`)
    expect(findings).toEqual([
      `content/r.md:3:1  error  Unexpected HTML without its end, expected \`${end}\`: the text below would be lost  unclosed-html`
    ])
  })

  it.each([
    ['quotes', 1, `${'> '.repeat(500)}deep`],
    ['lists', 101, Array.from({length: 1500}, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['HTML', 1, `${'<div>'.repeat(1500)}deep`]
  ])('cuts off nesting that no reader follows, and says so: %s', async (_, line, text) => {
    const {findings} = await read(`${text}\n`)
    expect(findings.map((each) => [each.split(':')[1], each.split('  ').at(-1)])).toEqual([
      [String(line), 'too-deep']
    ])
  })

  it.each([
    ['---\n# comment\ntitle: T\n---\nText', true, 'T'],
    ['---\n\ntitle: T\n---\nText', true, 'T'],
    ['---\r\ntitle: T\r\n---\r\nText', true, 'T'],
    ['---\n---\n# H', true, 'H'],
    ['---\n\n# H\n\nIntro: text.\n\n---\n', false, 'H'],
    ['---\n# H\n\nText.\n---\n', false, 'H']
  ])('tells front matter from a rule in %j', async (source, expected, title) => {
    const {document, matter} = await read(source)
    expect([matter.hasFrontMatter, document.title]).toEqual([expected, title])
  })

  it.each([
    ['---\nkey points: [a]\n---\n', '2:1', 'Unexpected key `key points`'],
    ['---\nrésumé: x\n---\n', '2:1', 'Unexpected key `résumé`'],
    ['---\ntitle: T\nText\n', '1:1', 'Unexpected front matter without an end']
  ])('says what is wrong with the front matter %j', async (source, place, message) => {
    const {findings} = await read(source)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(new RegExp(`^content/r\\.md:${place}  error  ${message}`))
  })

  it('takes marks of footnotes for no part of titles, headings and key points', async () => {
    const {document} = await read(
      '# Title[^1]\n\n## Overview[^1]\n\nA first point that says as much as a whole sentence should say.[^1] A second.\n\n[^1]: Note.\n'
    )
    expect([document.title, document.headings[0]?.text, document.keyPoints]).toEqual([
      'Title',
      'Overview',
      ['A first point that says as much as a whole sentence should say.']
    ])
  })

  it('knows a trial that only the front matter names', async () => {
    const {document} = await read('---\nkeyPoints: [See NCT04856982.]\n---\nText.\n')
    expect(document.trials.map(({id, place}) => [id, place])).toEqual([
      ['NCT04856982', {line: 2, column: 17}]
    ])
  })

  it('reads long runs of abbreviations and signs, which hang a careless pattern', async () => {
    const {document} = await read(`## ${'a111'.repeat(25_000)}b\n\n${'Dr. '.repeat(50_000)}\n`)
    expect(document.headings[0]?.text).toHaveLength(100_001)
    expect(document.conclusion?.content).toHaveLength(1)
  })

  it('says that a place for a table stays empty', async () => {
    const {findings} = await read('Text.\n\n::trials\n')
    expect(findings).toEqual([
      'content/r.md:3:1  warning  Unexpected `::trials` in a review without any, expected a trial id  empty-table'
    ])
  })

  it('makes a heading in a quote a line in bold', async () => {
    const {html, document} = await read('> # Inner\n')
    expect([html.replace(/\n/g, ''), document.headings]).toEqual([
      '<blockquote><p><strong>Inner</strong></p></blockquote>',
      []
    ])
  })

  it('never asks an address for a picture, and says which file is missing', async () => {
    const {findings} = await read(
      '![a](https://example.org/a.png)\n\n![b](../../etc/passwd.png)\n\n![c](c.png)\n'
    )
    expect(findings).toEqual([
      'content/r.md:1:1  error  Unexpected address `https://example.org/a.png`, expected a picture saved in the project  remote-image',
      'content/r.md:3:1  error  Unexpected missing picture `../../etc/passwd.png`, expected a file at `../etc/passwd.png`  missing-image',
      'content/r.md:5:1  error  Unexpected missing picture `c.png`, expected a file at `content/c.png`  missing-image'
    ])
  })

  it('refuses a file that is not the picture its name says', async () => {
    const {findings} = await read('![a](a.png)\n', {
      read: async () => new Uint8Array([60, 104]),
      list: async () => []
    })
    expect(findings).toEqual([
      'content/r.md:1:1  error  Unexpected content of `a.png`, expected a picture of the kind its name says  unknown-image'
    ])
  })

  it('embeds a picture of the project', async () => {
    const png = Buffer.from('iVBORw0KGgo=', 'base64')
    const {html, findings} = await read('![a](img/a.png)\n', {
      read: async (path) => (path === 'content/img/a.png' ? png : undefined),
      list: async () => []
    })
    expect(html).toBe('<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="a"></p>')
    expect(findings).toEqual([])
  })

  it('leads links to headings, and says which lead nowhere', async () => {
    const {html, findings} = await read('## Über α\n\n[up](#über-α) [no](#gone) [file](other.md)\n')
    expect(html).toContain('<a href="#sec-uber">up</a> <span>no</span> <span>file</span>')
    expect(findings.map((each) => each.split('  ').at(-1))).toEqual(['broken-link', 'broken-link'])
  })

  it('takes its conclusion from the section that says so, else from the last before the references', async () => {
    const sections = '## A\n\nOne.\n\n## B\n\nTwo.\n\n## References\n\n[x](https://example.org)\n'
    expect((await read(sections)).document.conclusion?.heading).toBe('B')
    expect((await read(`## Z\n\n## Conclusions\n\nThree.\n\n${sections}`)).document.conclusion?.heading).toBe(
      'Conclusions'
    )
  })
})

async function read(body: string, files: World = world) {
  loaded ??= Promise.all([loadResources(world), loadEvidence()])
  const [resources, evidence] = await loaded
  const hasMatter = body.startsWith('#') && body.includes('Sclérose')
  const file = new VFile({path: 'content/r.md', value: body})
  const matter = {...readMatter(file, {}), ...(hasMatter ? {} : {language: 'en'})}
  const document = await toDocument(file, {
    name: 'r',
    matter,
    evidence,
    world: files,
    readData,
    fillFor: (words) => createFill(resources.templates, words),
    drawFigure
  })
  checkDocument(document, file, evidence)
  const own = document.body.filter((node) => !(node.type === 'element' && node.properties.className))
  return {
    document,
    matter,
    findings: findingsOf(file).map(formatFinding),
    html: toHtml({type: 'root', children: own}),
    tables: document.body
      .filter((node) => !own.includes(node))
      .map((node) => textOf(node).replace(/\s+/g, ' '))
      .join('')
  }
}

function order({document}: {document: Document}): string[] {
  const found: string[] = []
  visit({type: 'root', children: [...document.body]}, 'element', (node: Element) => {
    const id = String(node.properties.id ?? '')
    const number = /Tab\w+\u00a0(\d)/.exec(textOf(node))?.[1]
    if (id) found.push(id.startsWith('tbl') ? `${id} ${number}` : id)
  })
  return found
}

async function loadEvidence(): Promise<Evidence> {
  const load = async (name: string) =>
    new VFile({path: name, value: new TextDecoder().decode(await world.read(name))})
  const [trials, references] = await Promise.all([
    load('content/evidence/trials.json'),
    load('content/evidence/references.json')
  ])
  return readEvidence({trials, references})
}
