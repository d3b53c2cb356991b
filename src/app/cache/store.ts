import {randomUUID} from 'node:crypto'
import {lstat, mkdir, readFile, rename, rm, utimes, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {digestOf} from '../digest.js'
import {markCache} from './mark-cache.js'

/** What is remembered under a key: what can be said of it, and files that go with it. */
export interface Kept {
  readonly said: unknown
  /** A digest of each file. */
  readonly digests: readonly string[]
  /** The files; undefined where one of them is no longer what it was. */
  files(): Promise<Uint8Array[] | undefined>
}

/** A place that remembers. It may forget at any time, and never gives anything but what was put there under that key. */
export interface Store {
  get(key: string): Promise<Kept | undefined>
  put(key: string, said: unknown, files?: readonly Uint8Array[]): Promise<void>
}

/** A store that remembers nothing. */
export const noStore: Store = {get: async () => undefined, put: async () => undefined}

/** More than any entry holds, in bytes. */
const largest = 1_000_000_000

/** How old the mark of an entry’s last use may be, in milliseconds, before it is set anew. */
const markedAnew = 86_400_000

/**
 * A store in a folder, which may be deleted at any time and shared between branches, machines and processes. An entry
 * begins with the digest of its key and of all that follows, and is renamed into place whole: one that was cut, changed,
 * or put under another name is not there, and is taken away. Where the folder cannot be written, nothing is remembered.
 */
export function folderStore(folder: string): Store {
  const made = new Map<string, Promise<void>>()
  return {get, put}

  async function get(key: string): Promise<Kept | undefined> {
    const entry = await read(key)
    if (!entry) return undefined
    const {said, digests} = JSON.parse(new TextDecoder().decode(entry)) as Pick<Kept, 'said' | 'digests'>
    return {
      said,
      digests,
      files: async () => {
        const files = await Promise.all(digests.map((digest) => read(blobKey(digest))))
        return files.every((bytes) => bytes !== undefined) ? files : undefined
      }
    }
  }

  async function put(key: string, said: unknown, files: readonly Uint8Array[] = []): Promise<void> {
    try {
      const digests = files.map(digestOf)
      for (const [index, bytes] of files.entries()) await write(blobKey(digests[index] ?? ''), bytes)
      await write(key, new TextEncoder().encode(JSON.stringify({said, digests})))
    } catch {
      // A cache that cannot be written costs time, never a build.
    }
  }

  async function read(key: string): Promise<Uint8Array | undefined> {
    const path = pathOf(key)
    const about = await lstat(path).catch(() => undefined)
    if (!about) return undefined
    const bytes = about.isFile() && about.size < largest ? await readFile(path).catch(() => none) : none
    const end = bytes.indexOf(10)
    const content = bytes.subarray(end + 1)
    if (bytes.toString('latin1', 0, Math.max(end, 0)) !== headOf(key, content)) {
      await rm(path, {recursive: true, force: true}).catch(() => undefined)
      return undefined
    }
    await markUsed(path, about.mtimeMs)
    return content
  }

  async function write(key: string, content: Uint8Array): Promise<void> {
    const path = pathOf(key)
    const staged = join(folder, `${process.pid}-${randomUUID()}.staged`)
    try {
      await folderOf(path)
      await writeFile(staged, Buffer.concat([Buffer.from(`${headOf(key, content)}\n`), content]))
      await rename(staged, path).catch(async () => {
        await rm(path, {recursive: true, force: true})
        await rename(staged, path)
      })
    } catch (error) {
      made.clear()
      await rm(staged, {force: true}).catch(() => undefined)
      throw error
    }
  }

  /** Makes the folder of an entry. Below the store’s own folder there are no links. */
  function folderOf(path: string): Promise<void> {
    const inner = dirname(path)
    const known = made.get(inner) ?? makeFolder(inner)
    made.set(inner, known)
    return known
  }

  async function makeFolder(inner: string): Promise<void> {
    if ((await mkdir(folder, {recursive: true})) !== undefined) await markCache(folder)
    await mkdir(inner).catch(ignoreThere)
    if (!(await lstat(inner)).isDirectory()) await rm(inner)
    await mkdir(inner).catch(ignoreThere)
  }

  function pathOf(key: string): string {
    const name = digestOf(key).slice('sha256-'.length)
    return join(folder, name.slice(0, 2), name.slice(2))
  }
}

const none = new Uint8Array()

function ignoreThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function blobKey(digest: string): string {
  return `file ${digest}`
}

function headOf(key: string, content: Uint8Array): string {
  return `lectern-cache-1 ${digestOf(`${key}\n${digestOf(content)}`)}`
}

async function markUsed(path: string, last: number): Promise<void> {
  const now = Date.now()
  if (now - last > markedAnew) await utimes(path, new Date(now), new Date(now)).catch(() => undefined)
}
