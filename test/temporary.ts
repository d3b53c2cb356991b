import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** All that tests write stands in one folder, which goes when they end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, {recursive: true, force: true, maxRetries: 3})
}
