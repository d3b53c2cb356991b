import {timingSafeEqual} from 'node:crypto'
import type {IncomingMessage} from 'node:http'

/** Why somebody is not let in, as a status of HTTP; undefined where all is well. */
export function refusalOf(
  {method, headers}: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number
): number | undefined {
  const names = ['127.0.0.1', 'localhost']
  // Browsers leave out the port that HTTP has by itself.
  const hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]
  // A name that leads here is not ours: another site may have made it.
  if (!headers.host || !hosts.includes(headers.host.toLowerCase())) return 421
  if (method !== 'GET' && method !== 'HEAD') return 405
  const {origin, 'sec-fetch-site': site} = headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 403
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  return undefined
}

/** Whether two secrets are the same, found out without telling how much of them is. */
export function isSameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What every answer says: it is for our own page, and may do nothing but what it needs. */
export const guards: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff'
}

const common = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** What the preview’s own page may do: run our scripts, ask us, and show what we made. */
export const ownPolicy = `${common}; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'`

/** What a page of a review may do: show itself, in our page only; a deck runs its own scripts, which reach nothing. */
export function pagePolicy(output: 'web' | 'slides'): string {
  const show = `${common}; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'`
  const escapes = 'allow-popups allow-popups-to-escape-sandbox'
  return output === 'slides'
    ? `${show}; script-src 'unsafe-inline'; sandbox allow-scripts ${escapes}`
    : `${show}; sandbox allow-same-origin ${escapes}`
}
