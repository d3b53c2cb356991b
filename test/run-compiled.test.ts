import {execFileSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {makeProject, root} from './project.js'

describe('code that is kept compiled', () => {
  const cache = mkdtempSync(join(tmpdir(), 'lectern-code-'))
  const project = makeProject({'content/a.md': '# A\n\nA word [@none] ≥ “two” – 𝛼.\n'})
  const first = run()
  const [name = ''] = readdirSync(join(cache, 'code'))
  const file = join(cache, 'code', name)
  const code = readFileSync(file)

  it('is kept for its user alone, and used again', () => {
    expect(first).toContain('content/a.md:3:')
    expect(readdirSync(join(cache, 'code'))).toHaveLength(1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(cache, 'code')).mode & 0o777).toBe(0o700)
    const {mtimeMs} = statSync(file)
    expect(run()).toBe(first)
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
  })

  it.each<[what: string, bytes: Buffer]>([
    ['cut', code.subarray(0, code.length >> 1)],
    ['emptied', Buffer.alloc(0)],
    ['changed', changed(code)]
  ])('is not used where it was %s', (_, bytes) => {
    writeFileSync(file, bytes)
    expect(run()).toBe(first)
    expect(readFileSync(file).length).toBeGreaterThan(code.length / 2)
    expect(readFileSync(file).equals(bytes)).toBe(false)
  })

  it('is not used where others can write it', () => {
    chmodSync(file, 0o666)
    expect(run()).toBe(first)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is done without where it cannot be kept', () => {
    rmSync(join(cache, 'code'), {recursive: true})
    writeFileSync(join(cache, 'code'), '')
    expect(run()).toBe(first)
  })

  /** A check that finds nothing in the project’s memory. */
  function run(): string {
    rmSync(join(project, '.lectern'), {recursive: true, force: true})
    const env = {...process.env, LECTERN_CACHE: cache}
    return execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'text'], {
      cwd: project,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit']
    })
  }
})

function changed(code: Buffer): Buffer {
  const other = Buffer.from(code)
  const middle = other.length >> 1
  other[middle] = (other[middle] ?? 0) ^ 1
  return other
}

it('starts without what only work needs: schemas, YAML, Markdown', () => {
  const start = readFileSync(join(root, 'dist/bundle/start.cjs'), 'utf8')
  const packages = [...start.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name)
  expect([...new Set(packages)]).toEqual(['commander'])
})
