import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import {browserCache, root} from './project.js'

/** Something that a preview told: the event’s name, and what it says. */
export interface Told {
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly data: any
}

/** A preview that runs as its user starts it. */
export interface Running {
  readonly address: string
  readonly child: ChildProcess
  /** All that was told since the last time it was emptied. */
  readonly told: Told[]
  get(path: string, init?: RequestInit): Promise<Response>
  /** Waits for something to be told. */
  until(is: (told: Told) => boolean): Promise<Told>
  /** Waits until nothing is being made. */
  rest(): Promise<void>
  /** Ends it, as Ctrl-C does; the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts `lectern preview` on a project and listens to it. */
export async function startPreview(project: string, outputs = 'web,slides'): Promise<Running> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli.js'), 'preview', '--project', project, '--no-open'],
    {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, LECTERN_CACHE: browserCache}}
  )
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()))
    child.once('exit', (code) => reject(new Error(`Unexpected end with ${code}`)))
  })
  const get = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init)
  const told: Told[] = []
  const listeners = new Set<() => void>()
  let isBusy = true
  const stream = await get(`events?outputs=${outputs}`)
  void read(stream).catch(() => undefined)
  return {
    ...{address, child, told, get},
    until: (is) =>
      new Promise((resolve) => {
        const look = () => {
          const found = told.find(is)
          if (!found) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        look()
      }),
    async rest() {
      while (isBusy) await new Promise((resolve) => setTimeout(resolve, 50))
    },
    stop(signal = 'SIGINT') {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      child.kill(signal)
      return ended
    }
  }

  async function read({body}: Response): Promise<void> {
    let rest = ''
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const messages = (rest + text).split('\n\n')
      rest = messages.pop() ?? ''
      for (const message of messages) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(message) ?? []
        if (!event || !data) continue
        told.push({event, data: JSON.parse(data)})
        if (event === 'state') isBusy = JSON.parse(data).busy
      }
      for (const listener of [...listeners]) listener()
    }
  }
}

/** Whether something told is that an output was made, as another than before or in any case. */
export function isMade(output: string, changed?: true): (told: Told) => boolean {
  return ({event, data}) => event === 'output' && data.output === output && (!changed || data.changed)
}

/** Whether something told is that all there is to make is made. */
export function isDone({event, data}: Told): boolean {
  return event === 'state' && !data.busy && data.condition !== 'reading'
}
