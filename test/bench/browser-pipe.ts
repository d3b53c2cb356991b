import type {ChildProcess} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'

/** Asks a browser something, and waits for what it tells by itself. */
export interface Ask {
  <Answer>(method: string, params?: object, sessionId?: string): Promise<Answer>
  event(method: string): Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: {readonly message: string}
}

/** Talks with a browser over its third and fourth pipe, in its own protocol: JSON between zero bytes. */
export async function talk(child: ChildProcess, use: (ask: Ask) => Promise<void>): Promise<void> {
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number | string, (message: Message) => void>()
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`Unexpected end of the browser with ${code}, expected an answer`))
    )
  })
  gone.catch(() => undefined)
  to.on('error', () => undefined)
  readMessages(from, (message) => waiting.get(message.id ?? message.method ?? '')?.(message))

  let last = 0
  const answer = (key: number | string) => new Promise<Message>((resolve) => waiting.set(key, resolve))
  const request = async <Answer>(method: string, params: object = {}, sessionId?: string) => {
    const id = ++last
    to.write(`${JSON.stringify({id, method, params, ...(sessionId ? {sessionId} : {})})}\0`)
    const {error, result} = await Promise.race([answer(id), gone])
    if (error) throw new Error(`Unexpected answer to \`${method}\`: ${error.message}`)
    return result as Answer
  }
  const event = async (method: string) => void (await Promise.race([answer(method), gone]))
  await use(Object.assign(request, {event}))
}

function readMessages(from: Readable, tell: (message: Message) => void): void {
  let parts: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      tell(JSON.parse(Buffer.concat([...parts, chunk.subarray(start, end)]).toString()) as Message)
      parts = []
      start = end + 1
    }
    parts.push(chunk.subarray(start))
  })
}
