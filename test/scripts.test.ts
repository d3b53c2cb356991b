import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {beforeAll, describe, expect, it} from 'vitest'
import {formatFinding} from '../src/app/format-finding.js'
import {isolated} from '../src/transform/direction.js'
import {folded, type OpenPdf, openPdf} from './pdf.js'
import {type Built, buildProject, filesBelow, makeProject, root} from './project.js'

const fixture = (name: string) => readFileSync(join(root, `test/fixtures/${name}.md`), 'utf8')
const reviews = {
  'content/ar.md': fixture('ar'),
  'content/ja.md': fixture('ja'),
  'content/fr.md': fixture('fr')
}
const fonts = 'fonts:\n  - "@expo-google-fonts/vazirmatn"\n  - "@expo-google-fonts/biz-udpgothic"\n'

let built: Built
let files: Map<string, Buffer>
const reports = new Map<string, OpenPdf>()

beforeAll(async () => {
  built = await buildProject(makeProject({...reviews, 'lectern.yaml': fonts}), {
    only: ['report', 'web', 'slides']
  })
  files = filesBelow(built.out)
  for (const name of ['ar', 'ja', 'fr']) reports.set(name, await openPdf(bytesOf(`${name}/report.pdf`)))
})

describe('reviews in Arabic, Japanese and French, with fonts for each', () => {
  it('build with nothing a reader could be misled by', () => {
    expect(built.findings.filter(({severity}) => severity !== 'note')).toEqual([])
    expect([...built.built].sort()).toEqual(['ar', 'fr', 'ja'])
  })

  it.each([
    ['ar', ['Vazirmatn', 'Vazirmatn-SemiBold']],
    ['ja', ['BIZUDPGothic', 'BIZUDPGothic-Bold']],
    ['fr', []]
  ])(
    'carry in %s only the fonts that they need, whole in the PDF and none of them Type 3',
    (name, expected) => {
      const found = reports.get(name)?.fonts ?? []
      expect(found.filter(({type, embedded}) => type !== 'CIDFontType2' || !embedded)).toEqual([])
      const own = found.map((font) => font.name.replace(/^[A-Z]+\+/, '').replace(/-Regular$/, ''))
      expect([...new Set(own)].filter((each) => !each.startsWith('Source')).sort()).toEqual(expected)
    }
  )

  it.each(['ar', 'ja', 'fr'])('print no box in %s: no glyph is the one for what is missing', async (name) => {
    const glyphs = await glyphsOf(bytesOf(`${name}/report.pdf`))
    expect(glyphs.length).toBeGreaterThan(500)
    expect(glyphs.filter((glyph) => glyph === 0)).toEqual([])
  })

  it.each([
    ['ar', ['NCT02623699', 'الضموري', 'الجانبي', 'NurOwn']],
    ['ja', ['筋萎縮性側索硬化症', '神経変性疾患である。', '第III相試験VALOR', 'ニューロフィラメント軽鎖']],
    ['fr', ['Sclérose latérale amyotrophique', 'Fallait-il y croire plus tôt', 'l’insuffisance respiratoire']]
  ])('give back in %s the text that a reader copies', (name, phrases) => {
    const pages = reports.get(name)?.pages ?? []
    const text = folded(pages.map((page) => page.text).join(''))
    expect(phrases.filter((phrase) => !text.includes(folded(phrase)))).toEqual([])
    expect(text).not.toMatch(/[\u2E80-\u2FDF\uFB50-\uFDFF\uFE70-\uFEFE]/)
  })

  it('give back every word of the Arabic text, letter for letter', () => {
    const pages = reports.get('ar')?.pages ?? []
    // One glyph is lam with alef, whose letters this reader of PDFs gives from left to right.
    const known = (text: string) => text.replace(/ل([اأإآ])/g, '$1ل')
    const text = pages.map((page) => page.text).join(' ')
    const words = fixture('ar').match(/[\u0621-\u063A\u0641-\u064A]{3,}(?![\u064B-\u0652])/g) ?? []
    expect(words.length).toBeGreaterThan(200)
    expect(words.filter((word) => !text.includes(word) && !text.includes(known(word)))).toEqual([])
  })

  it('begin at the right in Arabic: title, headings, running head; DRAFT; the folio at the left', () => {
    const pages = reports.get('ar')?.pages ?? []
    const runs = (text: string, page: number) =>
      pages[page]?.runs.filter((each) => each.text.includes(text)) ?? []
    const right = (text: string, page: number) =>
      Math.max(...runs(text, page).map(({x, width: wide}) => Math.round(x + wide)))
    const left = (text: string, page: number) => Math.min(...runs(text, page).map(({x}) => Math.round(x)))
    const margin = Math.round((22 / 25.4) * 72)
    const width = Math.round(pages[0]?.width ?? 0)
    expect(right('للتصلب', 0)).toBeGreaterThan(width - margin - 4)
    expect(right('نظرة', 1)).toBeGreaterThan(width - margin - 30)
    expect(right('DRAFT', 1)).toBeGreaterThan(width - margin - 4)
    expect(left('Page', 1)).toBeLessThan(margin + 4)
  })

  it('run from right to left where the language does, with what is English apart', () => {
    const html = bytesOf('ar/report.html')
      .toString()
      .replace(/<style>[\s\S]*?<\/style>/g, '')
    expect(html).toContain('<html lang="ar" dir="rtl" class="web">')
    expect(html).toContain('<h2 lang="en" dir="ltr">Key points</h2>')
    expect(html).toMatch(/<div class="exhibit evidence"[^>]* lang="en" dir="ltr">/)
    expect(html).toContain('<bdi dir="ltr">95%\u00A0CI 0.03–0.81; p\u00A0=\u00A00.03</bdi>')
    expect(html).toContain('<bdi class="signed" dir="ltr">−1.24</bdi>')
    expect(html).toContain('<bdi class="signed" dir="ltr">2025-02-25</bdi>')
    expect(html).toMatch(/<li id="ref-tzeplaeff[^"]*" class="reference" dir="ltr">/)
    expect(html).toContain('«قد يستفيدون أكثر»')
    const deck = bytesOf('ar/slides.html').toString()
    expect(deck).toContain('"rtl":true')
    // reveal.js would set such headings in a font that no page carries.
    expect(deck.lastIndexOf('.reveal.rtl .slides :is(h1, h2)')).toBeGreaterThan(
      deck.lastIndexOf('.reveal.rtl .slides h6')
    )
    for (const name of ['fr', 'ja'])
      expect(bytesOf(`${name}/report.html`).toString()).not.toMatch(/<html[^>]*dir=/)
  })

  it('set numbers apart in key points too', () => {
    expect(isolated('كان HR 0.85 (95% CI 0.70–1.03)، و', 'ar')).toBe(
      'كان \u2066HR 0.85 (95% CI 0.70–1.03)\u2069، و'
    )
    expect(isolated('HR 0.85 (0.70–1.03)', 'en')).toBe('HR 0.85 (0.70–1.03)')
  })

  it('cut key points of Japanese and Arabic at their own full stops', () => {
    expect(pointsOf('ja')).toContain('間葉系幹細胞：NurOwnは、196例が参加したNCT03280056で検討された。')
    expect(pointsOf('ar')[0]).toMatch(/^التصلب الجانبي الضموري \(ALS\) .* فشل التنفس\.$/)
  })

  it('set the signs of French', () => {
    const text = textOf(fromHtml(bytesOf('fr/report.html').toString()))
    for (const phrase of [
      'Oligonucléotides antisens\u00A0: le tofersen',
      '«\u00A0NurOwn\u00A0»',
      'sous placebo\u202F; la différence',
      'plus tôt\u202F? M.\u00A0Dupont et\u00A0al.',
      '(IC à 95\u00A0% 0,03–0,81\u202F; p\u00A0=\u00A00,03)',
      'ALS: a review (Cells, 2023)',
      'l’état des essais'
    ])
      expect(text).toContain(phrase)
  })
})

describe('a review in a script without a font', () => {
  it('says so once a script, at the first place, with the package that helps', async () => {
    const english = `---\ntitle: Signs\nlanguage: en\n---\nA shalom שלום, a smile 😀, &#x0E01; and \u0915\u094D\u0937; tail 🏳️‍🌈.\n\nקל\n`
    const project = makeProject({...reviews, 'content/en.md': english})
    const {findings, built: done} = await buildProject(project, {only: ['web']})
    const said = findings.filter(({severity}) => severity !== 'note').map(formatFinding)
    expect([...done].sort()).toEqual(['ar', 'en', 'fr', 'ja'])
    expect(said.filter((each) => each.startsWith('content/fr'))).toEqual([])
    expect(said.find((each) => each.startsWith('content/ar'))).toMatch(
      /^content\/ar\.md:2:8 {2}warning {2}Unexpected Arabic .* and \d+ more, expected characters that the fonts hold: on paper □ stands for them; `npm install @expo-google-fonts\/vazirmatn` and its name below `fonts:` in `lectern\.yaml` add them {2}missing-glyph$/
    )
    expect(said.filter((each) => each.startsWith('content/ja'))).toHaveLength(1)
    expect(said.find((each) => each.startsWith('content/ja'))).toMatch(
      /^content\/ja\.md:2:8 .*Unexpected Japanese .*npm install @fontsource\/noto-sans-jp`/
    )
    const inEnglish = said.filter((each) => each.startsWith('content/en'))
    expect(inEnglish.map((each) => /^\S+ +\w+ +Unexpected (\S+)/.exec(each)?.slice(0, 2).join(' '))).toEqual([
      'content/en.md:5:1  warning  Unexpected Thai Thai',
      'content/en.md:5:10  warning  Unexpected Hebrew Hebrew',
      'content/en.md:5:24  warning  Unexpected emoji emoji',
      'content/en.md:5:41  warning  Unexpected Devanagari Devanagari'
    ])
  })

  it('names the record that brings it', async () => {
    const trials = JSON.parse(readFileSync(join(root, 'content/evidence/trials.json'), 'utf8'))
    trials[0].protocolSection.sponsorCollaboratorsModule = {leadSponsor: {name: '東京大学'}}
    const id = trials[0].protocolSection.identificationModule.nctId
    const project = makeProject({'content/a.md': `---\nlanguage: en\n---\n# A\n\nSee ${id}.\n`})
    writeFileSync(join(project, 'content/evidence/trials.json'), JSON.stringify(trials))
    const {findings} = await buildProject(project, {only: ['web']})
    expect(findings.filter(({severity}) => severity !== 'note').map(formatFinding)).toEqual([
      expect.stringMatching(
        /^content\/a\.md:6:5 .*Chinese `京` .*`東` .* from `content\/evidence\/trials\.json:1`/
      )
    ])
  })

  it.each([
    [
      '@fontsource/no-such-font',
      'Unexpected font package `@fontsource/no-such-font`, expected one that is there: `npm install @fontsource/no-such-font`'
    ],
    [
      'typescript',
      'Unexpected font package `typescript` without static TrueType fonts, expected upright ones of weight 400, not variable and no CFF: others do not embed in a PDF'
    ],
    [
      '../evil',
      'Unexpected `../evil` in `fonts`, expected the name of an npm package, `@fontsource/noto-sans-jp`'
    ],
    ['/etc', 'Unexpected `/etc` in `fonts`, expected the name of an npm package, `@fontsource/noto-sans-jp`'],
    [
      '@a/../b',
      'Unexpected `@a/../b` in `fonts`, expected the name of an npm package, `@fontsource/noto-sans-jp`'
    ]
  ])('is told at its line that %s is no font', async (name, message) => {
    const project = makeProject({
      'content/a.md': '# A\n\nText.\n',
      'lectern.yaml': `status: draft\nfonts:\n  - "@expo-google-fonts/vazirmatn"\n  - "${name}"\n`
    })
    const {findings} = await buildProject(project)
    expect(findings.map(formatFinding)).toEqual([`lectern.yaml:4:5  error  ${message}  unknown-font`])
  })

  it('takes no fonts from front matter', async () => {
    const project = makeProject({'content/a.md': '---\nfonts: [typescript]\n---\n# A\n'})
    const {findings} = await buildProject(project)
    expect(findings.map(({rule, place}) => `${place.line} ${rule}`)).toEqual(['2 front-matter'])
  })
})

function bytesOf(path: string): Buffer {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`Unexpected missing ${path}`)
  return bytes
}

function pointsOf(name: string): string[] {
  const html = bytesOf(`${name}/report.html`).toString()
  const section = /<section class="key-points">([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''
  return [...section.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(fromHtml(item)))
}

/** The glyphs that a PDF shows, by their numbers in their fonts. */
async function glyphsOf(bytes: Uint8Array): Promise<number[]> {
  const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false}).promise
  const found: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const {fnArray, argsArray} = await (await pdf.getPage(number)).getOperatorList()
    for (const [index, operator] of fnArray.entries())
      if (operator === OPS.showText)
        for (const glyph of argsArray[index][0])
          if (typeof glyph === 'object' && glyph) found.push(glyph.originalCharCode)
  }
  await pdf.destroy()
  return found
}
