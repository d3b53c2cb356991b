import {readdir, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** How often a cache is looked over, and how long what nobody asked for is kept: in milliseconds. */
const day = 86_400_000
const longest = 30 * day
/** How large a cache may be, in bytes. */
const largest = 2_000_000_000

/**
 * Keeps a cache’s folder small, once a day: what was not asked for in a month goes, then what was asked for longest ago,
 * until the rest is small enough. The folder tells other programs that it is a cache and nothing to commit.
 */
export async function prune(folder: string, {most = largest, now = Date.now()} = {}): Promise<void> {
  try {
    const mark = join(folder, 'CACHEDIR.TAG')
    const last = await stat(mark).catch(() => undefined)
    if (last && now - last.mtimeMs < day) return
    if (!last) {
      await writeFile(mark, 'Signature: 8a477f597d28d172789f06886806bc55\n')
      await writeFile(join(folder, '.gitignore'), '*\n')
    }
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

async function entriesOf(folder: string): Promise<{path: string; used: number; size: number}[]> {
  const found = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = found.filter((entry) => entry.isFile() && !/^(?:CACHEDIR\.TAG|\.gitignore)$/.test(entry.name))
  const entries = await Promise.all(
    files.map(async ({parentPath, name}) => {
      const path = join(parentPath, name)
      const about = await stat(path).catch(() => undefined)
      return about ? [{path, used: about.mtimeMs, size: about.size}] : []
    })
  )
  return entries.flat()
}
