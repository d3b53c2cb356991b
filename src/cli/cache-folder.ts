import {homedir, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

/** The user’s own cache: where the browser is unpacked, and compiled code is kept. */
export function cacheFolder(): string {
  const {LECTERN_CACHE: own, XDG_CACHE_HOME: shared} = process.env
  if (own) return resolve(own)
  const home = homedir()
  return shared
    ? join(shared, 'lectern')
    : home && home !== '/'
      ? join(home, '.cache', 'lectern')
      : join(tmpdir(), `lectern-${process.getuid?.() ?? 0}`)
}
