/// <reference lib="dom" />
import type {Renewed, ShownOutput, State} from '../protocol.js'

/** What happens to one review, as the preview tells it to a window. */
export interface Stream {
  /** Listens to a review, the first where none is named, and says which of its outputs are on the screen. */
  follow(review: string, outputs: readonly ShownOutput[]): void
}

export interface StreamTeller {
  state(state: State): void
  output(renewed: Renewed): void
  connected(isConnected: boolean): void
  /** The preview is there, and knows no such review. */
  refused(): void
}

/**
 * Listens, also where an editor hides the window: what is saved is there when its author looks up. But a browser keeps six
 * streams to one host: where another window listens, one that nobody sees makes room, and is told how all stands when it
 * is seen again.
 */
export function openStream(told: StreamTeller): Stream {
  let source: EventSource | undefined
  let wanted = ''
  let listening = ''
  const others = new BroadcastChannel('lectern-preview')
  others.addEventListener('message', () => {
    if (!document.hidden) return
    source?.close()
    source = undefined
  })
  document.addEventListener('visibilitychange', listen)
  return {
    follow(review, outputs) {
      const named = review ? `review=${encodeURIComponent(review)}&` : ''
      wanted = `events?${named}outputs=${outputs.join(',')}`
      listen()
    }
  }

  function listen(): void {
    if (document.hidden) return
    if (source && wanted === listening && source.readyState !== EventSource.CLOSED) return
    listening = wanted
    source?.close()
    others.postMessage('room')
    const own = new EventSource(wanted)
    source = own
    own.addEventListener('state', ({data}) => told.state(JSON.parse(data) as State))
    own.addEventListener('output', ({data}) => told.output(JSON.parse(data) as Renewed))
    own.addEventListener('open', () => told.connected(true))
    own.addEventListener('error', () => {
      told.connected(false)
      if (own.readyState === EventSource.CLOSED) told.refused()
    })
  }
}
