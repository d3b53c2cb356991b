import {createHash} from 'node:crypto'

/** The library draws a random file identifier; ours is the digest of everything else. */
export function withOwnId(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = text.lastIndexOf('/ID [')
  const match =
    at < 0
      ? undefined
      : /^\/ID \[<([0-9A-F]{32})> ?<([0-9A-F]{32})>\]/.exec(text.toString('latin1', at, at + 80))
  if (!match) throw new Error('Unexpected PDF without a file identifier in its trailer')
  const blank = match[0].replace(/[0-9A-F]{32}/g, '0'.repeat(32))
  text.write(blank, at, 'latin1')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase()
  text.write(blank.replaceAll('0'.repeat(32), digest), at, 'latin1')
  return text
}
