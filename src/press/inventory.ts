import {readdir, readFile, stat, writeFile} from 'node:fs/promises'
import {join, relative} from 'node:path'

/** The list of what was unpacked, with sizes: written last, so that a folder with it was whole once. */
const inventory = 'inventory.json'

/** Whether everything that was unpacked is still there: without its fonts Chromium prints empty pages, and says nothing. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const sizes: Record<string, number> = JSON.parse(await readFile(join(folder, inventory), 'utf8'))
    const found = await Promise.all(
      Object.keys(sizes).map(async (file) => (await stat(join(folder, file))).size)
    )
    return Object.values(sizes).every((size, index) => found[index] === size)
  } catch {
    return false
  }
}

/** Writes the list of all that is in a folder now. */
export async function takeInventory(folder: string): Promise<void> {
  await writeFile(join(folder, inventory), JSON.stringify(await sizesBelow(folder)))
}

async function sizesBelow(folder: string): Promise<Record<string, number>> {
  const entries = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) =>
    entry.isFile()
  )
  const sizes = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [relative(folder, path), (await stat(path)).size] as const
  })
  return Object.fromEntries(await Promise.all(sizes))
}
