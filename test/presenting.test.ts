import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {h} from 'hastscript'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Deck, Unit} from '../src/model/deck.js'
import {openBrowser} from './browser.js'
import {folded, openPdf} from './pdf.js'
import {barriersOf, fileOf, hiddenLines, whereIs} from './presenting.js'
import {buildProject, makeProject, root} from './project.js'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const steps: Unit[] = ['One', 'Two', 'Three'].map((text) => ({
  content: h('li', text),
  notes: [h('p', `${text}, said`)],
  step: true
}))
const stepped: Deck = {
  slides: [
    {id: 'title', kind: 'title', title: 'Steps', blocks: [], notes: []},
    {
      ...{id: 'list~9', kind: 'content', title: 'A list that waits', notes: [h('p', 'Before all')]},
      blocks: [{kind: 'list', ordered: false, start: 1, units: steps}]
    },
    {
      ...{id: 'end', kind: 'content', title: 'The end', notes: []},
      background: {image: h('img', {src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', alt: ''})},
      blocks: [
        {kind: 'flow', units: [{content: h('p', ['Go ', h('a', {href: '#list~9'}, 'back')]), notes: []}]}
      ]
    }
  ]
}

let out: string
let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  const project = makeProject({
    'content/als.md': read('content/als-review.md'),
    'content/fr.md': read('test/fixtures/fr.md').replace('---\n', '---\ntheme: plain\nstatus: draft\n'),
    'content/ar.md': read('test/fixtures/ar.md'),
    'lectern.yaml': 'fonts:\n  - "@expo-google-fonts/vazirmatn"\n'
  })
  ;({out} = await buildProject(project, {only: ['slides', 'slides-pdf']}))
  writeFileSync(join(out, 'steps.html'), await fileOf(stepped))
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
})
afterAll(() => {
  browser?.process()?.kill('SIGKILL')
})

/** The file as a speaker opens it, at a slide. */
async function open(file: string, slide = '', size = [1280, 720]): Promise<void> {
  const [width = 0, height = 0] = size
  await page.goto('about:blank')
  await page.setViewport({width, height})
  await page.goto(`${pathToFileURL(join(out, file))}${slide && `#${slide}`}`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as 'Enter')
}

const boxesOf = () =>
  page.$$eval('.slides > section', (slides) =>
    slides.map((slide) => {
      const {top, bottom, left, right} = slide.getBoundingClientRect()
      return {id: slide.id, top, bottom, left, right}
    })
  )
const idsOf = () => page.evaluate(() => [...document.querySelectorAll('.slides > section')].map(({id}) => id))

describe('a deck in a browser', () => {
  it('goes on and back by all the keys that speakers and clickers press', async () => {
    await open('als/slides.html')
    const ids = await idsOf()
    const pressed = ['ArrowRight', 'PageDown', ' ', 'ArrowDown', 'n', 'PageUp', 'ArrowLeft', 'p', 'ArrowUp']
    const places = [1, 2, 3, 4, 5, 4, 3, 2, 1]
    for (const [index, key] of [...pressed, 'End', 'Home'].entries()) {
      await press(key)
      expect([key, (await whereIs(page)).id]).toEqual([key, ids.at([...places, -1, 0][index] ?? 0)])
    }
  })

  it('blanks, shows the overview, the keys and a field for a slide’s number, and comes back', async () => {
    await open('fr/slides.html', 'sec-1-vue-d-ensemble')
    const ids = await idsOf()
    for (const key of ['b', '.']) {
      await press(key)
      expect((await whereIs(page)).classes).toContain('paused')
      await press(key)
      expect((await whereIs(page)).classes).not.toContain('paused')
    }
    await press('o', 'ArrowRight')
    expect(await whereIs(page)).toMatchObject({classes: expect.stringContaining('overview')})
    await press('Enter')
    const chosen = await whereIs(page)
    expect(chosen.classes).not.toMatch(/overview( |$)/)
    await press('?')
    const help = await page.$eval('.r-overlay-help', (each) => (each as HTMLElement).innerText)
    expect(help).toMatch(/Touches[\s\S]+Page suiv\.[\s\S]+Vue de l’orateur/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fermer (Esc)')
    await press('Escape', 'g', '2', 'Enter')
    expect((await whereIs(page)).id).toBe(ids[1])
  })

  it('follows links to slides, to what is on them, and to parts of slides that are parted no more', async () => {
    await open('als/slides.html')
    const ids = await idsOf()
    const [last = '', middle = ''] = [ids.at(-1), ids[4]]
    for (const [link, id] of [
      [last, last],
      [`/${middle}`, middle],
      [`${middle}~2`, middle],
      [`/${middle}~12/0`, middle],
      ['no-such-slide', 'title'],
      ['%E0%A4%A', 'title']
    ]) {
      await open('als/slides.html', link)
      expect([link, (await whereIs(page)).id]).toEqual([link, id])
    }
    await open('steps.html', 'end')
    await page.click('.present a')
    await page.waitForFunction(() => document.querySelector('.present')?.id === 'list~9')
  })

  it('shows one step after another, and all of them when it comes back', async () => {
    await open('steps.html', 'list~9')
    const seen = [(await whereIs(page)).steps]
    for (const key of ['PageDown', ' ', 'ArrowRight']) {
      await press(key)
      seen.push((await whereIs(page)).steps)
    }
    expect(seen).toEqual([0, 1, 2, 3])
    expect((await whereIs(page)).told).toBe('Three')
    await press('PageDown')
    expect((await whereIs(page)).id).toBe('end')
    expect(await page.$eval('.present .behind img', (img) => img.checkVisibility())).toBe(true)
    await press('PageUp')
    expect(await whereIs(page)).toMatchObject({id: 'list~9', steps: 3})
    await press('PageUp')
    expect(await whereIs(page)).toMatchObject({id: 'list~9', steps: 2})
  })

  it('goes on under a finger, and its buttons by the mouse', async () => {
    await open('als/slides.html')
    const finger = await page.touchscreen.touchStart(900, 300)
    for (const x of [860, 800, 700, 600]) await finger.move(x, 300)
    await finger.end()
    expect((await whereIs(page)).told).toMatch(/^Slide 2 of \d+: /)
    await page.click('[aria-label="Next slide"]')
    await press(' ')
    expect((await whereIs(page)).told).toMatch(/^Slide 4 of /)
    await page.click('[aria-label="Previous slide"]')
    await press(' ')
    expect((await whereIs(page)).told).toMatch(/^Slide 4 of /)
  })

  it.each([
    ['als', 1280, 720],
    ['ar', 1366, 768],
    ['als', 640, 360],
    ['fr', 844, 390]
  ])('cuts and covers nothing of %s in a window of %i × %i', async (name, width, height) => {
    await open(`${name}/slides.html`, '', [width, height])
    for (const _ of await idsOf()) {
      expect(await hiddenLines(page)).toEqual([])
      await press('PageDown')
    }
  })

  it.each([
    [800, 1000],
    [1275, 717],
    [1366, 768]
  ])('is never larger than a window of %i × %i', async (width, height) => {
    await open('als/slides.html', 'agenda', [width, height])
    const box = (await boxesOf()).find(({id}) => id === 'agenda')
    expect(box && box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5).toBe(true)
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBeGreaterThan(Math.min(width, (height * 16) / 9) - 1)
  })

  it('keeps its slide when the window changes', async () => {
    await open('als/slides.html', 'agenda', [1280, 720])
    await page.setViewport({width: 390, height: 844})
    await page.waitForFunction(
      () => (document.querySelector('.present')?.getBoundingClientRect().width ?? 0) < 400
    )
    expect((await whereIs(page)).id).toBe('agenda')
    expect(await hiddenLines(page)).toEqual([])
  })

  it('stands slide below slide on a phone held upright, and presents the one that is read when it turns', async () => {
    await page.goto('about:blank')
    await page.setViewport({width: 390, height: 844})
    await page.goto(`${pathToFileURL(join(out, 'als/slides.html'))}#/sec-conclusion`)
    const boxes = await boxesOf()
    expect(boxes.every(({left, right}) => left >= -0.5 && right <= 390.5 && right - left > 350)).toBe(true)
    expect(boxes.every(({top}, index) => index === 0 || top >= (boxes[index - 1]?.bottom ?? 0))).toBe(true)
    const conclusion = boxes.find(({id}) => id === 'sec-conclusion')
    expect(conclusion?.top).toBeLessThan(844)
    expect(conclusion?.top).toBeGreaterThan(-1)
    // Links on a slide this small are small; each leads to what scrolling reaches as well.
    expect((await barriersOf(page)).filter((barrier) => !barrier.startsWith('target-size'))).toEqual([])
    await page.evaluate(() => document.getElementById('agenda')?.scrollIntoView())
    await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))))
    await page.setViewport({width: 844, height: 390})
    await page.waitForFunction(() => document.querySelector('.reveal.ready'))
    expect((await whereIs(page)).id).toBe('agenda')
    expect(await hiddenLines(page)).toEqual([])
  })

  it('moves nothing where a reader asks for that', async () => {
    await page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}])
    await open('steps.html', 'list~9')
    for (const key of ['PageDown', 'o', 'ArrowRight', 'o', '?', 'Escape', 'b', 'b']) {
      await press(key)
      expect([key, await page.evaluate(() => document.getAnimations().length)]).toEqual([key, 0])
    }
    await page.emulateMediaFeatures([])
  })

  it('asks for nothing, and could not', async () => {
    await page.setOfflineMode(true)
    await open('als/slides.html')
    const refused = await page.evaluate(
      `Promise.all([() => fetch('http://127.0.0.1:9/'), () => fetch(location.href), () => import('data:text/javascript,')]
        .map((ask) => ask().then(() => 'let through', () => 'refused')))`
    )
    await page.setOfflineMode(false)
    expect(refused).toEqual(['refused', 'refused', 'refused'])
    expect(asked.filter((address) => !/^(file|data|about):/.test(address))).toEqual([])
  })
})

describe('the speaker’s view', () => {
  it('shows the notes and the next slide in the deck’s language, follows the deck, and leads it', async () => {
    await open('fr/slides.html')
    const ids = await idsOf()
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve))
    await press('s')
    const view = await opened
    if (!view) throw new Error('Unexpected blocked window, expected the speaker’s view')
    await view.waitForFunction(() => document.querySelectorAll('iframe').length === 2)
    const noted = await page.$$eval('.slides > section', (slides) =>
      slides.findIndex((slide, index) => index > 1 && slide.querySelector('aside.notes'))
    )
    await press(...Array.from({length: noted}, () => 'PageDown'))
    const {id} = await whereIs(page)
    const note = folded(await page.$eval('.present aside.notes', (aside) => aside.textContent ?? ''))
    const shown = () => view.$eval('.value', (value) => value.textContent ?? '')
    await expect.poll(async () => folded(await shown()), {timeout: 5000}).toBe(note)
    const [current, next] = view.frames().slice(1)
    const at = (frame = current) => frame?.evaluate(() => document.querySelector('.present')?.id)
    await expect.poll(() => Promise.all([at(current), at(next)])).toEqual([id, ids[ids.indexOf(id) + 1]])
    expect(await view.evaluate(() => [document.title, document.documentElement.lang])).toEqual([
      'Vue de l’orateur',
      'fr'
    ])
    const text = await view.evaluate(() => document.body.innerText)
    expect(text).toMatch(/\b\d\d:\d\d$/m)
    expect(text).not.toMatch(/\b(?:upcoming|time|layout|reset)\b|\d [AP]M/i)
    await view.keyboard.press('PageDown')
    await page.waitForFunction((before) => document.querySelector('.present')?.id !== before, {}, id)
    expect((await whereIs(page)).id).toBe(ids[ids.indexOf(id) + 1])
    await view.close()
  })
})

describe('a deck on paper, printed from the browser', () => {
  it.each(['with scripts', 'without scripts', 'from the overview'])(
    'has the pages and the text of its PDF %s',
    async (how) => {
      await page.setJavaScriptEnabled(how !== 'without scripts')
      await page.goto(`${pathToFileURL(join(out, 'als/slides.html'))}#agenda`)
      if (how === 'from the overview') await press('o')
      const printed = await openPdf(await page.pdf({preferCSSPageSize: true, printBackground: true}))
      const plain = await openPdf(await page.pdf())
      await page.setJavaScriptEnabled(true)
      const own = await openPdf(readFileSync(join(out, 'als/slides.pdf')))
      const texts = own.pages.map(({text}) => folded(text))
      expect(printed.pages.map(({text}) => folded(text))).toEqual(texts)
      expect(plain.pages.map(({text}) => folded(text))).toEqual(texts)
      expect(printed.pages.map(({width, height}) => [width, height])).toEqual(texts.map(() => [960, 540]))
    }
  )

  it('shows all steps, and stays where it was', async () => {
    await open('steps.html', 'list~9')
    const {pages} = await openPdf(await page.pdf({preferCSSPageSize: true}))
    expect(
      pages.map(({text}) => ['One', 'Two', 'Three'].filter((step) => text.includes(step)).length)
    ).toEqual([0, 3, 0])
    expect(await whereIs(page)).toMatchObject({id: 'list~9', steps: 0})
    expect(await page.$$eval('section:not(.present)', (rest) => rest.every((each) => each.inert))).toBe(true)
  })

  it('is read without scripts as slides one below another', async () => {
    await page.setJavaScriptEnabled(false)
    await page.setViewport({width: 1280, height: 720})
    await page.goto(`${pathToFileURL(join(out, 'als/slides.html'))}`)
    const boxes = await boxesOf()
    await page.setJavaScriptEnabled(true)
    expect(boxes.length).toBeGreaterThan(5)
    expect(boxes.every(({left, right}) => right - left === 1280)).toBe(true)
    expect(boxes.every(({top}, index) => index === 0 || top >= (boxes[index - 1]?.bottom ?? 0))).toBe(true)
  })
})

describe('a deck for listeners', () => {
  it.each(['als', 'fr', 'ar'])(
    'has no barrier in %s: on the title, inside, over all, beside the keys',
    async (name) => {
      await open(`${name}/slides.html`)
      const found = [await barriersOf(page)]
      await press('PageDown', 'PageDown')
      found.push(await barriersOf(page))
      const table = await page.evaluate(() => document.querySelector('section:has(table)')?.id ?? '')
      await page.evaluate((id) => {
        location.hash = id
      }, table)
      await page.waitForFunction((id) => document.querySelector('.present')?.id === id, {}, table)
      found.push(await barriersOf(page))
      await press('o')
      found.push(await barriersOf(page))
      await press('o', '?')
      await page.waitForFunction(() => document.getAnimations().length === 0)
      found.push(await barriersOf(page))
      expect(found.flat()).toEqual([])
    }
  )

  it('has none while a step waits', async () => {
    await open('steps.html', 'list~9')
    await press('PageDown')
    await page.waitForFunction(() => document.getAnimations().length === 0)
    expect(await barriersOf(page)).toEqual([])
  })

  it('sees a barrier when there is one', async () => {
    await open('steps.html')
    await page.$eval('.controls .navigate-right', (button) => button.removeAttribute('aria-label'))
    expect((await barriersOf(page)).join()).toContain('button-name')
  })

  it('takes the focus to the current slide and the buttons, nowhere else', async () => {
    await open('als/slides.html', 'sec-selected-references')
    const reached = new Set<string>()
    for (let count = 0; count < 40; count++) {
      await press('Tab')
      reached.add(
        await page.evaluate(() => {
          const {activeElement: on} = document
          return on?.closest('section')?.id ?? on?.closest('.controls, body')?.className ?? ''
        })
      )
    }
    const {id} = await whereIs(page)
    expect([...reached].filter((each) => each !== id && !/controls|viewport/.test(each))).toEqual([])
    expect(reached.has(id)).toBe(true)
  })

  it('says where it is in the page’s language, with one main heading, and reads no slide out whole', async () => {
    await open('fr/slides.html')
    await press('PageDown')
    expect((await whereIs(page)).told).toMatch(/^Diapositive 2 sur \d+\u00a0: /)
    expect(await page.$$eval('h1:not([aria-hidden])', (headings) => headings.length)).toBe(1)
    const buttons = await page.$$eval('.controls button.enabled', (each) =>
      each.map((button) => button.getAttribute('aria-label'))
    )
    expect(buttons).toEqual(['Diapositive précédente', 'Diapositive suivante'])
    expect(await page.$eval('.aria-status', (status) => status.checkVisibility())).toBe(false)
  })
})
