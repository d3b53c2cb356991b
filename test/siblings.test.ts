/// <reference lib="dom" />
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from './browser.js'
import {folded, openPdf} from './pdf.js'
import {type Built, buildProject, filesBelow, makeProject, root} from './project.js'

const word = (index: number) =>
  ['motor', 'neuron', 'survival', 'placebo', 'cohort', 'titration'][index % 6] ?? ''
const prose = Array.from({length: 400}, (_, index) => `${word(index)}${index}`).join(' ')
const crowded = `---
title: A crowded review of everything that a slide cannot hold, with a title that goes on for longer than it should
language: en
---
# <script>alert(1)</script> Overview {{title}}

Text with **bold *and italic***, GLP‑1, 10⁻³ mol, ≥ 5, CO₂ → x, 2~3 and 5~6 years.[^1]

${prose}

## A list of forty

${Array.from({length: 40}, (_, index) => `• Item ${index + 1} speaks of ${word(index)} and of ${word(index + 1)}, which is more than one line of a slide can hold without breaking.`).join('\n')}

• Last: ${'indivisible'.repeat(30)}

## A table of sixty

| Trial | Arm | n |
| :--- | :-: | --: |
${Array.from({length: 60}, (_, index) => `| Row ${index + 1} | ${word(index)} | ${index * 7} |`).join('\n')}

## A table of prose

| Outcome | Reading |
| --- | --- |
| Survival | ${prose.slice(0, 1200)}. |

## A table of twelve columns

| ${Array.from({length: 12}, (_, index) => `Measurement ${index}`).join(' | ')} |
|${' --- |'.repeat(12)}
| ${Array.from({length: 12}, (_, index) => `${'ACGT'.repeat(12)}${index}`).join(' | ')} | surplus |

## Steps

1. One
   • below one
2. Two
3. Three

Long: ${'unbreakable'.repeat(40)}

<div onclick="x()"><p>Boxed</p></div> <iframe src="file:///etc/passwd"></iframe>

---

**Bold line**

[^1]: A note with NCT03127514.

## Further Reading

• [One](https://doi.org/10.1002/mus.27472)
`

const tabled = `---
title: Tabled
language: en
---
Trials NCT02623699 and NCT04856982.

> Quoted
>
> ::trials

## End

| A | B | C |
| --- | --- | --- |
${Array.from({length: 43}, (_, index) => `| Row ${index + 1} | ${word(index)} | ${index} |`).join('\n')}
`

let built: Built
let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  const project = makeProject({
    'content/fr/sla.md': readFileSync(join(root, 'test/fixtures/sla.md')),
    'content/crowded.md': crowded,
    'content/tabled.md': tabled
  })
  built = await buildProject(project)
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url())
  })
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
})
afterAll(async () => {
  browser.process()?.kill('SIGKILL')
})

describe('a review in French, without front matter', () => {
  it('is read as French, and builds with notes alone', () => {
    expect(
      built.findings
        .filter(({file}) => file === 'content/fr/sla.md')
        .map(({severity, rule}) => `${severity} ${rule}`)
    ).toEqual([
      'note language-detected',
      'note retired-address',
      'note unmentioned-results',
      'note uncited-reference',
      'note retired-address',
      'note uncited-trial'
    ])
  })

  it('has French labels, tables and contents', () => {
    const text = textOf(fromHtml(read('fr/sla/report.html').toString())).replace(/\s+/g, ' ')
    for (const label of [
      'BROUILLON',
      'Points clés',
      'Sommaire',
      'Tableau 1. Essais cités',
      '1. Tzeplaeff L, Wilfling S, Requardt MV, Herdick M.',
      'Terminé',
      'non renseigné',
      '176 (réel)'
    ])
      expect(text).toContain(label)
    expect(text).not.toMatch(/not reported|Table 1|Key points|Contents/)
    expect(text).toContain('HR:0,85 ; IC à 95 % 0,70–1,03')
  })

  it('has key points in its own words, whole sentences, and its own conclusion in the briefing', async () => {
    const html = read('fr/sla/report.html').toString()
    const points = [...html.matchAll(/<section class="key-points">([\s\S]*?)<\/section>/g)].map(
      ([, inside = '']) => textOf(fromHtml(inside)).trim().split(/\n+/)
    )
    expect(points[0]?.[1]).toMatch(
      /^Oligonucléotides antisens\. Le tofersen a été évalué .* \(NCT02623699\), avec/
    )
    const {pages} = await openPdf(read('fr/sla/briefing.pdf'))
    expect(folded(pages.map(({text}) => text).join(''))).toContain(
      folded('Une stratégie combinée pourrait, un jour, ralentir')
    )
    expect(pages[0]?.text).toContain('Page 1 sur')
  })

  it('is undated: no date is printed, none stands in its PDFs', async () => {
    const {info, outline} = await openPdf(read('fr/sla/report.pdf'))
    expect([info.CreationDate, info.ModDate]).toEqual([undefined, undefined])
    expect(outline).toContain(' 1. Vue d’ensemble')
  })
})

describe('a crowded review', () => {
  it('builds, and says what it had to', () => {
    expect(built.failed).toEqual([])
    expect(
      built.findings
        .filter(({file}) => file === 'content/crowded.md')
        .map(({severity, rule}) => `${severity} ${rule}`)
    ).toEqual(['note briefing-shortened', 'warning surplus-cells', 'note unmentioned-results'])
  })

  it('loses nothing: report, deck and notes hold every word', async () => {
    const words = [
      ...prose.split(' '),
      'Item40',
      'Row60',
      'unbreakable'.repeat(40),
      'ACGT'.repeat(12),
      'surplus',
      'Boxed',
      'Boldline',
      '2~3and5~6years',
      '{{title}}'
    ]
    const web = folded(textOf(fromHtml(read('crowded/report.html').toString())))
    const deck = folded(textOf(fromHtml(read('crowded/slides.html').toString())))
    const report = await openPdf(read('crowded/report.pdf'))
    const paper = folded(report.pages.map(({text}) => text).join(''))
    expect(words.filter((each) => !web.includes(each))).toEqual([])
    expect(words.filter((each) => !deck.includes(each))).toEqual([])
    expect(words.filter((each) => !paper.includes(each))).toEqual([])
  })

  it('holds no element that could run or load, and asks for nothing', async () => {
    for (const name of ['report.html', 'slides.html']) {
      const html = read(`crowded/${name}`).toString()
      const authored = html.slice(
        html.indexOf('<body'),
        name === 'slides.html' ? html.indexOf('<script') : undefined
      )
      expect(authored.length).toBeGreaterThan(10_000)
      expect(authored).not.toMatch(/onclick|<iframe|etc\/passwd|alert\(1\)/)
      await page.goto(addressOf(`crowded/${name}`))
    }
    expect(asked.filter((address) => !address.startsWith('file:') || address.includes('passwd'))).toEqual([])
  })

  it('embeds all fonts, none of them Type 3, bold italics and signs included', async () => {
    for (const name of ['report', 'briefing', 'slides', 'handout']) {
      const {fonts} = await openPdf(read(`crowded/${name}.pdf`))
      expect(
        fonts.filter(({type, embedded}) => type !== 'CIDFontType2' || !embedded),
        name
      ).toEqual([])
    }
  })

  it('has a briefing of two pages at most', async () => {
    expect((await openPdf(read('crowded/briefing.pdf'))).pages.length).toBeLessThanOrEqual(2)
  })

  it.each([
    [1280, 720],
    [1920, 1080],
    [800, 1000]
  ])('crosses no slide’s edge in a window of %i × %i', async (width, height) => {
    await page.setViewport({width, height})
    await page.goto(addressOf('crowded/slides.html'))
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.slides > section')].flatMap((slide) => {
        slide.style.display = 'flex'
        slide.hidden = false
        const edge = slide.getBoundingClientRect()
        const foot = slide.querySelector('footer')?.getBoundingClientRect().top ?? edge.bottom
        const text = document.createRange()
        text.selectNodeContents(slide.querySelector('.room') ?? slide)
        const wide = [...text.getClientRects()].filter(
          (line) => line.width > 0 && line.right > edge.right + 1
        )
        if (wide.length > 0) return [`${slide.id} text`]
        return [...slide.querySelectorAll('*')].flatMap((element) => {
          if (element.closest('aside')) return []
          const box = element.getBoundingClientRect()
          const bottom = element.closest('.room') ? foot : edge.bottom
          const over = Math.max(
            edge.left - box.left,
            edge.top - box.top,
            box.right - edge.right,
            box.bottom - bottom
          )
          return over > 1 ? [`${slide.id} ${element.tagName} ${over}`] : []
        })
      })
    )
    expect(outside).toEqual([])
  })

  it('repeats titles and table heads on further slides, and leaves no row out', async () => {
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.slides > section')]
        .filter(({id}) => id.startsWith('sec-a-table-of-sixty'))
        .map(
          (slide) =>
            [
              slide.querySelector('h2')?.textContent,
              slide.querySelector('thead')?.textContent?.replace(/\s+/g, ' ').trim(),
              slide.querySelectorAll('tbody tr').length
            ] as const
        )
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(new Set(rows.map(([, head]) => head))).toEqual(new Set(['Trial Arm n']))
    expect(rows.map(([title]) => title)).toEqual(
      rows.map((_, index) => `A table of sixty (${index + 1}/${rows.length})`)
    )
    expect(rows.reduce((sum, [, , count]) => sum + count, 0)).toBe(60)
  })
})

describe('tables', () => {
  it('leave no row alone on a page, and repeat their heads', async () => {
    const {pages} = await openPdf(read('tabled/report.pdf'))
    const rows = pages.map(({text}) => [...text.matchAll(/Row \d+/g)].length).filter((count) => count > 0)
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(43)
    expect(rows.length).toBeGreaterThan(1)
    expect(Math.min(...rows)).toBeGreaterThan(1)
    const headed = pages.filter(({text}) => /Row \d+/.test(text) && /A\s+B\s+C/.test(text))
    expect(headed).toHaveLength(rows.length)
  })

  it('of trials inside a quote still have a slide of their own', () => {
    const html = read('tabled/slides.html').toString()
    expect(html.match(/id="trials"/g)).toHaveLength(1)
    expect(textOf(fromHtml(html.slice(html.indexOf('id="trials"')))).replace(/\s+/g, ' ')).toContain(
      'NCT04856982 ATLAS'
    )
  })
})

describe('slides in a browser', () => {
  it('go on with keys, follow a deep link, show all, and open the speaker’s view with notes', async () => {
    await page.setViewport({width: 1280, height: 720})
    await page.goto(addressOf('fr/sla/slides.html'))
    const current = () => page.evaluate(() => document.querySelector('.slides > .present')?.id)
    expect(await current()).toBe('title')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('PageDown')
    expect(await current()).toBe('introduction')
    await page.waitForFunction(() => location.hash === '#/introduction')
    await page.goto('about:blank')
    await page.goto(addressOf('fr/sla/slides.html#/sec-3-conclusion'))
    expect(await current()).toBe('sec-3-conclusion')
    await page.keyboard.press('o')
    expect(await page.evaluate(() => document.querySelector('.reveal')?.classList.contains('overview'))).toBe(
      true
    )
    await page.keyboard.press('Escape')
    const opened = new Promise<Page | null>((resolve) =>
      browser.once('targetcreated', (target) => resolve(target.page()))
    )
    await page.keyboard.press('s')
    const speaker = await opened
    await speaker?.waitForFunction(() =>
      document.querySelector('.speaker-controls-notes .value')?.textContent?.includes('stratégie')
    )
    expect(
      await speaker?.evaluate(() =>
        document.querySelector('.speaker-controls-notes .value')?.textContent?.trim()
      )
    ).toBe('Une stratégie combinée pourrait, un jour, ralentir durablement la maladie.')
  })
})

function read(path: string): Buffer {
  return filesBelow(built.out).get(path) ?? Buffer.alloc(0)
}

function addressOf(path: string): string {
  const [file = '', hash] = path.split('#')
  return pathToFileURL(join(built.out, file)).href + (hash ? `#${hash}` : '')
}
