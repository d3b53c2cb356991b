import {mkdir, open, readdir, readFile, realpath, rename, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {UserError} from '../../model/user-error.js'
import {isRunning} from '../../press/sweep.js'
import type {LockRecord} from '../../registry/to-study-record.js'

/** A file of the lock: a JSON list of records, in their order. */
export interface LockFile {
  readonly path: string
  /** As it was read; undefined where there is none yet. */
  readonly text: string | undefined
  readonly records: readonly LockRecord[]
}

/** Reads a file of the lock that was found to be a list. */
export function toLockFile(path: string, text: string | undefined): LockFile {
  const value: unknown = text === undefined ? [] : JSON.parse(text)
  return {path, text, records: Array.isArray(value) ? value.filter(isRecord) : []}
}

/** Records as the lock holds them: one field a line, two spaces a level. */
export function lockText(records: readonly LockRecord[]): string {
  return `${JSON.stringify(records, undefined, 2)}\n`
}

/**
 * Writes a file of the lock whole or not at all, and only over what was read: a file that somebody changed in the
 * meantime stays. What is the same is not written.
 */
export async function writeLock(
  project: string,
  {path, text}: LockFile,
  records: readonly LockRecord[]
): Promise<void> {
  const next = lockText(records)
  if (next === text) return
  const target = await realpath(join(project, path)).catch(() => join(project, path))
  const folder = dirname(target)
  const staged = join(folder, `.${basename(target)}.${process.pid}`)
  try {
    await mkdir(folder, {recursive: true})
    await sweepLock(folder)
    const handle = await open(staged, 'w')
    try {
      await handle.writeFile(next)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const current = await readFile(target).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined
    )
    if (current !== text)
      throw new UserError(
        `Unexpected change of \`${path}\` during the refresh, expected none; nothing was written: refresh again`,
        3
      )
    await rename(staged, target)
  } catch (error) {
    await rm(staged, {force: true}).catch(() => undefined)
    if (error instanceof UserError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(
      `Unexpected failure to write \`${path}\`, expected a file that can be written: ${code}`,
      3
    )
  }
}

/** Removes what killed refreshes left beside the lock. */
async function sweepLock(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = /^\.(?:trials|references)\.json\.(\d+)$/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) await rm(join(folder, name), {force: true})
  }
}

function isRecord(value: unknown): value is LockRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
