/// <reference lib="dom" />
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {crc32, deflateSync} from 'node:zlib'
import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Block, Slide, SlideMeasure, Unit} from '../src/model/deck.js'
import {crossings} from '../src/press/crossings.js'
import {questionOfSlides} from '../src/press/measure-slides.js'
import {openBrowser} from './browser.js'
import {openDecks, type Shown} from './decks.js'
import {openPdf, picturesOf} from './pdf.js'

const words = ['motor', 'neuron', 'survival', 'placebo', 'cohort', 'titration', 'amyotrophic']
const say = (count: number, from = 0) =>
  Array.from({length: count}, (_, index) => words[(index * 5 + from) % words.length]).join(' ')

const columnStyle = '.slide.columns .room { display: grid; grid-template-columns: 1fr 1fr; column-gap: 56px }'
const long = say(400).slice(0, 3000)
const crowd: Slide[] = [
  {
    ...slide(
      'title',
      'A title that goes on for longer than it should, as titles of reviews of everything do when nobody cuts them',
      []
    ),
    kind: 'title'
  },
  {...slide('agenda', 'Agenda', [list(25, (index) => `Section ${index + 1} of many`)]), kind: 'agenda'},
  slide('rows', 'A table of sixty rows', [
    table(60, 3, (row, column) => `${say(1 + column * 3, row)} ${row}`)
  ]),
  slide('items', 'A list of forty items', [list(40, (index) => `Item ${index + 1}: ${say(14, index)}.`)]),
  slide('short', 'Forty short items', [list(40, (index) => `Item ${index + 1}: ${say(2, index)}`)]),
  slide('prose', 'A paragraph of three thousand characters', [
    flow(...pieces(long, 480).map((text) => h('p', text)))
  ]),
  {
    ...slide('quote', 'A quotation of two thousand characters', [
      flow(...pieces(long.slice(0, 2000), 480).map((text) => h('blockquote', h('p', text))))
    ]),
    kind: 'quote'
  },
  slide('word', 'A word of three hundred letters', [
    flow(h('p', `Long: ${'indivisible'.repeat(28).slice(0, 300)}.`)),
    list(2, () => 'x'.repeat(200))
  ]),
  slide('heading', `${'Unbreakable'.repeat(9)} as a title ${say(9)}`, [list(3, (index) => say(9, index))]),
  {...slide('tall', 'A tall picture', [flow(picture(100, 1000))]), kind: 'figure'},
  {...slide('wide', 'A wide picture', [flow(picture(2000, 200))]), kind: 'figure'},
  slide('both', 'A picture and what is said of it', [
    flow(h('p', `${say(16)}.`), h('p', `${say(30)}.`), picture(900, 900))
  ]),
  slide('columns-12', 'Twelve columns', [
    table(9, 12, (row, column) => (column === 0 ? `Trial ${row}` : `${say(1, column)} ${row}.${column}`))
  ]),
  slide('nested', 'Items below items', [nested(7)]),
  {
    ...slide('beside', 'Two columns of unequal length', [list(12, (index) => say(9, index))]),
    kind: 'columns',
    beside: [flow(h('p', `${say(20)}.`))]
  },
  slide('code', 'Code', [
    flow(
      ...[0, 1].map((part) =>
        h(
          'pre',
          h('code', Array.from({length: 10}, (_, line) => `${part}${line} ${'x'.repeat(90)}`).join('\n'))
        )
      )
    )
  ]),
  slide('last', 'It fits', [list(3, (index) => say(6, index))])
]

let shown: Shown
let decks: Awaited<ReturnType<typeof openDecks>>
let browser: Browser
let page: Page
let folder: string

beforeAll(async () => {
  decks = await openDecks()
  shown = await decks.show({slides: crowd}, columnStyle)
  folder = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  writeFileSync(join(folder, 'slides.html'), shown.html)
  browser = await openBrowser()
  page = await browser.newPage()
}, 60_000)
afterAll(async () => {
  browser?.process()?.kill('SIGKILL')
  await decks?.close()
  rmSync(folder, {recursive: true, force: true})
})

describe('a deck of slides that hold too much', () => {
  it('settles, and says nothing', () => {
    expect(shown.file.messages.map(String)).toEqual([])
    expect(shown.measured.length).toBeLessThanOrEqual(3)
  })

  it('shows all of it, in order', () => {
    const said = (slides: readonly Slide[]) =>
      slides
        .flatMap((each) =>
          [...each.blocks, ...(each.beside ?? [])].flatMap(({units}) =>
            units.map(({content}) => textOf(content))
          )
        )
        .join('')
    expect([...said(shown.deck.slides)].sort().join('')).toBe([...said(crowd)].sort().join(''))
    const single = (slides: readonly Slide[]) => said(slides.filter(({beside}) => !beside))
    expect(single(shown.deck.slides)).toBe(single(crowd))
  })

  it('uses the room before it goes on', () => {
    const of = (id: string) => seriesOf(id).map(({setting}) => setting)
    expect(of('last')).toEqual([undefined])
    expect(new Set(of('short'))).toEqual(new Set(['paired']))
    expect(of('short').length).toBeLessThanOrEqual(2)
    expect(of('items').length).toBeLessThanOrEqual(8)
    for (const {id, setting} of shown.deck.slides)
      if (id !== 'columns-12') expect([id, setting]).not.toEqual([id, 'dense'])
    expect(seriesOf('beside').map(({beside}) => beside?.length)).toEqual([1, 0, 0])
    expect([seriesOf('tall').length, seriesOf('wide').length, seriesOf('both').length]).toEqual([1, 1, 1])
  })

  it('leaves nothing alone on a slide that goes on', () => {
    for (const id of ['rows', 'items', 'short', 'nested', 'agenda']) {
      const counts = seriesOf(id).map(({blocks}) => blocks.flatMap(({units}) => units).length)
      expect(Math.min(...counts), `${id} ${counts}`).toBeGreaterThan(1)
    }
  })

  it('has the same columns on each part of a table', async () => {
    await page.setViewport({width: 1280, height: 720})
    await open()
    const lefts = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('section.slide')]
        .filter(({id}) => /^rows(~\d+)?$/.test(id))
        .map((slide) =>
          [...(slide.querySelector('tbody tr')?.children ?? [])].map((cell) =>
            Math.round(cell.getBoundingClientRect().left - slide.getBoundingClientRect().left)
          )
        )
    )
    expect(lefts.length).toBeGreaterThan(2)
    expect(new Set(lefts.map(String)).size).toBe(1)
  })

  it.each([
    [1280, 720],
    [1920, 1080],
    [800, 1000]
  ])('crosses nothing in a window of %i × %i, and no type is too small', async (width, height) => {
    await page.setViewport({width, height})
    await open()
    const measures = await measuresOf(page)
    expect(measures.length).toBe(shown.deck.slides.length)
    const wrong = measures.flatMap(({beyond, below, smallest, least, broken}, index) =>
      broken > 0 || beyond > 1 || below > 1 || smallest < least
        ? [{id: shown.deck.slides[index]?.id, beyond, below, smallest, broken}]
        : []
    )
    expect(wrong).toEqual([])
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('section.slide')]
        .filter((slide) => {
          const {left, right, top, bottom} = slide.getBoundingClientRect()
          // reveal.js rounds its scale to hundredths.
          const slack = 0.01 * innerWidth
          return left < -slack || top < -slack || right > innerWidth + slack || bottom > innerHeight + slack
        })
        .map(({id}) => id)
    )
    expect(outside).toEqual([])
  })

  it('has a page for each slide, with all text and pictures on it, and none in the footer’s way', async () => {
    const {pages} = await openPdf(shown.pdf)
    expect(pages.length).toBe(shown.deck.slides.length)
    const wrong = pages.flatMap(({width, height, runs}, index) =>
      runs
        .filter(({text, x, y, width: long}) => {
          if (text.trim() === '') return false
          const inGap = shown.deck.slides[index]?.kind !== 'title' && y > 37 && y < 52
          return x < 0 || y < 0 || x + long > width + 1 || y > height || inGap
        })
        .map(({text, x, y}) => `${index + 1} ${text} ${x} ${y}`)
    )
    expect(wrong).toEqual([])
    const pictures = await picturesOf(shown.pdf)
    expect(pictures.map(({page: number}) => shown.deck.slides[number - 1]?.id)).toEqual([
      'tall',
      'wide',
      'both'
    ])
    for (const {left, right, bottom, top} of pictures) {
      expect([left > 53, right < 907, bottom > 52, top < 540]).toEqual([true, true, true, true])
      expect(top - bottom).toBeGreaterThan(50)
    }
    const [tall, wide] = pictures
    expect(((tall?.top ?? 0) - (tall?.bottom ?? 0)) / ((tall?.right ?? 0) - (tall?.left ?? 0))).toBeCloseTo(
      10,
      0
    )
    expect(((wide?.right ?? 0) - (wide?.left ?? 0)) / ((wide?.top ?? 0) - (wide?.bottom ?? 0))).toBeCloseTo(
      10,
      0
    )
  })

  it('says how full it is', () => {
    const {fit} = shown
    expect(fit?.filled).toBeGreaterThan(0.85)
    expect(fit?.filled).toBeLessThanOrEqual(1.002)
    expect(shown.deck.slides[(fit?.slide ?? 0) - 1]?.title).toBe(fit?.title)
    expect(fit?.smallest).toBeGreaterThanOrEqual(16)
  })
})

describe('a slide that nothing helps', () => {
  const at = (line: number, node: Element): Element => ({
    ...node,
    position: {start: {line, column: 3, offset: 0}, end: {line, column: 9, offset: 0}}
  })
  const tower = at(41, h('li', say(900)))
  const sentence = {content: h('li', 'Short'), notes: []}

  const cases = [
    [
      'an item',
      slide('s', 'Tower', [
        {kind: 'list', ordered: false, start: 1, units: [sentence, {content: tower, notes: []}]}
      ]),
      '41:3',
      /“?`Tower` with \d+ pixels more than it holds/
    ],
    [
      'a row',
      slide('s', 'Row', [
        {
          ...table(3, 12, () => 'a'),
          units: [
            unit(
              h(
                'tr',
                Array.from({length: 12}, () => at(7, h('td', say(60))))
              )
            )
          ]
        } as Block
      ]),
      '7:3',
      /`Row` with \d+ pixels more/
    ],
    [
      'a title',
      {...slide('s', say(70), [flow(h('p', 'x'))]), place: {line: 5, column: 1}},
      '5:1',
      /title of slide .* lines too many/
    ],
    [
      'a word',
      slide('s', 'Words', [flow(at(9, h('p', {style: 'white-space: nowrap'}, say(40))))]),
      '9:3',
      /beyond its edge/
    ]
  ] as const

  it('is an error at its place, with what is too much', async () => {
    const {file} = await decks.show({slides: cases.map(([, given]) => given)})
    for (const [index, [name, , place, message]] of cases.entries()) {
      const found = file.messages[index]
      expect(found?.reason).toMatch(message)
      expect([name, `${found?.line}:${found?.column}`]).toEqual([name, place])
      expect([found?.ruleId, found?.fatal]).toEqual(['slide-overflow', true])
    }
    expect(file.messages.length).toBe(cases.length)
  })
})

it('a theme may set the smallest type, and no slide goes below it', async () => {
  const row = h(
    'tr',
    Array.from({length: 6}, () => h('td', say(34)))
  )
  const dense = (css: string) =>
    decks.show(
      {slides: [slide('s', 'Dense', [{...table(1, 6, () => 'a'), units: [unit(row)]} as Block])]},
      css
    )
  const {deck, fit} = await dense('')
  expect([deck.slides[0]?.setting, fit?.smallest]).toEqual(['dense', 16])
  const large = await dense(':root { --slide-least: 19px }')
  expect(large.fit?.smallest ?? large.file.messages[0]?.reason).toEqual(
    expect.toSatisfy((found) => found === 19 || /more than it holds/.test(String(found)))
  )
})

it('what sees a crossing sees each kind of one', async () => {
  const room = (content: string, css = '') =>
    `<style>* { margin: 0; font: 20px/1.2 sans-serif } section { width: 1280px; height: 720px; position: relative; overflow: hidden } .room { position: absolute; inset: 100px } ${css}</style><section class="slide"><h2>Title</h2><div class="room">${content}</div></section>`
  const seen = async (html: string) => {
    await page.setContent(html)
    const [measure] = await measuresOf(page)
    return [(measure?.beyond ?? 0) > 1, (measure?.below ?? 0) > 1]
  }
  await page.goto('about:blank')
  expect(await seen(room('<p>Well</p><p>and good</p>'))).toEqual([false, false])
  expect(await seen(room(`<p style="white-space: nowrap">${'word '.repeat(200)}</p>`))).toEqual([true, false])
  expect(await seen(room('<p style="margin-left: -20px">left</p>'))).toEqual([true, false])
  expect(await seen(room('<div style="height: 600px">tall</div>'))).toEqual([false, true])
  expect(await seen(room('<p>one</p><p style="margin-top: -18px">other</p>'))).toEqual([true, false])
  expect(
    await seen(
      room(
        '<table style="width: 300px; table-layout: fixed"><tr><td>Unbreakableandso</td><td style="white-space: nowrap">Another and another and another</td></tr></table>'
      )
    )
  ).toEqual([true, false])
  expect(await seen(room('', 'h2 { position: absolute; top: 710px }'))).toEqual([true, false])
})

function seriesOf(id: string): Slide[] {
  return shown.deck.slides.filter((each) => each.id.replace(/~\d+$/, '') === id)
}

async function open(): Promise<void> {
  await page.goto(pathToFileURL(join(folder, 'slides.html')).href)
  await page.evaluate(() => {
    for (const slide of document.querySelectorAll<HTMLElement>('section.slide')) {
      slide.style.display = 'flex'
      slide.hidden = false
    }
    return document.fonts.ready.then(() => undefined)
  })
}

function measuresOf(on: Page): Promise<SlideMeasure[]> {
  return on.evaluate(
    `(${String(questionOfSlides)})([], ${String(crossings)}).map(([own]) => own)`
  ) as Promise<SlideMeasure[]>
}

function slide(id: string, title: string, blocks: readonly Block[]): Slide {
  return {id, kind: 'content', title, blocks, notes: []}
}

function unit(content: Element): Unit {
  return {content, notes: []}
}

function flow(...elements: Element[]): Block {
  return {kind: 'flow', units: elements.map(unit)}
}

function list(count: number, item: (index: number) => string): Block {
  const units = Array.from({length: count}, (_, index) => unit(h('li', item(index))))
  return {kind: 'list', ordered: false, start: 1, units}
}

function nested(count: number): Block {
  const units = Array.from({length: count}, (_, index) => [
    unit(h('li', say(12, index))),
    ...[0, 1, 2].map((below) => unit(h('li', {className: ['continued']}, h('ul', h('li', say(9, below))))))
  ]).flat()
  return {kind: 'list', ordered: false, start: 1, units}
}

function table(rows: number, columns: number, cell: (row: number, column: number) => string): Block {
  const across = Array.from({length: columns}, (_, column) => column)
  return {
    kind: 'table',
    classes: [],
    caption: h('caption', 'Table 1. What was measured'),
    head: h(
      'thead',
      h(
        'tr',
        across.map((column) => h('th', {scope: 'col'}, `Measure ${column + 1}`))
      )
    ),
    units: Array.from({length: rows}, (_, row) =>
      unit(
        h(
          'tr',
          across.map((column) => h('td', cell(row + 1, column)))
        )
      )
    )
  }
}

function pieces(text: string, length: number): string[] {
  return Array.from({length: Math.ceil(text.length / length)}, (_, index) =>
    text.slice(index * length, (index + 1) * length)
  )
}

function picture(width: number, height: number): Element {
  const src = `data:image/png;base64,${png(width, height).toString('base64')}`
  return h('div', {className: ['exhibit', 'figure']}, [
    h('img', {src, alt: `${width} by ${height}`}),
    h('p', {className: ['caption']}, `Figure 1. ${say(12)}`)
  ])
}

/** A grey picture. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const rows = Buffer.alloc(height * (width + 1), 0x99)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}
