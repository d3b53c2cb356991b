import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Frame, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from './browser.js'
import {openPdf} from './pdf.js'
import {isDone, isMade, type Running, startPreview, type Told} from './preview.js'
import {makeProject, root} from './project.js'

const parts = Array.from(
  {length: 6},
  (_, index) =>
    `## Part ${index + 1}\n\n${Array.from({length: 60}, (_, sentence) => `Sentence ${sentence} of part ${index + 1}. `).join('')}\n`
)
const text = (above = '', below = '') =>
  `---\ntitle: A small review\nlanguage: en\noutputs: [web, report, slides]\n---\n\n${above}${parts.join('\n')}\n${below}`
const above = `${'Some more text. '.repeat(700)}\n\n`

let project: string
let running: Running
let browser: Browser
let page: Page

function save(written: string, name = 'content/small.md'): void {
  const path = join(project, name)
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, written)
}

beforeAll(async () => {
  project = makeProject({'content/small.md': text()})
  ;[running, browser] = await Promise.all([startPreview(project, 'web,slides,report'), openBrowser()])
  await running.until(isDone)
  page = await browser.newPage()
  await page.setViewport({width: 1280, height: 800})
  await page.goto(running.address)
})

afterAll(async () => {
  await browser?.close()
  if (running?.child.exitCode === null) await running.stop()
})

describe('paper', () => {
  it('stays where it is read as text comes in below and above', async () => {
    await page.click('.tabs [data-output=report]')
    await page.waitForSelector('.pane[data-output=report]:not([data-waits])')
    await page.$eval('.sheets', (list) => {
      const {offsetTop, offsetHeight} = list.querySelectorAll<HTMLElement>('.sheet')[2] as HTMLElement
      list.scrollTop = offsetTop + offsetHeight / 3
    })
    // The first line that is on the screen whole.
    const [read = '', top = 0] = [...(await linesOnPaper())].find(([, each]) => each >= 20) ?? []
    expect(read).toContain('of part')
    for (const written of [text('', '## More\n\nAn end.\n\n'.repeat(25)), text(above)]) {
      const sheets = await countOfSheets()
      save(written)
      await expect.poll(countOfSheets, {timeout: 20_000}).not.toBe(sheets)
      expect(Math.abs(((await linesOnPaper()).get(read) ?? 9999) - top)).toBeLessThan(3)
    }
  })
})

describe('a deck', () => {
  it('stays at its slide where it must be loaded anew', async () => {
    await page.click('.tabs [data-output=slides]')
    const deck = await frameOf('slides')
    await deck.waitForFunction(() => 'Reveal' in globalThis && document.querySelector('.present'))
    // Two in a row, of which the address of the page tells only the first at once.
    await deck.evaluate(() => {
      const {Reveal} = globalThis as unknown as {Reveal: {slide(index: number): void}}
      Reveal.slide(2)
      Reveal.slide(4)
    })
    const before = await slideIn(deck)
    const template = readFileSync(join(root, 'templates/page/slides.hbs'), 'utf8')
    save(template.replace('<body', '<body data-anew="1"'), 'templates/page/slides.hbs')
    await expect
      .poll(async () => {
        const now = await frameOf('slides')
        return await now.evaluate(() => document.body.dataset.anew && 'Reveal' in globalThis)
      })
      .toBe(true)
    await expect.poll(async () => await slideIn(await frameOf('slides'))).toBe(before)
    expect(before).toMatch(/^sec-part/)
  })
})

describe('the web page', () => {
  let web: Frame
  let before: number
  const part = () => web.evaluate(() => document.querySelector('#sec-part-4')?.getBoundingClientRect().top)
  const said = () => web.evaluate(() => document.body.textContent)
  const moved = async () => Math.abs(((await part()) ?? 9999) - before)

  it('stays where it is read as more goes above than remains below', async () => {
    save(text(above))
    await page.click('.tabs [data-output=web]')
    web = await frameOf('web')
    await expect.poll(said).toContain('more text')
    await web.evaluate(() => document.querySelector('#sec-part-4')?.scrollIntoView())
    before = (await part()) ?? 9999
    save(text())
    await expect.poll(said).not.toContain('more text')
    expect(await moved()).toBeLessThan(3)
  })

  it.each(['styles/web.css', 'templates/page/web.hbs'])(
    'is not made of %s that is emptied and written a moment later',
    async (name) => {
      const own = readFileSync(join(root, name), 'utf8')
      save(own.replace('main', 'main '), name)
      await running.until(isDone)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await running.rest()
      running.told.length = 0
      save('', name)
      await new Promise((resolve) => setTimeout(resolve, 220))
      save(own.replace('main', 'main '), name)
      await new Promise((resolve) => setTimeout(resolve, 700))
      await running.rest()
      const isBroken = ({event, data}: Told) => event === 'state' && data.condition === 'broken'
      expect(running.told.filter((each) => isMade('web', true)(each) || isBroken(each))).toEqual([])
    }
  )

  it('is not made of a file that is emptied and written a moment later, and is where it stays empty', async () => {
    running.told.length = 0
    save('')
    await new Promise((resolve) => setTimeout(resolve, 220))
    save(text().replace('title: A small', 'title: Another small'))
    await expect.poll(said).toContain('Another small')
    expect(await moved()).toBeLessThan(3)
    expect(running.told.filter(isMade('web', true)).length).toBe(1)
    save('')
    await expect.poll(said).not.toContain('Another small')
  })
})

describe('a window', () => {
  it('makes room for another while nobody sees it, and then shows what is newest', async () => {
    await page.click('.tabs [data-output=web]')
    const web = await frameOf('web')
    await turn('hidden')
    save(text('Written while hidden.\n\n'))
    await expect.poll(() => web.evaluate(() => document.body.textContent)).toContain('Written while hidden')
    const other = await browser.newPage()
    await other.goto(running.address)
    await other.waitForSelector('.pane[data-output=web]:not([data-waits])')
    running.told.length = 0
    save(text('Written meanwhile.\n\n'))
    await running.until(isMade('web', true))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const shown = () => web.evaluate(() => document.body.textContent)
    expect(await shown()).not.toContain('Written meanwhile')
    await turn('visible')
    await expect.poll(shown).toContain('Written meanwhile')
    expect(await page.$('body.ended')).toBeNull()
    await other.close()
  })
})

describe('a review whose file is renamed', () => {
  it('stays on the screen, with a way to the new one, and is not what is shown first', async () => {
    renameSync(join(project, 'content/small.md'), join(project, 'content/renamed.md'))
    const choices = () =>
      page.$eval('.bar select', ({hidden, value, options}) => ({
        ...{hidden, value, options: [...options].map((each) => each.value)}
      }))
    await expect.poll(choices).toEqual({hidden: false, value: 'small', options: ['small', 'renamed']})
    await page.select('.bar select', 'renamed')
    await expect.poll(choices).toEqual({hidden: true, value: 'renamed', options: ['renamed']})
    await page.goto('about:blank')
    await page.goto(`${running.address}#small`)
    await page.waitForFunction(() => location.hash === '#renamed')
    expect(await (await running.get('page?output=web')).text()).toContain('A small review')
  })
})

async function frameOf(output: string): Promise<Frame> {
  const element = await page.waitForSelector(`.pane[data-output=${output}]:not([data-waits]) iframe`)
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('Unexpected lack of a frame')
  return frame
}

function slideIn(deck: Frame): Promise<string | undefined> {
  return deck.evaluate(() => document.querySelector('section.present')?.id)
}

/** As a browser does where another tab is chosen: without a screen it never does. */
function turn(state: DocumentVisibilityState): Promise<void> {
  return page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', {value: now, configurable: true})
    Object.defineProperty(document, 'hidden', {value: now === 'hidden', configurable: true})
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

function countOfSheets(): Promise<number> {
  return page.$$eval('.sheet', ({length}) => length)
}

/** Each line of the report with how far it is below the upper edge of the window on its sheets, in order. */
async function linesOnPaper(): Promise<Map<string, number>> {
  const bytes = await (await running.get('pdf?output=report')).arrayBuffer()
  const {pages} = await openPdf(new Uint8Array(bytes))
  const boxes = await page.$eval('.sheets', (list) =>
    [...list.querySelectorAll<HTMLElement>('.sheet')].map(({offsetTop, offsetHeight}) => ({
      ...{top: offsetTop - list.scrollTop, height: offsetHeight}
    }))
  )
  return new Map(
    pages.flatMap(({runs, height}, index) => {
      const box = boxes[index] ?? {top: 0, height: 0}
      return runs
        .filter((run) => run.text.length > 30)
        .map((run): [string, number] => [run.text, box.top + (1 - run.y / height) * box.height])
    })
  )
}
