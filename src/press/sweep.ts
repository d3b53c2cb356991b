import {readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'

/** Removes what killed processes left in the cache: half-unpacked browsers and browsers’ own folders. */
export async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    const owner = /^(?:chromium-.*\.|profile-)(\d+)-/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) await rm(join(cache, name), {recursive: true, force: true})
  }
}

/** Whether a process is there; somebody else’s is one all the same. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
