/// <reference lib="dom" />
import {rm} from 'node:fs/promises'
import {UserError} from '../model/user-error.js'
import {Connection} from './connection.js'
import type {BrowserFiles} from './embedded-chromium.js'
import {formulaSign} from './formula-sign.js'
import {readyTags} from './ready-tags.js'
import {showAlone} from './show-alone.js'
import type {Box} from './tab.js'
import {openTabs, type Tabs} from './tabs.js'

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

/** A running Chromium that prints and measures pages it is handed, and asks nobody for anything. */
export class Browser {
  readonly version: string
  readonly #connection: Connection
  readonly #tabs: Tabs
  readonly #profile: string

  private constructor(connection: Connection, version: string, profile: string) {
    this.#connection = connection
    this.#profile = profile
    this.#tabs = openTabs(connection)
    this.version = version
  }

  static async open({executable, environment, profile, sandbox}: BrowserOptions): Promise<Browser> {
    const own = [`--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox'])]
    const connection = new Connection(executable, [...own, ...flags], environment)
    try {
      const {product} = await connection.send<{product: string}>('Browser.getVersion')
      return new Browser(connection, product, profile)
    } catch (error) {
      await connection.end()
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      throw new UserError(`Unexpected failure to start the browser \`${executable}\`: ${reason}`, 3)
    }
  }

  /**
   * Prints a page as Chromium does: tagged, with bookmarks, on the paper its style sheet names. A `trial` tells where
   * things land, and shows nothing: without tags, bookmarks and paint, a long print costs a third.
   */
  print(html: string, trial?: 'trial'): Promise<Uint8Array> {
    return this.#tabs.use(async (tab) => {
      if (trial) await tab.show(unpainted(html), 'undefined')
      else await tab.show(html, textOf(readyTags, formulaSign))
      return await tab.print({tagged: !trial})
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
    return this.#tabs.use((tab) => tab.show<T>(html, textOf(question, ...given), {...size, media: 'print'}))
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
    return this.#tabs.use(async (tab) => {
      const answer = await tab.show<T>(html, textOf(question), {...size, scale: 2, media: 'print'})
      const photographs: Uint8Array[] = []
      await tab.setTransparent(true)
      for (;;) {
        const box = await tab.ask<Box | undefined>(textOf(showAlone, photographs.length))
        if (!box) break
        photographs.push(await tab.photograph(box, {beyondWindow: true}))
      }
      await tab.setTransparent(false)
      return {answer, photographs}
    })
  }

  /** A picture, as PNG, of each element that a selector names, as it will be printed; all are of one size. */
  picture(
    html: string,
    selector: string,
    {width, height, scale}: {width: number; height: number; scale: number}
  ): Promise<Uint8Array[]> {
    return this.#tabs.use(async (tab) => {
      const count = await tab.show<number>(html, textOf(countOf, selector), {
        width,
        height,
        scale,
        media: 'print'
      })
      const pictures: Uint8Array[] = []
      for (let index = 0; index < count; index++) {
        // Nothing but the element in the window: no other page of it is painted, however many there are.
        const box = await tab.ask<Box>(textOf(scrolledTo, selector, index))
        pictures.push(await tab.photograph(box, {beyondWindow: false}))
      }
      return pictures
    })
  }

  /** Whether the browser has ended, of itself or at our wish. */
  get isGone(): boolean {
    return this.#connection.isGone
  }

  /** Ends the browser at once, and removes what it kept. */
  async close(): Promise<void> {
    await this.#connection.end()
    await rm(this.#profile, {recursive: true, force: true, maxRetries: 3}).catch(() => undefined)
  }
}

/** A page of which everything takes its place, and nothing is seen. */
function unpainted(html: string): string {
  return html.replace('</head>', '<style>html, html * { visibility: hidden !important }</style></head>')
}

/** A call of a function in the page, with data and other functions by their text. */
function textOf<Given extends unknown[]>(question: (...given: Given) => unknown, ...given: Given): string {
  const all = given.map((each) => (typeof each === 'function' ? String(each) : JSON.stringify(each)))
  return `(${String(question)})(${all.join(', ')})`
}

// Run in the page: nothing outside their own bodies exists there.
function countOf(selector: string): number {
  return document.querySelectorAll(selector).length
}

function scrolledTo(selector: string, index: number): Box {
  const element = document.querySelectorAll(selector)[index] as Element
  element.scrollIntoView({block: 'start'})
  const {x, y, width, height} = element.getBoundingClientRect()
  const {visualViewport} = globalThis
  return {x: x + (visualViewport?.pageLeft ?? 0), y: y + (visualViewport?.pageTop ?? 0), width, height}
}
