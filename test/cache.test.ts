import {execFile, execFileSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {beforeAll, describe, expect, it} from 'vitest'
import {recordingWorld} from '../src/app/cache/inquiry.js'
import {projectStore} from '../src/app/cache/project-store.js'
import {prune} from '../src/app/cache/prune.js'
import {keep, recall} from '../src/app/cache/recall.js'
import {folderStore} from '../src/app/cache/store.js'
import {browserCache, buildProject, digestsBelow, filesBelow, makeProject, root} from './project.js'

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
const files: Readonly<Record<string, string>> = {
  'lectern.yaml': "keywords: [als]\nfonts: ['own-font']\n",
  'content/a.md':
    '---\ntitle: A\nlanguage: en\ndate: 2025-01-02\ntheme: own\ncitationStyle: own\n---\n# A\n\n::include{src=_part.md}\n\n## Trials\n\nOf NCT03280056 [@suzuki2022-genetics-als] and [@rest].\n\n::trials\n\n::table{src=data.csv caption="Data"}\n\n![A dot](dot.svg)\n\n## Conclusion\n\nIt is so. يا\n',
  'content/_part.md': 'Included first words.\n',
  'content/data.csv': 'a,b\n1,2\n',
  'content/dot.svg': dot,
  'content/evidence/own.bib': '@article{rest, title={On rest}, author={Ng, A}, year={2001}, journal={J}}\n',
  'styles/themes/own/theme.css': ':root { --accent: #123456 }\n',
  'styles/themes/own/logo.svg': dot,
  'node_modules/own-font/package.json': '{"name": "own-font", "version": "1.0.0"}'
}

/** One change of each kind of input, and whether the page tells of it. */
const changes: readonly [string, (project: string) => void][] = [
  ['the text', edit('content/a.md', 'It is so.', 'It is not so.')],
  ['an included text', edit('content/_part.md', 'first', 'other')],
  ['data', edit('content/data.csv', '1,2', '1,3')],
  ['a picture', edit('content/dot.svg', 'M0', 'M1')],
  [
    'a trial’s record',
    edit('content/evidence/trials.json', 'Repeated Administrations', 'Many Administrations')
  ],
  ['a work’s record', edit('content/evidence/references.json', '"Suzuki"', '"Sutsuki"')],
  ['a work in BibTeX', edit('content/evidence/own.bib', 'On rest', 'On unrest')],
  ['another BibTeX file', add('content/evidence/more.bib', '@article{rest2, title={T}}\n')],
  ['the configuration', edit('lectern.yaml', '[als]', '[mnd]')],
  ['a theme', edit('styles/themes/own/theme.css', '#123456', '#654321')],
  ['a logo', edit('styles/themes/own/logo.svg', 'M0', 'M2')],
  ['a style sheet in place of ours', add('styles/web.css', 'body { color: black }\n')],
  ['a template in place of ours', template('templates/page/web.hbs')],
  ['a table’s template in place of ours', template('templates/table/trials.hbs')],
  ['a citation style', edit('styles/csl/own.csl', '</info>', '<summary>x</summary></info>')],
  ['a font', swapFont],
  ['a talk', add('content/a.deck.md', '# A talk\n\n---\n\n## One\n\nSaid.\n')],
  // After these a review cannot be built.
  ['a picture that is no longer there', (project) => rmSync(join(project, 'content/dot.svg'))],
  ['a review in its folder', add('content/a/b.md', '# B\n\nText.\n')]
]
const harmless = changes.length - 2

/** A project with each kind of input, and one with a text alone. */
let base: string
let small: string

beforeAll(async () => {
  base = project()
  small = makeProject({
    'content/a.md': '---\ntitle: A\nlanguage: en\n---\n# A\n\n## B\n\nOf NCT03280056. It is so.\n'
  })
  for (const each of [base, small])
    expect(await buildProject(each, {only: ['web']})).toMatchObject({built: ['a']})
})

describe('what is remembered', () => {
  it.each(changes)('never stands for what it no longer is: %s', async (_, change) => {
    const changed = copyOf(base)
    change(changed)
    expect(await buildProject(changed, {only: ['web']})).toMatchObject({unchanged: 0})
  })

  it('is the same as made anew, whatever changed before', async () => {
    const changed = copyOf(base)
    for (const [, change] of changes.slice(0, harmless)) {
      change(changed)
      if (change === swapFont) await buildProject(changed, {only: ['web']})
    }
    const fresh = copyOf(changed)
    rmSync(join(fresh, '.lectern'), {recursive: true})
    rmSync(join(fresh, 'out'), {recursive: true})
    const [now, anew] = [
      await buildProject(changed, {only: ['web']}),
      await buildProject(fresh, {only: ['web']})
    ]
    expect([now.built, now.findings]).toEqual([['a'], anew.findings])
    expect(digestsBelow(now.out)).toEqual(digestsBelow(anew.out))
    expect(digestsBelow(now.out)).not.toEqual(digestsBelow(join(base, 'out')))
  })

  it('stands where nothing changed, and again where a change was taken back', async () => {
    const own = copyOf(small)
    const before = digestsBelow(join(own, 'out'))
    expect(await buildProject(own, {only: ['web']})).toMatchObject({built: ['a'], unchanged: 1})
    const text = readFileSync(join(own, 'content/a.md'))
    edit('content/a.md', 'It is so.', 'It was so.')(own)
    expect(await buildProject(own, {only: ['web']})).toMatchObject({built: ['a'], unchanged: 0})
    expect(digestsBelow(join(own, 'out'))).not.toEqual(before)
    writeFileSync(join(own, 'content/a.md'), text)
    await buildProject(own, {only: ['web']})
    expect(digestsBelow(join(own, 'out'))).toEqual(before)
  })

  it('tells the same findings, and refuses what it refused', async () => {
    const own = copyOf(small)
    edit('content/a.md', 'NCT03280056', 'NCT00000000')(own)
    const first = await buildProject(own, {only: ['web']})
    expect(first.findings.map(({rule}) => rule)).toContain('unknown-trial')
    expect(await buildProject(own, {only: ['web']})).toMatchObject({findings: first.findings, unchanged: 1})
    edit('content/a.md', 'title: A', 'title: A\nstatus: final')(own)
    const refused = await buildProject(own, {only: ['web']})
    expect(refused.failed).toEqual(['a'])
    expect(await buildProject(own, {only: ['web']})).toEqual(refused)
  })

  it.each([
    ['another output', {only: ['web', 'slides'] as const}],
    ['another sheet', {only: ['web'] as const, paper: 'letter' as const}],
    ['another browser', {only: ['web'] as const, browser: process.execPath}]
  ])('is of the options: %s', async (_, {only, ...options}) => {
    const own = copyOf(small)
    const built = await buildProject(own, {...options, only: [...only]}).catch(() => ({unchanged: 0}))
    expect(built.unchanged).toBe(0)
  })

  it('mends what was published and was changed since', async () => {
    const own = copyOf(small)
    const before = digestsBelow(join(own, 'out'))
    writeFileSync(join(own, 'out/a/report.html'), 'other')
    rmSync(join(own, 'out/index.html'))
    await buildProject(own, {only: ['web']})
    expect(digestsBelow(join(own, 'out'))).toEqual(before)
    rmSync(join(own, 'out'), {recursive: true})
    await buildProject(own, {only: ['web']})
    expect(digestsBelow(join(own, 'out'))).toEqual(before)
  })

  it.each<[string, (bytes: Buffer, other: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['one bit different', (bytes) => flipped(bytes)],
    ['another entry', (_, other) => other],
    [
      'of another version',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('cache-1', 'cache-0'), 'latin1')
    ],
    ['something else', () => Buffer.from('{"said":{"findings":[]},"digests":[]}')]
  ])('is never taken from an entry that is %s', async (_, poison) => {
    const own = copyOf(small)
    const before = digestsBelow(join(own, 'out'))
    rmSync(join(own, 'out'), {recursive: true})
    const entries = [...filesBelow(join(own, '.lectern/cache'))].filter(([path]) => path.includes('/'))
    expect(entries.length).toBeGreaterThan(5)
    for (const [index, [path, bytes]] of entries.entries())
      writeFileSync(
        join(own, '.lectern/cache', path),
        poison(bytes, entries[(index + 1) % entries.length]?.[1] ?? bytes)
      )
    expect(await buildProject(own, {only: ['web']})).toMatchObject({built: ['a'], unchanged: 0})
    expect(digestsBelow(join(own, 'out'))).toEqual(before)
    expect(await buildProject(own, {only: ['web']})).toMatchObject({built: ['a'], unchanged: 1})
  })

  it('is of a talk and the review that it names', async () => {
    const own = makeProject({
      'content/b.deck.md': '# B\n\n---\n\n## One\n\nSaid.\n',
      'content/t.deck.md': '---\nreview: b\n---\n# T\n\n---\n\n## One\n\nSaid.\n'
    })
    const found = async () =>
      (await buildProject(own, {only: ['web']})).findings.filter(({rule}) => rule === 'unknown-review').length
    expect(await found()).toBe(1)
    add('content/b.md', '---\ntitle: B\nlanguage: en\n---\n# B\n\nText.\n')(own)
    expect(await found()).toBe(0)
  })

  it('is of one state of a file, however often it is saved meanwhile', async () => {
    let saved = 0
    const world = recordingWorld({
      read: async () => Buffer.from(String(saved++)),
      list: async () => [String(saved++)]
    })
    expect([await world.read('a'), await world.read('a')]).toEqual([Buffer.from('0'), Buffer.from('0')])
    expect([await world.list('b'), await world.list('b')]).toEqual([['1'], ['1']])
    expect(world.answers()).toHaveLength(2)
  })

  it('costs nothing but time where it cannot be written', async () => {
    const own = copyOf(small)
    rmSync(join(own, '.lectern'), {recursive: true})
    writeFileSync(join(own, '.lectern'), 'a file')
    expect(await buildProject(own, {only: ['web']})).toMatchObject({built: ['a'], unchanged: 0})
  })

  it('is written by many at once', async () => {
    const own = copyOf(small)
    rmSync(join(own, '.lectern'), {recursive: true})
    const outs = [0, 1, 2].map((each) => join(own, `out${each}`))
    const asked = outs.map((out) => lectern(own, ['build', '--only', 'web', '--out', out]))
    await Promise.all(asked)
    for (const out of outs) expect(digestsBelow(out)).toEqual(digestsBelow(join(own, 'out')))
    expect(readdirSync(join(own, '.lectern/cache')).filter((name) => name.endsWith('.staged'))).toEqual([])
    const {stderr} = await lectern(own, ['build', '--only', 'web', '--out', outs[0] ?? ''])
    expect(stderr).toMatch(/nothing changed\n$/)
  })
})

describe('with a browser', () => {
  it('starts none where nothing changed, and prints again only what a word shows in', async () => {
    const own = makeProject({
      'content/b.md':
        '---\ntitle: B\nlanguage: en\n---\n# B\n\n## One\n\nSome words.\n\n## Two\n\n:::report-only\nMore words.\n:::\n\n## Conclusion\n\nSo.\n'
    })
    const printed = async (more: readonly string[] = []) => {
      const {stderr} = await lectern(own, ['build', '--trace', join(own, 'trace.json'), ...more])
      const {traceEvents} = JSON.parse(readFileSync(join(own, 'trace.json'), 'utf8')) as {
        traceEvents: {name: string; ph: string}[]
      }
      const names = traceEvents.filter(({ph}) => ph !== 'e').map(({name}) => name)
      return {
        prints: names.filter((name) => name.startsWith('print ')).sort(),
        opened: names.includes('browser opens'),
        stderr
      }
    }
    const all = ['print “B: Briefing”', 'print “B: Handout”', 'print “B: Slides”', 'print “B”']
    expect(await printed()).toMatchObject({prints: all, opened: true})
    expect(await printed()).toMatchObject({prints: [], opened: false, stderr: 'nothing changed\n'})
    edit('content/b.md', 'More words', 'More wards')(own)
    expect((await printed()).prints).toEqual(['print “B”'])
    edit('content/b.md', 'Some words', 'Same words')(own)
    expect((await printed()).prints.length).toBeGreaterThan(2)
    rmSync(join(own, 'out'), {recursive: true})
    expect(await printed()).toMatchObject({prints: [], opened: false})
    expect(await printed(['--force'])).toMatchObject({prints: all, opened: true})
  })
})

describe('the folder of the cache', () => {
  it('is kept small: what was used longest ago goes first, and what nobody used in a month', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
    const store = folderStore(folder)
    for (const key of ['one', 'two', 'three']) await store.put(key, key, [Buffer.alloc(1000, key)])
    const now = Date.now()
    await prune(folder, {most: 1_000_000, now})
    expect((await store.get('one'))?.said).toBe('one')
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.gitignore', 'CACHEDIR.TAG']))
    await prune(folder, {most: 1_000_000, now: now + 31 * 86_400_000})
    expect(await store.get('one')).toBeUndefined()
    await store.put('four', 'four')
    await prune(folder, {most: 10, now: now + 33 * 86_400_000})
    expect(await store.get('four')).toBeUndefined()
  })

  it('loses nothing that somebody else put there, nor is a link followed', async () => {
    const own = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
    const elsewhere = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
    for (const [folder, name] of [
      [own, 'mine'],
      [own, 'ab/mine'],
      [elsewhere, 'f'.repeat(62)],
      [elsewhere, `ab/${'f'.repeat(62)}`]
    ] as const) {
      add(name, 'mine')(folder)
      utimesSync(join(folder, name), 1, 1)
    }
    const before = [...filesBelow(own).keys()]
    await prune(own)
    expect([...filesBelow(own).keys()]).toEqual(['.gitignore', 'CACHEDIR.TAG', ...before])
    const project = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
    mkdirSync(join(project, '.lectern'))
    symlinkSync(elsewhere, join(project, '.lectern/cache'))
    const store = projectStore(project)
    await store.put('key', 'said')
    await store.prune()
    expect(await store.get('key')).toBeUndefined()
    expect(filesBelow(elsewhere).size).toBe(2)
  })

  it.each<[string, (path: string) => void]>([
    ['a link', (path) => symlinkSync('/dev/zero', path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a folder', (path) => mkdirSync(join(path, 'inner'), {recursive: true})],
    ['cut', (path) => writeFileSync(path, '')]
  ])('mends an entry in whose place there is something else: %s', async (_, put) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'lectern-cache-')), 'cache')
    const store = folderStore(folder)
    const bytes = Buffer.from('file')
    await store.put('key', 'said', [bytes])
    const paths = [...filesBelow(folder).keys()].filter((path) => path.includes('/'))
    for (const path of paths) {
      rmSync(join(folder, path))
      put(join(folder, path))
    }
    expect(await store.get('key')).toBeUndefined()
    await store.put('key', 'said', [bytes])
    expect(await (await store.get('key'))?.files()).toEqual([bytes])
    expect(readdirSync(folder)).toContain('.gitignore')
  })

  it('keeps what came of several sets of questions', async () => {
    const store = folderStore(mkdtempSync(join(tmpdir(), 'lectern-cache-')))
    const answer = (path: string, digest: string) => ({kind: 'file', of: 'project', path, digest}) as const
    await keep(store, 'k', [answer('a', '1')], 'first')
    await keep(store, 'k', [answer('a', '2'), answer('b', '1')], 'second')
    const asked = (answers: Readonly<Record<string, string>>) =>
      recall(store, 'k', async ({path}) => answers[path] ?? 'absent').then((kept) => kept?.said)
    expect(await asked({a: '1'})).toBe('first')
    expect(await asked({a: '2', b: '1'})).toBe('second')
    expect(await asked({a: '2', b: '2'})).toBeUndefined()
  })
})

function project(): string {
  const vancouver = readFileSync(join(root, 'styles/csl/vancouver.csl'))
  const own = makeProject({...files, 'styles/csl/own.csl': vancouver})
  cpSync(
    join(root, 'node_modules/@expo-google-fonts/vazirmatn/400Regular'),
    join(own, 'node_modules/own-font/400Regular'),
    {recursive: true}
  )
  return own
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  cpSync(folder, copy, {recursive: true})
  return copy
}

function edit(path: string, from: string, to: string): (project: string) => void {
  return (project) => {
    const text = readFileSync(join(project, path), 'utf8')
    if (!text.includes(from)) throw new Error(`no ${from} in ${path}`)
    writeFileSync(join(project, path), text.replace(from, to))
  }
}

function add(path: string, text: string): (project: string) => void {
  return (project) => {
    mkdirSync(dirname(join(project, path)), {recursive: true})
    writeFileSync(join(project, path), text)
  }
}

function template(path: string): (project: string) => void {
  return add(path, `${readFileSync(join(root, path), 'utf8')}\n<!-- own -->\n`)
}

function swapFont(project: string): void {
  const bold = join(root, 'node_modules/@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf')
  cpSync(bold, join(project, 'node_modules/own-font/400Regular/Vazirmatn_400Regular.ttf'))
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(copy.length * 0.7)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

async function lectern(cwd: string, args: readonly string[]): Promise<{stderr: string}> {
  return await promisify(execFile)(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd,
    env: {...process.env, LECTERN_CACHE: browserCache}
  })
}
