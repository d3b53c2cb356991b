import type {Description, Landing} from '../model/page.js'
import type {Browser} from './browser.js'

/** A PDF, finished. */
export interface Finished {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** What makes paper of pages: all that is asked of a browser, and of what it prints. */
export interface Press extends Pick<Browser, 'measure' | 'draw' | 'picture'> {
  /** The browser’s version, as it says it. */
  version(): Promise<string>
  /** Prints a page as it is published. */
  print(html: string, description: Description): Promise<Finished>
  /** Prints a page to learn where each id lands that it links to: untagged, which is faster. */
  tryOut(html: string): Promise<Landing>
  /** Where each id of a finished PDF landed. */
  landingOf(bytes: Uint8Array): Promise<Landing>
}

/** A press with its browser. */
export interface OpenPress extends Press {
  /** Opens the browser, if it is not open, without waiting for it. */
  warmUp(): void
  /** Ends the browser. */
  close(): Promise<void>
}

/** How many pages one browser shows before another takes its place: what it keeps of them grows. */
const mostPages = 500

interface Shift {
  readonly browser: Promise<Browser>
  /** The browser, once it is open. */
  opened: Browser | undefined
  shown: number
  working: number
}

/**
 * A press whose browser is opened when it is first asked for, and replaced when it has worked long enough or is gone.
 * What a browser was asked that ended meanwhile is asked once more: no answer changes anything. What finishes a PDF is
 * loaded while the first page is printed.
 */
export function openPress(open: () => Promise<Browser>): OpenPress {
  const shifts = new Set<Shift>()
  let current: Shift | undefined
  let isClosed = false

  return {
    warmUp: () => {
      void shift()
    },
    version: () => using(async ({version}) => version),
    async print(html, description) {
      const [raw, {finish}] = await Promise.all([
        using((browser) => browser.print(html)),
        import('./finish.js')
      ])
      return await finish(raw, description)
    },
    async tryOut(html) {
      const [raw, {landingOf}] = await Promise.all([
        using((browser) => browser.print(html, 'trial')),
        import('./destinations.js')
      ])
      return await landingOf(raw)
    },
    landingOf: async (bytes) => (await import('./destinations.js')).landingOf(bytes),
    measure: (...asked) => using((browser) => browser.measure(...asked)),
    draw: (...asked) => using((browser) => browser.draw(...asked)),
    picture: (...asked) => using((browser) => browser.picture(...asked)),
    async close() {
      isClosed = true
      current = undefined
      await Promise.all([...shifts].map(end))
    }
  }

  async function using<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
    const own = shift()
    try {
      return await during(own, work)
    } catch (error) {
      if (isClosed || !own.opened?.isGone) throw error
      return await during(shift(), work)
    }
  }

  async function during<T>(own: Shift, work: (browser: Browser) => Promise<T>): Promise<T> {
    own.shown++
    own.working++
    try {
      const browser = await own.browser
      return await work(browser)
    } finally {
      own.working--
      const {isGone} = await own.browser.catch(() => ({isGone: true}))
      if (own === current && (isGone || own.shown >= mostPages)) current = undefined
      if (own !== current && own.working === 0) await end(own)
    }
  }

  function shift(): Shift {
    if (current?.opened?.isGone) {
      if (current.working === 0) void end(current)
      current = undefined
    }
    if (!current) {
      const browser = open()
      const own: Shift = {browser, opened: undefined, shown: 0, working: 0}
      browser.then(
        (opened) => {
          own.opened = opened
        },
        () => undefined
      )
      shifts.add(own)
      current = own
    }
    return current
  }

  async function end(own: Shift): Promise<void> {
    shifts.delete(own)
    await own.browser.then(
      (browser) => browser.close(),
      () => undefined
    )
  }
}
