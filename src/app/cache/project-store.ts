import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import {prune} from './prune.js'
import {folderStore, type Store} from './store.js'

/** A project’s store, which is looked over now and then. */
export interface ProjectStore extends Store {
  prune(): Promise<void>
}

/**
 * The store in a project’s `.lectern/cache`. A link there may have come with somebody else’s project and lead anywhere:
 * nothing is read, written or removed through it, and nothing remembered.
 */
export function projectStore(project: string): ProjectStore {
  const folder = join(project, '.lectern/cache')
  const store = folderStore(folder)
  let known: Promise<boolean> | undefined
  const isOurs = () => {
    known ??= Promise.all([folder, join(project, '.lectern')].map(isLink)).then((all) => !all.includes(true))
    return known
  }
  return {
    get: async (key) => ((await isOurs()) ? await store.get(key) : undefined),
    async put(...entry) {
      if (await isOurs()) await store.put(...entry)
    },
    async prune() {
      if (await isOurs()) await prune(folder)
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  const about = await lstat(path).catch(() => undefined)
  return about?.isSymbolicLink() ?? false
}
