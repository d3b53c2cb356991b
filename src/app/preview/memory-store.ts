import type {Kept, Store} from '../cache/store.js'
import {digestOf} from '../digest.js'

/** How many bytes are held. */
const most = 60_000_000
/** For how many states of what is written something is held that none of them asked for. */
const lastStates = 8

interface Entry {
  readonly said: unknown
  readonly files: readonly Uint8Array[]
  readonly size: number
  /** In which state of what is written it was asked for last. */
  state: number
}

/** A store in memory before another; what was asked for longest ago goes first. */
export interface MemoryStore extends Store {
  /** What was put since is of a state that has passed: it need not outlive the process. */
  pass(): void
  /** A state was made whole: what none of the last ones asked for is forgotten, however long one writes. */
  age(): void
  /** Hands what was put since then to the other store. */
  settle(): Promise<void>
}

export function memoryStore(behind: Store, limit: number = most): MemoryStore {
  const entries = new Map<string, Entry>()
  const fresh = new Set<string>()
  let size = 0
  let now = 0
  return {
    async get(key) {
      const entry = entries.get(key)
      if (entry) {
        entries.delete(key)
        entries.set(key, entry)
        entry.state = now
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
    age() {
      now++
      for (const [key, {state}] of entries) if (state + lastStates < now) drop(key)
    },
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
    const entry = {said, files, size: files.reduce((sum, {length}) => sum + length, sizeOf(said)), state: now}
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
