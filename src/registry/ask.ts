/** The outside, as far as the clients of the registries may see it: the network, the hour, and waiting. */
export interface Outside {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** Milliseconds that one answer may take. */
  readonly timeout: number
  /** Told of a longer wait: `api.crossref.org: HTTP 429, asked again in 60 s`. */
  tell?(line: string): void
  /** Who asks: `lectern/0.1.0 (mailto:…)`. */
  readonly agent: string
}

/** What came of asking: an answer, its body as JSON where it is some, or why there is none. */
export type Answer =
  | {readonly kind: 'answer'; readonly status: number; readonly value: unknown; readonly url: string}
  | {readonly kind: 'none'; readonly reason: string}

/** Asks one registry, in its pace. `tries` bounds how often; a fault in a sound answer, told by `fault`, is tried again too. */
export type Ask = (
  address: string,
  options?: {readonly tries?: number; fault?(value: unknown): string | undefined}
) => Promise<Answer>

interface Once {
  readonly answer: Answer
  /** Worth another try, not before so many milliseconds. */
  readonly again?: {readonly after: number | undefined}
}

const mostTries = 5
const mostRedirects = 5
const mostBytes = 32_000_000
const firstWait = 1000
/** A registry that wants us to wait longer than this is asked another day. */
const longestWait = 120_000
/** A wait that a person would wonder about. */
const toldFrom = 4000

/**
 * A way to ask one registry: about one request each `pause` milliseconds, slower where its headers say so; what fails
 * for now (429, 5xx, time-outs, cut connections, broken JSON) again after 1, 2, 4, 8 seconds or when it says.
 */
export function createAsk(outside: Outside, base: string, pause: number): Ask {
  let between = pause
  let free = 0

  return async (address, {tries = mostTries, fault} = {}) => {
    let reason = ''
    for (let attempt = 0; attempt < tries; attempt++) {
      await turn()
      const {answer, again} = await once(address, fault)
      if (!again) return answer
      reason = answer.kind === 'none' ? answer.reason : `HTTP ${answer.status}`
      const wait = again.after ?? firstWait * 2 ** attempt
      if (wait > longestWait)
        return {kind: 'none', reason: `${reason}, and it asks to wait ${Math.round(wait / 1000)} s`}
      if (attempt === tries - 1) break
      if (wait >= toldFrom)
        outside.tell?.(`${new URL(base).host}: ${reason}, asked again in ${Math.round(wait / 1000)} s`)
      await outside.sleep(wait)
    }
    return {kind: 'none', reason: tries > 1 ? `${reason}, ${tries} times` : reason}
  }

  async function turn(): Promise<void> {
    const now = outside.now()
    if (free > now) await outside.sleep(free - now)
    free = Math.max(free, now) + between
  }

  async function once(
    start: string,
    fault: ((value: unknown) => string | undefined) | undefined
  ): Promise<Once> {
    let address = start
    for (let hop = 0; hop <= mostRedirects; hop++) {
      let response: Response
      let body: string | undefined
      try {
        const signal = AbortSignal.timeout(outside.timeout)
        const headers = {'user-agent': outside.agent, accept: 'application/json'}
        response = await outside.fetch(address, {redirect: 'manual', headers, signal})
        body = await bodyOf(response)
      } catch (error) {
        return {answer: {kind: 'none', reason: reasonOf(error, outside.timeout)}, again: {after: undefined}}
      }
      between = Math.max(pause, pauseOf(response.headers) ?? 0)
      const {status} = response
      if (body === undefined)
        return {answer: {kind: 'none', reason: `an answer of more than ${mostBytes / 1e6} MB`}}
      const location = response.headers.get('location')
      if (300 <= status && status < 400 && location) {
        const next = URL.canParse(location, address) ? new URL(location, address) : undefined
        if (next?.origin !== new URL(base).origin)
          return {answer: {kind: 'none', reason: `it sends us elsewhere, to ${next?.origin ?? 'no address'}`}}
        address = next.href
        continue
      }
      if (status === 429 || status >= 500) {
        const answer: Answer = {kind: 'answer', status, value: body, url: address}
        return {answer, again: {after: retryAfter(response.headers, outside.now())}}
      }
      const value = parsed(body)
      if (status === 200 && value === undefined)
        return {answer: {kind: 'none', reason: 'an answer that is no JSON'}, again: {after: undefined}}
      const wrong = fault?.(value)
      if (wrong) return {answer: {kind: 'none', reason: wrong}, again: {after: undefined}}
      return {answer: {kind: 'answer', status, value: value ?? body, url: address}}
    }
    return {answer: {kind: 'none', reason: `more than ${mostRedirects} redirects`}}
  }
}

/** The whole body as text; undefined where it is too much. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    text += decoder.decode(chunk, {stream: true})
  }
  return text + decoder.decode()
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A crowd that may ask `x-rate-limit-limit` times each `x-rate-limit-interval`, which is told as `1s`. */
function pauseOf(headers: Headers): number | undefined {
  const limit = Number(headers.get('x-rate-limit-limit'))
  const [, amount, unit] =
    /^(\d+(?:\.\d+)?)\s*(ms|s|m)?$/.exec(headers.get('x-rate-limit-interval') ?? '') ?? []
  if (!(limit > 0) || amount === undefined) return undefined
  const interval = Number(amount) * ({ms: 1, s: 1000, m: 60_000}[unit ?? 's'] ?? 1000)
  return Math.min(interval / limit, longestWait)
}

/** Seconds, or a date. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeout / 1000} s`
  const {cause} = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return `no connection, or one that was cut${code ? ` (${code})` : ''}`
}
