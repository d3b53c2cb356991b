import {rm} from 'node:fs/promises'
import type {Browser as Chromium, Page as Tab} from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import {UserError} from '../model/user-error.js'
import type {BrowserFiles} from './embedded-chromium.js'
import {formulaSign} from './formula-sign.js'
import {readyTags} from './ready-tags.js'
import {showAlone} from './show-alone.js'

/** What a browser is started with. */
export interface BrowserOptions extends BrowserFiles {
  /** A folder for what the browser keeps while it runs; it goes with the browser. */
  readonly profile: string
  /** Whether the browser keeps its sandbox; root cannot. */
  readonly sandbox: boolean
}

// Our own list: what the package and puppeteer recommend switches off more than a local page needs.
const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  'about:blank'
]

const patience = 300_000

interface Shown {
  scrollIntoView(options: {block: 'start'}): void
}

/** A running Chromium that prints and measures pages it is handed, and asks nobody for anything. */
export class Browser {
  readonly version: string
  readonly #chromium: Chromium
  readonly #profile: string

  private constructor(chromium: Chromium, version: string, profile: string) {
    this.#chromium = chromium
    this.#profile = profile
    this.version = version
  }

  static async open({executable, environment, profile, sandbox}: BrowserOptions): Promise<Browser> {
    try {
      const chromium = await puppeteer.launch({
        executablePath: executable,
        env: environment,
        ignoreDefaultArgs: true,
        args: [`--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox']), ...flags],
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        pipe: true,
        protocolTimeout: patience
      })
      return new Browser(chromium, await chromium.version(), profile)
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      throw new UserError(`Unexpected failure to start the browser \`${executable}\`: ${reason}`, 3)
    }
  }

  /**
   * Prints a page as Chromium does: tagged, with bookmarks, on the paper its style sheet names. A `trial` has
   * neither tags nor bookmarks, which cost a quarter of a long print: it tells where things land.
   */
  print(html: string, trial?: 'trial'): Promise<Uint8Array> {
    return this.#onTab(html, async (tab) => {
      if (!trial) await tab.evaluate(readyTags, formulaSign)
      return await tab.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: !trial,
        outline: !trial,
        timeout: patience
      })
    })
  }

  /**
   * Lays a page out as it will be printed, in a window of this size, and asks a question about it. What is given with
   * the question goes into the page too: data, and functions by their text.
   */
  measure<T, Given extends unknown[]>(
    html: string,
    size: {width: number; height: number},
    question: (...given: Given) => T,
    ...given: Given
  ): Promise<T> {
    return this.#onTab(html, async (tab) => {
      await tab.setViewport(size)
      await tab.emulateMediaType('print')
      const all = given.map((each) => (typeof each === 'function' ? String(each) : JSON.stringify(each)))
      return (await tab.evaluate(`(${String(question)})(${all.join(', ')})`)) as T
    })
  }

  /**
   * Lays a page out as it will be printed and asks a question about it that marks what is to be photographed
   * (`data-photograph`, numbered from 0): each such element, alone on nothing, twice as fine as the page.
   */
  draw<T>(
    html: string,
    size: {width: number; height: number},
    question: () => T
  ): Promise<{answer: T; photographs: Uint8Array[]}> {
    return this.#onTab(html, async (tab) => {
      await tab.setViewport({...size, deviceScaleFactor: 2})
      await tab.emulateMediaType('print')
      const answer = (await tab.evaluate(question)) as T
      const photographs: Uint8Array[] = []
      for (;;) {
        const clip = await tab.evaluate(showAlone, photographs.length)
        if (!clip) return {answer, photographs}
        photographs.push(await tab.screenshot({type: 'png', clip, omitBackground: true}))
      }
    })
  }

  /** A picture, as PNG, of each element that a selector names, as it will be printed; all are of one size. */
  picture(
    html: string,
    selector: string,
    {width, height, scale}: {width: number; height: number; scale: number}
  ): Promise<Uint8Array[]> {
    return this.#onTab(html, async (tab) => {
      await tab.setViewport({width, height, deviceScaleFactor: scale})
      await tab.emulateMediaType('print')
      const pictures: Uint8Array[] = []
      for (const element of await tab.$$(selector)) {
        // Nothing but the element in the window: no other page of it is painted, however many there are.
        await element.evaluate((node) => (node as unknown as Shown).scrollIntoView({block: 'start'}))
        pictures.push(await tab.screenshot({type: 'png', captureBeyondViewport: false}))
      }
      return pictures
    })
  }

  /** Whether the browser has ended, of itself or at our wish. */
  get isGone(): boolean {
    return !this.#chromium.connected
  }

  /** Ends the browser at once: closing it politely takes longer than many a print. */
  async close(): Promise<void> {
    const process = this.#chromium.process()
    const gone = new Promise<void>((resolve) => {
      if (!process || process.exitCode !== null) resolve()
      else process.once('exit', () => resolve())
    })
    process?.kill('SIGKILL')
    await gone
    await rm(this.#profile, {recursive: true, force: true, maxRetries: 3}).catch(() => undefined)
  }

  async #onTab<T>(html: string, use: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = await this.#chromium.newPage()
    try {
      await tab.setJavaScriptEnabled(false)
      await tab.setRequestInterception(true)
      tab.on('request', (request) => {
        const own = request.url() === 'about:blank' || request.url().startsWith('data:')
        void (own ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined)
      })
      await tab.setContent(html, {waitUntil: 'load', timeout: patience})
      await tab.evaluate(() =>
        (globalThis as unknown as {document: {fonts: {ready: Promise<unknown>}}}).document.fonts.ready.then(
          () => true
        )
      )
      return await use(tab)
    } finally {
      await tab.close().catch(() => undefined)
    }
  }
}
