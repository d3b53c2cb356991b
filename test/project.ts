import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from '../src/app/build.js'
import {digestOf} from '../src/app/digest.js'
import type {BuildOptions, BuildResult} from '../src/app/options.js'
import type {Finding} from '../src/model/finding.js'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const browserCache = process.env.LECTERN_CACHE ?? join(homedir(), '.cache', 'lectern')

/** A project of its own with some files, and the checkout’s evidence unless it brings its own. */
export function makeProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  cpSync(join(root, 'content/evidence'), join(folder, 'content/evidence'), {recursive: true})
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export interface Built extends BuildResult {
  readonly findings: readonly Finding[]
  readonly said: readonly string[]
  readonly out: string
}

export async function buildProject(project: string, options: Partial<BuildOptions> = {}): Promise<Built> {
  const findings: Finding[] = []
  const said: string[] = []
  const out = options.out ?? join(project, 'out')
  const result = await build({
    project,
    out,
    reviews: [],
    cache: browserCache,
    concurrency: 2,
    tell: {
      finding: (finding) => findings.push(finding),
      say: (line) => said.push(line),
      failed: () => undefined,
      built: () => undefined
    },
    ...options
  })
  return {...result, findings, said, out}
}

/** Every file below a folder with its bytes, by path. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile()
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}

/** A digest of every file below a folder, by path: to compare what is large. */
export function digestsBelow(folder: string): Record<string, string> {
  return Object.fromEntries(Array.from(filesBelow(folder), ([path, bytes]) => [path, digestOf(bytes)]))
}
