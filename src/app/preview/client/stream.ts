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
 * Listens while the window is seen. A browser keeps six streams to one host: a window behind others needs none, and is
 * told how all stands when it listens again.
 */
export function openStream(told: StreamTeller): Stream {
  let source: EventSource | undefined
  let wanted = ''
  let listening = ''
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return listen()
    source?.close()
    source = undefined
  })
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
