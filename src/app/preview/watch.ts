import {existsSync} from 'node:fs'
import {basename, join, relative, sep} from 'node:path'
import {type FSWatcher, watch} from 'chokidar'
import {wayTo} from './way-to.js'

/** Milliseconds of quiet after which a change is told, and the longest that changes are gathered. */
const quiet = 25
const longest = 120

export interface Watch {
  /** Looks after further files, which lie elsewhere in the first folder, whether they are there yet or not. */
  add(paths: readonly string[]): void
  close(): Promise<void>
}

/** A folder, and the names in it that are watched with all that is below them, whether they are there yet or not. */
export interface WatchedFolder {
  readonly folder: string
  readonly names: readonly string[]
}

/** Tells when something in some folders changes: once for all that changes together. */
export async function watchFiles(
  folders: readonly WatchedFolder[],
  {changed, say}: {changed(): void; say(line: string): void}
): Promise<Watch> {
  const known = new Set(folders.map(({folder}) => folder))
  let timer: NodeJS.Timeout | undefined
  let since = 0
  let watcher = await open([...known], false)
  return {
    add(more) {
      for (const path of more.filter((each) => !known.has(each))) {
        const others = wayTo(folders[0]?.folder ?? '', path).filter((each) => !known.has(each))
        for (const each of others) known.add(each)
        // What is missing, or below a folder that is new, is found from the folder around it.
        if (others[0] !== undefined && existsSync(others[0])) watcher.add(others[0])
      }
    },
    async close() {
      clearTimeout(timer)
      await watcher.close()
    }
  }

  async function open(all: readonly string[], usePolling: boolean): Promise<FSWatcher> {
    const opened = watch(all.filter(existsSync), {
      ...{ignoreInitial: true, atomic: false, usePolling, interval: 300, binaryInterval: 600},
      ignored: (path) => !isWatched(path)
    })
    // Of changes of a file right after one another only the first is told as such; what is raw tells the last.
    opened.on('raw', (_, name, about) => {
      const {watchedPath} = about as {readonly watchedPath: string}
      const isItself = basename(watchedPath) === name
      if (isWatched(isItself ? watchedPath : join(watchedPath, name ?? ''))) tell()
    })
    opened.on('all', tell).on('error', (error) => {
      if (usePolling || !isExhausted(error)) return
      say('The system watches no more files: they are looked at three times a second instead')
      void opened.close()
      void open([...known], true).then((polling) => {
        watcher = polling
      })
    })
    await new Promise<void>((resolve) => opened.once('ready', resolve))
    return opened
  }

  /** What editors write beside a file while it is saved is not. */
  function isWatched(path: string): boolean {
    if (known.has(path)) return true
    if (/^\.|~$|^node_modules$/.test(basename(path))) return false
    return folders.some(({folder, names}) => names.includes(relative(folder, path).split(sep)[0] ?? ''))
  }

  function tell(): void {
    const now = Date.now()
    if (!timer) since = now
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        timer = undefined
        changed()
      },
      Math.max(0, Math.min(quiet, since + longest - now))
    )
  }
}

/** What of a project a preview depends on, and of Lectern’s own folder where that may be edited. */
export function watchedFolders(project: string, own: string): WatchedFolder[] {
  const isEdited = own !== project && !own.includes('node_modules')
  return [
    {folder: project, names: ['content', 'styles', 'templates', 'lectern.yaml']},
    ...(isEdited ? [{folder: own, names: ['styles', 'templates']}] : [])
  ]
}

function isExhausted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOSPC|EMFILE)$/.test(String(error.code))
}
