import type {ServerResponse} from 'node:http'
import type {ShownOutput} from './protocol.js'

/** How much may wait for somebody who does not read. */
const mostWaiting = 4_000_000
/** How many may listen at once. */
const mostListeners = 64
const heartbeat = 15_000

interface Listener {
  readonly review: string
  readonly outputs: ReadonlySet<ShownOutput>
  readonly response: ServerResponse
}

/** All who listen to what happens, each to one review. */
export interface Audience {
  /** Lets somebody listen until he leaves; false where too many do. */
  join(listener: Listener): boolean
  tell(review: string, event: string, data: unknown): void
  /** The outputs of a review that somebody looks at; undefined where nobody does. */
  looked(review: string): ReadonlySet<ShownOutput> | undefined
  close(): void
}

export function openAudience(): Audience {
  const listeners = new Set<Listener>()
  const timer = setInterval(() => {
    for (const listener of listeners) send(listener, ':\n\n')
  }, heartbeat)
  return {
    join(listener) {
      if (listeners.size >= mostListeners) return false
      const {response} = listener
      listeners.add(listener)
      response.once('close', () => listeners.delete(listener))
      response.writeHead(200, {'Content-Type': 'text/event-stream; charset=utf-8'})
      response.write('retry: 500\n\n')
      return true
    },
    tell(review, event, data) {
      const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      for (const listener of listeners) if (listener.review === review) send(listener, text)
    },
    looked(review) {
      const own = [...listeners].filter((each) => each.review === review)
      return own.length === 0 ? undefined : new Set(own.flatMap(({outputs}) => [...outputs]))
    },
    close() {
      clearInterval(timer)
      for (const {response} of listeners) response.end()
      listeners.clear()
    }
  }

  function send({response}: Listener, text: string): void {
    if (response.writableLength > mostWaiting) response.destroy()
    else response.write(text)
  }
}
