import {mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {inTurn} from '../src/app/in-turn.js'
import {textOf} from '../src/app/publish/publication.js'
import {mend, publish} from '../src/app/publish/publish.js'
import {buildProject, filesBelow, makeProject} from './project.js'

const attempt = (owner: number) => `.lectern-${owner}-00000000-0000-4000-8000-000000000000`
/** No process has it: the kernel’s numbers end before. */
const nobody = 99_999_999

describe('publications', () => {
  it('of many at once stand whole, and leave nothing beside them', async () => {
    const out = mkdtempSync(join(tmpdir(), 'lectern-out-'))
    const reviews = ['r0', 'r1']
    const rounds = async (review: string) => {
      for (let round = 0; round < 100; round++) await publish(out, manifestOf(review), [artifact(round)])
    }
    await Promise.all([...reviews, 'r0'].map(rounds))
    expect([...filesBelow(out).keys()]).toEqual(
      reviews.flatMap((review) => [`${review}/manifest.json`, `${review}/report.html`])
    )
    expect(readdirSync(out).sort()).toEqual(reviews)
  })

  it('go through no link on the way', async () => {
    const [out, elsewhere] = [folder(), folder()]
    symlinkSync(elsewhere, join(out, 'sub'))
    await expect(publish(out, manifestOf('sub/a'), [artifact(1)])).rejects.toThrow(
      `Unexpected link \`${join(out, 'sub')}\``
    )
    expect(readdirSync(elsewhere)).toEqual([])
  })
})

describe('what is somebody’s own', () => {
  const manifest = textOf(manifestOf('a'))
  it.each([
    ['a folder without a manifest', {'a/report.pdf': '1'}, 'Unexpected files in `OUT/a` (`report.pdf`)'],
    ['a folder with another’s manifest', {'a/app.js': '1', 'a/manifest.json': '{}'}, '(`app.js`)'],
    ['a file among ours', {'a/manifest.json': manifest, 'a/notes.txt': '1'}, '(`notes.txt`)'],
    ['a file in the place of a folder', {a: '1'}, 'Unexpected file `OUT/a`, expected a folder or nothing']
  ])('stays: %s', async (_, files, reason) => {
    const out = folder(files)
    const said = reason.replace('OUT', out)
    await expect(publish(out, manifestOf('a'), [artifact(1)])).rejects.toThrow(said)
    expect([...filesBelow(out)]).toEqual(
      Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])
    )
  })

  it('is not what a system leaves in a folder that one looks into', async () => {
    const out = folder({'a/manifest.json': manifest, 'a/.DS_Store': '1'})
    await publish(out, manifestOf('a'), [artifact(1)])
    expect([...filesBelow(out).keys()]).toEqual(['a/manifest.json', 'a/report.html'])
  })

  it('is a page that is not the list of reviews, before anything is built', async () => {
    const text = '---\ntitle: A\nlanguage: en\n---\n# A\n\nText.\n'
    const own = makeProject({'content/a.md': text, 'out/index.html': '<p>mine'})
    await expect(buildProject(own, {only: ['web']})).rejects.toThrow('Unexpected file `')
    expect([...filesBelow(join(own, 'out')).keys()]).toEqual(['index.html'])
  })
})

describe('what a killed build left', () => {
  it('goes back to its place', async () => {
    const out = folder({
      [`${attempt(nobody)}/review`]: 'a',
      [`${attempt(nobody)}/old/x`]: '1'
    })
    await mend(out)
    expect([...filesBelow(out)]).toEqual([['a/x', Buffer.from('1')]])
  })

  it('goes back where another process had the number of this one', async () => {
    const out = folder({[`${attempt(process.pid)}/review`]: 'a', [`${attempt(process.pid)}/old/x`]: '1'})
    await mend(out)
    expect([...filesBelow(out).keys()]).toEqual(['a/x'])
  })

  it.each([
    ['of somebody else', {'.lectern/refresh/trials.json': '1', '.lectern-12-note/review': 'a'}],
    ['of a build that runs', {[`${attempt(process.ppid)}/review`]: 'a'}]
  ])('is not what is %s', async (_, files) => {
    const out = folder(files)
    await mend(out)
    expect([...filesBelow(out).keys()]).toEqual(Object.keys(files).sort())
  })

  it('is put nowhere but in the folder', async () => {
    const out = join(folder(), 'out')
    write(out, {[`${attempt(nobody)}/review`]: '../b', [`${attempt(nobody)}/old/x`]: '1'})
    await mend(out)
    expect([...filesBelow(dirname(out)).keys()]).toEqual([])
  })

  it('is not looked for behind a link', async () => {
    const elsewhere = folder({review: 'a', 'old/x': '1'})
    const out = folder()
    symlinkSync(elsewhere, join(out, attempt(nobody)))
    await mend(out)
    expect(filesBelow(elsewhere).size).toBe(2)
  })
})

describe('work in turn', () => {
  it('begins nothing after a failure, and ends when what was under way has ended', async () => {
    const [begun, ended]: [number[], number[]] = [[], []]
    const all = inTurn(
      [0, 1, 2, 3, 4],
      2,
      async (item) => {
        begun.push(item)
        await new Promise((resolve) => setTimeout(resolve, item === 1 ? 5 : 30))
        if (item === 1) throw new Error('no')
        ended.push(item)
      },
      () => undefined
    )
    await expect(all).rejects.toThrow('no')
    expect([begun, ended]).toEqual([[0, 1], [0]])
  })
})

describe('a build', () => {
  it('leaves a folder that is not its own, and makes the other reviews', async () => {
    const text = '---\ntitle: A\nlanguage: en\n---\n# A\n\nText.\n'
    const own = makeProject({
      ...Object.fromEntries(['a', 'b', 'c', 'index.html'].map((name) => [`content/${name}.md`, text])),
      'out/b/mine.txt': 'mine'
    })
    const {built, failed} = await buildProject(own, {only: ['web']})
    expect([built, failed]).toEqual([
      ['a', 'c'],
      ['b', 'index.html']
    ])
    expect(readFileSync(join(own, 'out/b/mine.txt'), 'utf8')).toBe('mine')
  })
})

function folder(files: Readonly<Record<string, string>> = {}): string {
  const own = mkdtempSync(join(tmpdir(), 'lectern-out-'))
  write(own, files)
  return own
}

function write(own: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), {recursive: true})
    writeFileSync(join(own, path), text)
  }
}

function artifact(round: number) {
  return {file: 'report.html', bytes: Buffer.from(String(round))}
}

function manifestOf(review: string) {
  const about = {title: 'T', status: 'draft', language: 'en', state: 's'} as const
  return {...about, review, made: {lectern: '1', browser: '1'}, inputs: [], artifacts: []}
}
