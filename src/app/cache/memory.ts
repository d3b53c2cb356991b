import {createHash} from 'node:crypto'
import type {Store} from './store.js'

/** Remembers what was made of what, for one set of makers. */
export interface Memory {
  /** What was made of these parts before, else what `make` makes of them now. */
  value<T>(kind: string, parts: readonly unknown[], make: () => Promise<T>): Promise<T>
  /** The same, of something with files. */
  files<T extends {readonly said: unknown; readonly files: readonly Uint8Array[]}>(
    kind: string,
    parts: readonly unknown[],
    make: () => Promise<T>
  ): Promise<T>
}

/** A memory in a store. Values must be what JSON can hold. */
export function memoryIn(store: Store, makers: string): Memory {
  const keyOf = (kind: string, parts: readonly unknown[]) => `${kind} ${makers} ${digestOfParts(parts)}`
  return {
    async value<T>(kind: string, parts: readonly unknown[], make: () => Promise<T>) {
      const key = keyOf(kind, parts)
      const kept = await store.get(key)
      if (kept) return kept.said as T
      const value = await make()
      await store.put(key, value)
      return value
    },
    async files<T extends {readonly said: unknown; readonly files: readonly Uint8Array[]}>(
      kind: string,
      parts: readonly unknown[],
      make: () => Promise<T>
    ) {
      const key = keyOf(kind, parts)
      const kept = await store.get(key)
      const files = await kept?.files()
      if (kept && files) return {said: kept.said, files} as unknown as T
      const made = await make()
      await store.put(key, made.said, made.files)
      return made
    }
  }
}

/** Pages are long: their text is digested as it is, each part after its kind and length, so that none runs into another. */
function digestOfParts(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const text = typeof part === 'string' ? part : (JSON.stringify(part) ?? '')
    hash.update(`${typeof part} ${text.length} `).update(text, 'utf16le')
  }
  return `sha256-${hash.digest('hex')}`
}
