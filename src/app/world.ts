import type {Dirent} from 'node:fs'
import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import {isAbsolute, join, relative, sep} from 'node:path'
import {UserError} from '../model/user-error.js'
import type {World} from '../model/world.js'

/** The files below a folder, and nothing else: a path or a link that leads out of it finds nothing. */
export function folderWorld(root: string): World {
  let base: string | undefined
  return {
    async read(path) {
      const real = await inside(path)
      return real === undefined ? undefined : await quietly(() => readRegular(real))
    },
    async list(folder) {
      const start = await inside(folder)
      const entries = start === undefined ? [] : await entriesBelow(start)
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          [folder, ...relative(start ?? '', join(entry.parentPath, entry.name)).split(sep)].join('/')
        )
        .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
        .sort()
    }
  }

  async function inside(path: string): Promise<string | undefined> {
    base ??= await quietly(() => realpath(root))
    const real = await quietly(() => realpath(join(root, path)))
    if (base === undefined || real === undefined) return undefined
    const way = relative(base, real)
    return way.startsWith('..') || isAbsolute(way) ? undefined : real
  }
}

/** A pipe or a device is no file: whoever reads one may wait for ever. */
async function readRegular(path: string): Promise<Uint8Array | undefined> {
  return (await stat(path)).isFile() ? await readFile(path) : undefined
}

async function entriesBelow(folder: string): Promise<Dirent[]> {
  try {
    return (await quietly(() => readdir(folder, {recursive: true, withFileTypes: true}))) ?? []
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(
      `Unexpected failure to list \`${folder}\`, expected folders that may be read: ${reason}`,
      3
    )
  }
}

/** A file that is missing, a folder, or a link in a circle is not there; one that may not be read is a fault. */
async function quietly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code))
      return undefined
    throw error
  }
}
