import {mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type Watch, watchedFolders, watchFiles} from '../src/app/preview/watch.js'

let folder: string
let project: string
let watch: Watch
let told = 0

const path = (name: string) => join(project, name)
const save = (name: string) => writeFileSync(path(name), `${Math.random()}\n`)
const some = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** How often something is told of a change; waits as long as it takes, and for nothing a moment. */
async function afterwards(change: () => void): Promise<boolean> {
  await some(150)
  told = 0
  change()
  for (let waited = 0; told === 0 && waited < 600; waited += 20) await some(20)
  return told > 0
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-watch-'))
  project = join(folder, 'project')
  mkdirSync(path('content'), {recursive: true})
  mkdirSync(path('shared'))
  for (const name of ['content/a.md', 'shared/there.md', 'beside.md']) save(name)
  watch = await watchFiles(watchedFolders(project, project), {
    changed: () => {
      told++
    },
    say: () => undefined
  })
})

afterEach(async () => {
  await watch.close()
  rmSync(folder, {recursive: true, force: true})
})

describe('what is watched', () => {
  it.each([
    ['a folder that is there', 'shared/late.md'],
    ['a folder that is not', 'later/deeper/late.md'],
    ['the project', 'late.md']
  ])('is a file that is asked for before it is there, in %s', async (_, late) => {
    watch.add([path(late)])
    expect(
      await afterwards(() => {
        mkdirSync(join(path(late), '..'), {recursive: true})
        save(late)
      })
    ).toBe(true)
    expect(await afterwards(() => save(late))).toBe(true)
    expect(await afterwards(() => save(late))).toBe(true)
  })

  it('is a file that goes and comes back, with its folder or without', async () => {
    watch.add([path('shared/there.md')])
    expect(await afterwards(() => rmSync(path('shared/there.md')))).toBe(true)
    await some(400)
    expect(await afterwards(() => save('shared/there.md'))).toBe(true)
    expect(await afterwards(() => save('shared/there.md'))).toBe(true)
    expect(await afterwards(() => renameSync(path('shared'), path('gone')))).toBe(true)
    expect(await afterwards(() => renameSync(path('gone'), path('shared')))).toBe(true)
    expect(await afterwards(() => save('shared/there.md'))).toBe(true)
  })

  it('is nothing beside it, in folders that tools fill, or out of the project', async () => {
    mkdirSync(path('node_modules/some'), {recursive: true})
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync('../elsewhere', path('link'))
    const asked = ['shared/late.md', 'node_modules/some/late.md', 'link/late.md', '../elsewhere/late.md']
    watch.add(asked.map(path))
    const others = ['shared/other.md', 'beside.md', 'node_modules/some/late.md', 'link/late.md']
    expect(await afterwards(() => others.map(save))).toBe(false)
  })
})
