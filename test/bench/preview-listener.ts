/** An output that was made again, as a preview tells it: `docs/preview.md`. */
interface Renewed {
  readonly output: string
  readonly version: number
  readonly changed: boolean
}

/** What listens to a preview as its page does. */
export interface Listener {
  /** The versions that stand now, by output. */
  readonly versions: ReadonlyMap<string, number>
  /** Seconds until each output was received after a save, by a clock that starts now; those that do not show it are left out. */
  seen(outputs: readonly string[], word: string): Promise<Map<string, number>>
  close(): void
}

const patience = 60_000

/** Listens to a preview at its address for some outputs, once all of them stand. */
export async function listenTo(address: string, outputs: readonly string[]): Promise<Listener> {
  const stop = new AbortController()
  const versions = new Map<string, number>()
  const told: ((renewed: Renewed) => void)[] = []
  const response = await fetch(new URL(`events?outputs=${outputs.join(',')}`, address), {signal: stop.signal})
  if (!response.ok || !response.body) throw new Error(`Unexpected answer ${response.status}, expected events`)
  const allStand = new Promise<void>((resolve) => {
    const take = (event: string, data: string) => {
      if (event === 'state') {
        const state = JSON.parse(data) as {outputs: Renewed[]; busy: boolean}
        for (const {output, version} of state.outputs) versions.set(output, version)
        if (!state.busy && outputs.every((output) => versions.has(output))) resolve()
      }
      if (event === 'output') {
        const renewed = JSON.parse(data) as Renewed
        for (const tell of told) tell(renewed)
        versions.set(renewed.output, renewed.version)
      }
    }
    readEvents(response.body as ReadableStream<Uint8Array>, take).catch(() => undefined)
  })
  await within(allStand, 'all outputs to stand')

  return {
    versions,
    async seen(outputs, word) {
      const start = performance.now()
      const times = new Map<string, number>()
      const waiting = new Set(outputs)
      const all = new Promise<void>((resolve) => {
        const done = (output: string) => {
          waiting.delete(output)
          if (waiting.size === 0) resolve()
        }
        told.splice(0, told.length, ({output, version, changed}) => {
          if (!waiting.has(output)) return
          if (!changed) return done(output)
          const from = versions.get(output) ?? 0
          void receive(address, output, from, word).then((hasIt) => {
            if (!hasIt || !waiting.has(output)) return
            times.set(output, (performance.now() - start) / 1000)
            versions.set(output, version)
            done(output)
          })
        })
      })
      await within(all, `\`${word}\` in ${outputs.join(', ')}`)
      return times
    },
    close: () => stop.abort()
  }
}

/** Takes what is new of an output: of a page its changed blocks, which hold the word; a PDF whole. */
async function receive(address: string, output: string, from: number, word: string): Promise<boolean> {
  const isPage = output === 'web' || output === 'slides'
  const path = isPage ? `patch?output=${output}&from=${from}` : `pdf?output=${output}`
  const response = await fetch(new URL(path, address))
  const bytes = Buffer.from(await response.arrayBuffer())
  return response.ok && (isPage ? bytes.includes(word) : bytes.length > 0)
}

/** Reads server-sent events until they end. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  take: (event: string, data: string) => void
): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, {stream: true})
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(event)?.[1]
      const data = field('data')
      if (data !== undefined) take(field('event') ?? 'message', data)
    }
  }
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Unexpected silence of the preview, expected ${what}`)),
      patience
    )
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
