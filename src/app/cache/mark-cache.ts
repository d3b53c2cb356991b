import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** The mark of a cache, by the common convention; its day is the day when the cache was looked over last. */
export const markName = 'CACHEDIR.TAG'

/** Tells other programs that a folder is a cache and nothing to commit. What stands there stays. */
export async function markCache(folder: string): Promise<void> {
  for (const [name, text] of [
    ['.gitignore', '*\n'],
    [markName, 'Signature: 8a477f597d28d172789f06886806bc55\n']
  ] as const)
    await writeFile(join(folder, name), text, {flag: 'wx'}).catch(() => undefined)
}
