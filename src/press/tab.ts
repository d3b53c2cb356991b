/// <reference lib="dom" />
import type {Connection} from './connection.js'

/** A window that a page is laid out in, in CSS pixels; `print` where it is laid out as on paper. */
export interface Window {
  readonly width: number
  readonly height: number
  readonly scale?: number
  readonly media?: 'print'
}

/** A part of a page. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const usual: Window = {width: 800, height: 600}
/** What is shown in one tab before another takes its place: the process behind it grows with each page. */
const mostPages = 60
/** A page as long as this is the last of its tab: what is left of it takes half a gigabyte until somebody clears it away. */
const long = 1_000_000
/** How long a process that is there takes at most to say so, in milliseconds, if it has nothing else to do. */
const moment = 2000

/** A tab that shows one page after another, runs no script of theirs and lets them ask for nothing. */
export class Tab {
  readonly #connection: Connection
  readonly #target: string
  readonly #session: string
  #world = 0
  #pages = 0
  #isLong = false
  #isBroken = false

  private constructor(connection: Connection, target: string, session: string) {
    this.#connection = connection
    this.#target = target
    this.#session = session
  }

  /** Opens a tab, or takes the one that is there. */
  static async open(connection: Connection, existing?: string): Promise<Tab> {
    const target =
      existing ??
      (await connection.send<{targetId: string}>('Target.createTarget', {url: 'about:blank'})).targetId
    const {sessionId} = await connection.send<{sessionId: string}>('Target.attachToTarget', {
      targetId: target,
      flatten: true
    })
    const tab = new Tab(connection, target, sessionId)
    const [{executionContextId}] = await Promise.all([
      tab.#send<{executionContextId: number}>('Page.createIsolatedWorld', {
        frameId: target,
        worldName: 'press'
      }),
      shut(connection, sessionId, () => {
        tab.#isBroken = true
      })
    ])
    tab.#world = executionContextId
    return tab
  }

  /** Whether another tab should take this one’s place. */
  get isSpent(): boolean {
    return this.#isBroken || this.#isLong || this.#pages >= mostPages
  }

  /** Whether the process behind it is gone: one that is there answers, or is at work. */
  async isCrashed(): Promise<boolean> {
    if (this.#isBroken) return true
    const isThere = this.ask('0').then(
      () => true,
      () => false
    )
    return !(await Promise.race([isThere, new Promise((resolve) => setTimeout(resolve, moment, true))]))
  }

  /** Shows a page, and asks it a question once all of it is there. */
  async show<T>(html: string, question: string, window: Window = usual): Promise<T> {
    this.#pages++
    this.#isLong ||= html.length >= long
    const {width, height, scale = 1, media = ''} = window
    // Nobody waits for what need not be waited for: the browser takes these in turn.
    const [, , , answer] = await Promise.all([
      this.#send('Emulation.setDeviceMetricsOverride', {
        ...{width, height, deviceScaleFactor: scale, mobile: false},
        screenOrientation: {angle: 0, type: 'portraitPrimary'}
      }),
      this.#send('Emulation.setEmulatedMedia', {media}),
      this.#send('Page.setDocumentContent', {frameId: this.#target, html}),
      this.ask<T>(`(${String(whenWhole)})().then(() => ${question})`)
    ])
    return answer
  }

  /** Asks the page a question, an expression. */
  async ask<T>(expression: string): Promise<T> {
    const {result, exceptionDetails} = await this.#send<{
      result: {value?: T}
      exceptionDetails?: {text: string; exception?: {description?: string}}
    }>('Runtime.evaluate', {
      ...{expression, contextId: this.#world, awaitPromise: true, returnByValue: true}
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }

  /** Prints the page on the paper that its style sheet names. */
  async print({tagged}: {tagged: boolean}): Promise<Uint8Array> {
    const {data} = await this.#send<{data: string}>('Page.printToPDF', {
      ...{preferCSSPageSize: true, printBackground: true},
      ...{marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0},
      ...{generateTaggedPDF: tagged, generateDocumentOutline: tagged}
    })
    return Buffer.from(data, 'base64')
  }

  /** A picture of a part of the page, as PNG. */
  async photograph(clip: Box, {beyondWindow}: {beyondWindow: boolean}): Promise<Uint8Array> {
    const [x, y] = [Math.round(clip.x), Math.round(clip.y)]
    const width = Math.round(clip.width + clip.x - x)
    const height = Math.round(clip.height + clip.y - y)
    const {data} = await this.#send<{data: string}>('Page.captureScreenshot', {
      ...{format: 'png', captureBeyondViewport: beyondWindow},
      clip: {x, y, width, height, scale: 1}
    })
    return Buffer.from(data, 'base64')
  }

  /** Whether pictures show nothing where the page does. */
  async setTransparent(isTransparent: boolean): Promise<void> {
    await this.#send(
      'Emulation.setDefaultBackgroundColorOverride',
      isTransparent ? {color: {r: 0, g: 0, b: 0, a: 0}} : {}
    )
  }

  async close(): Promise<void> {
    this.#connection.listen(this.#session, undefined)
    await this.#connection.send('Target.closeTarget', {targetId: this.#target}).catch(() => undefined)
  }

  #send<Answer>(method: string, parameters: object): Promise<Answer> {
    return this.#connection.send<Answer>(method, parameters, this.#session)
  }
}

/** Lets a tab, and each frame that gets a process of its own, run no script and ask for nothing. */
async function shut(connection: Connection, session: string, crashed: () => void): Promise<void> {
  const tell = (method: string, parameters: object) =>
    connection.send(method, parameters, session).catch(() => undefined)
  connection.listen(session, (event, {requestId, sessionId}) => {
    if (event === 'Fetch.requestPaused') void tell('Fetch.failRequest', {requestId, errorReason: 'Aborted'})
    else if (event === 'Target.attachedToTarget')
      void shut(connection, String(sessionId), crashed).then(() =>
        connection.send('Runtime.runIfWaitingForDebugger', {}, String(sessionId)).catch(() => undefined)
      )
    else if (event === 'Inspector.targetCrashed') {
      crashed()
      connection.abandon(session, 'the page crashed')
    }
  })
  await Promise.all([
    // What is in the page itself, `data:`, is not asked for, and never seen here.
    tell('Fetch.enable', {patterns: [{urlPattern: '*'}]}),
    tell('Emulation.setScriptExecutionDisabled', {value: true}),
    tell('Target.setAutoAttach', {autoAttach: true, waitForDebuggerOnStart: true, flatten: true}),
    tell('Inspector.enable', {})
  ])
}

// Runs in the page: nothing outside its own body exists there.
async function whenWhole(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve))
  await document.fonts.ready
}
