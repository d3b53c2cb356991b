import {lstat, readdir, rm, stat, utimes} from 'node:fs/promises'
import {join} from 'node:path'
import {markCache, markName} from './mark-cache.js'

/** How often a cache is looked over, and how long what nobody asked for is kept: in milliseconds. */
const day = 86_400_000
const longest = 30 * day
/** How large a cache may be, in bytes. */
const largest = 2_000_000_000

/**
 * Keeps a cache’s folder small, once a day: what was not asked for in a month goes, then what was asked for longest ago,
 * until the rest is small enough. Only what a store put there goes.
 */
export async function prune(folder: string, {most = largest, now = Date.now()} = {}): Promise<void> {
  try {
    const mark = join(folder, markName)
    const last = await lstat(mark).catch(() => undefined)
    if (last && (!last.isFile() || now - last.mtimeMs < day)) return
    if (!last) await markCache(folder)
    await utimes(mark, new Date(now), new Date(now))
    const entries = await entriesOf(folder)
    let size = entries.reduce((sum, each) => sum + each.size, 0)
    for (const {path, used, size: own} of entries.toSorted((a, b) => a.used - b.used)) {
      if (size <= most && now - used < longest) break
      await rm(path, {force: true})
      size -= own
    }
  } catch {
    // Nobody waits for this: another day will do.
  }
}

/** What a store writes, `ab/cdef…`, and what it staged and never renamed. */
async function entriesOf(folder: string): Promise<{path: string; used: number; size: number}[]> {
  const found = await readdir(folder, {withFileTypes: true})
  const staged = found.filter((each) => each.isFile() && each.name.endsWith('.staged')).map(({name}) => name)
  const inner = found.filter((each) => each.isDirectory() && /^[0-9a-f]{2}$/.test(each.name))
  const kept = await Promise.all(
    inner.map(async ({name}) =>
      (await readdir(join(folder, name), {withFileTypes: true}))
        .filter((each) => each.isFile() && /^[0-9a-f]{62}$/.test(each.name))
        .map((each) => join(name, each.name))
    )
  )
  const entries = await Promise.all(
    [...staged, ...kept.flat()].map(async (name) => {
      const path = join(folder, name)
      const about = await stat(path).catch(() => undefined)
      return about ? [{path, used: about.mtimeMs, size: about.size}] : []
    })
  )
  return entries.flat()
}
