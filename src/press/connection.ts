import {type ChildProcess, spawn} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'

/** What a browser says of itself: an event’s name and its parameters. */
export type Listener = (event: string, parameters: Readonly<Record<string, unknown>>) => void

/** How long a browser may take for one answer: a page of thousands of sheets is printed in minutes. */
const patience = 300_000
/** How much of a browser’s complaints is kept. */
const mostSaid = 4000

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: unknown
  readonly error?: {readonly message: string}
}

interface Question {
  readonly session: string | undefined
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** A browser’s process, and what is said to it and by it: the DevTools protocol, over a pipe that nobody else can reach. */
export class Connection {
  readonly #process: ChildProcess
  readonly #pipe: Writable
  readonly #questions = new Map<number, Question>()
  readonly #listeners = new Map<string, Listener>()
  readonly #ended: Promise<void>
  #said = ''
  #count = 0
  /** Why it is gone, once it is. */
  #end: string | undefined

  /** Starts a browser. Questions can be asked at once: they wait in the pipe until it is there. */
  constructor(executable: string, flags: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#process = spawn(executable, flags, {
      env: {...environment},
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe']
    })
    const {stdio} = this.#process
    const [complaints, questions, answers] = [
      stdio[2] as Readable,
      stdio[3] as Writable,
      stdio[4] as Readable
    ]
    this.#pipe = questions
    questions.on('error', () => undefined)
    complaints
      .on('error', () => undefined)
      .on('data', (said) => {
        if (this.#said.length < mostSaid) this.#said += said
      })
    this.#listenTo(answers)
    this.#ended = new Promise((resolve) => {
      const end = (reason: string) => {
        this.#lose(reason)
        resolve()
      }
      this.#process.once('error', (error) => end(error.message))
      this.#process.once('exit', (code, signal) => end(`it ended with ${code ?? signal}${this.#complaint}`))
    })
  }

  /** Asks the browser, or one of its tabs by its session. */
  send<Answer = unknown>(method: string, parameters: object = {}, session?: string): Promise<Answer> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.isGone)
        return reject(new Error(`Unexpected ${method} of a browser that is gone: ${this.#end}`))
      const id = ++this.#count
      const timer = setTimeout(() => {
        this.#questions.delete(id)
        reject(new Error(`Unexpected silence of the browser on ${method}`))
      }, patience)
      this.#questions.set(id, {session, resolve, reject, timer})
      const message = {id, method, params: parameters, ...(session ? {sessionId: session} : {})}
      this.#pipe.write(`${JSON.stringify(message)}\0`)
    }) as Promise<Answer>
  }

  /** Hears what a session says, or hears it no longer. */
  listen(session: string, listener: Listener | undefined): void {
    if (listener) this.#listeners.set(session, listener)
    else this.#listeners.delete(session)
  }

  /** Waits no longer for what a session was asked, or for anything where none is named. */
  abandon(session: string | undefined, reason: string): void {
    for (const [id, question] of this.#questions) {
      if (session !== undefined && question.session !== session) continue
      this.#questions.delete(id)
      clearTimeout(question.timer)
      question.reject(new Error(reason))
    }
  }

  /** Whether the browser has ended, of itself or at our wish. */
  get isGone(): boolean {
    return this.#end !== undefined
  }

  /** Ends the browser at once: closing it politely takes longer than many a print. */
  async end(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }

  get #complaint(): string {
    const [line] = this.#said.split('\n').filter((each) => each.trim())
    return line ? `: ${line}` : ''
  }

  #listenTo(answers: Readable): void {
    let parts: Buffer[] = []
    answers
      .on('error', () => undefined)
      .on('data', (chunk: Buffer) => {
        let start = 0
        for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
          this.#hear(Buffer.concat([...parts, chunk.subarray(start, end)]).toString())
          parts = []
          start = end + 1
        }
        if (start < chunk.length) parts.push(chunk.subarray(start))
      })
  }

  #hear(text: string): void {
    const {id, sessionId, method, params, result, error}: Message = JSON.parse(text)
    if (id === undefined) {
      if (method) this.#listeners.get(sessionId ?? '')?.(method, params ?? {})
      return
    }
    const question = this.#questions.get(id)
    if (!question) return
    this.#questions.delete(id)
    clearTimeout(question.timer)
    if (error) question.reject(new Error(`Unexpected answer of the browser: ${error.message}`))
    else question.resolve(result)
  }

  #lose(reason: string): void {
    this.#end ??= reason
    this.abandon(undefined, reason)
  }
}
