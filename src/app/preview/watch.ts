import {basename, join} from 'node:path'
import {type FSWatcher, watch} from 'chokidar'

/** Milliseconds of quiet after which a change is told, and the longest that changes are gathered. */
const quiet = 25
const longest = 120

export interface Watch {
  /** Looks after further files, which lie elsewhere in the project. */
  add(paths: readonly string[]): void
  close(): Promise<void>
}

/** Tells when something below some folders changes: once for all that changes together. */
export async function watchFiles(
  paths: readonly string[],
  {changed, say}: {changed(): void; say(line: string): void}
): Promise<Watch> {
  const known = new Set(paths)
  let timer: NodeJS.Timeout | undefined
  let since = 0
  let watcher = await open([...known], false)
  return {
    add(more) {
      const others = more.filter((path) => !known.has(path))
      for (const path of others) known.add(path)
      if (others.length > 0) watcher.add(others)
    },
    async close() {
      clearTimeout(timer)
      await watcher.close()
    }
  }

  async function open(all: readonly string[], usePolling: boolean): Promise<FSWatcher> {
    const opened = watch([...all], {
      ...{ignoreInitial: true, atomic: false, usePolling, interval: 300, binaryInterval: 600},
      // What editors write beside a file while it is saved.
      ignored: (path) => /^\.[^.]|~$|^node_modules$/.test(basename(path)) && !known.has(path)
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

/** The folders and files of a project that a preview depends on, and Lectern’s own where they may be edited. */
export function watchedPaths(project: string, own: string): string[] {
  const folders = [...new Set([project, ...(own.includes('node_modules') ? [] : [own])])]
  return [
    ...['content', 'lectern.yaml'].map((name) => join(project, name)),
    ...folders.flatMap((folder) => ['styles', 'templates'].map((name) => join(folder, name)))
  ]
}

function isExhausted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOSPC|EMFILE)$/.test(String(error.code))
}
