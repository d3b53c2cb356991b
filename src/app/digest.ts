import {createHash} from 'node:crypto'

/** `sha256-…` of some bytes. */
export function digestOf(bytes: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}`
}
