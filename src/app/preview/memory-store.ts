import type {Kept, Store} from '../cache/store.js'
import {digestOf} from '../digest.js'

/** How many bytes are held. */
const most = 60_000_000

interface Entry {
  readonly said: unknown
  readonly files: readonly Uint8Array[]
  readonly size: number
}

/** A store in memory before another; what was asked for longest ago goes first. */
export interface MemoryStore extends Store {
  /** What was put since is of a state that has passed: it need not outlive the process. */
  pass(): void
  /** Hands what was put since then to the other store. */
  settle(): Promise<void>
}

export function memoryStore(behind: Store, limit: number = most): MemoryStore {
  const entries = new Map<string, Entry>()
  const fresh = new Set<string>()
  let size = 0
  return {
    async get(key) {
      const entry = entries.get(key)
      if (entry) {
        entries.delete(key)
        entries.set(key, entry)
        return toKept(entry)
      }
      const kept = await behind.get(key)
      const files = await kept?.files()
      if (!kept || !files) return undefined
      return toKept(hold(key, kept.said, files))
    },
    async put(key, said, files = []) {
      hold(key, said, files)
      fresh.add(key)
    },
    pass: () => fresh.clear(),
    async settle() {
      const keys = [...fresh]
      fresh.clear()
      for (const key of keys) {
        const entry = entries.get(key)
        if (entry) await behind.put(key, entry.said, entry.files)
      }
    }
  }

  function hold(key: string, said: unknown, files: readonly Uint8Array[]): Entry {
    drop(key)
    const entry = {said, files, size: files.reduce((sum, {length}) => sum + length, sizeOf(said))}
    entries.set(key, entry)
    size += entry.size
    for (const oldest of entries.keys()) {
      if (size <= limit) break
      drop(oldest)
    }
    return entry
  }

  function drop(key: string): void {
    size -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
}

function toKept({said, files}: Entry): Kept {
  return {
    // What is handed out may be changed by who asked.
    said: structuredClone(said),
    get digests() {
      return files.map(digestOf)
    },
    files: async () => [...files]
  }
}

function sizeOf(said: unknown): number {
  return 2 * (JSON.stringify(said)?.length ?? 0) + 200
}
