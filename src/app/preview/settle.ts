import type {Answer} from '../cache/inquiry.js'
import {digestOf} from '../digest.js'
import {quiet} from './urgent-press.js'

/** How long a file that was emptied may be about to be written, as some editors do, in milliseconds. */
const rewrite = 400
const nothing = digestOf(new Uint8Array())

/**
 * Waits where a file was emptied since it gave these answers: what is written next outdates what is made now, and nobody
 * has seen what an empty file makes.
 */
export async function settle(
  answers: readonly Answer[],
  ask: (answer: Answer) => Promise<string>,
  signal: AbortSignal
): Promise<void> {
  const held = answers.filter(({kind, digest}) => kind === 'file' && digest !== nothing)
  const now = await Promise.all(held.map(ask))
  if (now.includes(nothing)) await quiet(rewrite, signal)
}
