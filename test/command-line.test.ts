import {execFile, spawn} from 'node:child_process'
import {closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {promisify} from 'node:util'
import {beforeAll, describe, expect, it} from 'vitest'
import {openPdf} from './pdf.js'
import {browserCache, digestsBelow, filesBelow, makeProject, root} from './project.js'

const review = '---\ntitle: A\nlanguage: en\ndate: 2025-01-02\n---\n# A\n\n## B\n\nText.\n'
let project: string
let published: Record<string, string>

beforeAll(async () => {
  project = makeProject({'content/a.md': review})
  await lectern(['build'])
  published = digestsBelow(join(project, 'out'))
})

describe('the command line', () => {
  it('publishes six files, a manifest and an index, and names them on standard output', async () => {
    const {code, stdout, stderr} = await lectern(['build'])
    expect([code, stderr]).toEqual([0, 'nothing changed\n'])
    const names = [
      'report.pdf',
      'report.html',
      'briefing.pdf',
      'slides.html',
      'slides.pdf',
      'slides.pptx',
      'handout.pdf'
    ]
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split('  ')[0])
    ).toEqual(names.map((name) => join(project, 'out/a', name)))
    expect([...filesBelow(join(project, 'out')).keys()].sort()).toEqual(
      ['index.html', ...[...names, 'manifest.json'].map((name) => `a/${name}`)].sort()
    )
  })

  it.each([
    [
      'an unknown option',
      ['build', '--papre', 'a4'],
      2,
      /^error: unknown option '--papre'\n\(Did you mean --paper\?\)\n$/
    ],
    ['an unknown sheet', ['build', '--paper', 'a5'], 2, /a5.*a4, letter/],
    ['an unknown output', ['build', '--only', 'report,poster'], 2, /poster.*report, web/],
    [
      'an unknown review',
      ['build', 'nosuch'],
      2,
      /^lectern: Unexpected review `nosuch`, expected one of `a`\n$/
    ],
    ['an unknown command', ['publish'], 2, /unknown command 'publish'/],
    [
      'a project without content',
      ['build', '--project', 'content/evidence'],
      2,
      /^lectern: Unexpected project `content\/evidence`/
    ],
    [
      'a browser that is none',
      ['build', '--browser', 'content/a.md'],
      3,
      /^lectern: Unexpected browser `.*a\.md`/
    ]
  ])('says %s in a sentence', async (_, args, expected, message) => {
    const {code, stdout, stderr} = await lectern(args)
    expect([code, stdout]).toEqual([expected, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
    expectUntouched()
  })

  it.each([
    [
      'a wrong key of the front matter',
      review.replace('date:', 'dtae:'),
      /^content\/a\.md:4:1 {2}error {2}Unexpected key `dtae`, expected one of `title`, .* {2}front-matter\n/
    ],
    [
      'a wrong value of the front matter',
      review.replace('2025-01-02', 'soon'),
      /^content\/a\.md:4:7 {2}error {2}Unexpected value of `date`, .* {2}front-matter\n/
    ],
    [
      'front matter that is no YAML',
      review.replace('title: A', 'title: "A'),
      /^content\/a\.md:\d+:\d+ {2}error {2}Unexpected YAML, .* {2}front-matter\n/
    ],
    [
      'a missing picture',
      `${review}\n![x](x.png)\n`,
      /^content\/a\.md:12:1 {2}error {2}Unexpected missing picture `x\.png`, .* {2}missing-image\n/
    ],
    [
      'a final review with a warning',
      `${review.replace('date', 'status: final\ndate')}\nNCT00000000\n`,
      /^content\/a\.md:13:1 {2}warning .* {2}unknown-trial\n/
    ],
    [
      'bytes that are no text',
      new Uint8Array([35, 32, 65, 10, 0xff, 10]),
      /^content\/a\.md:2:1 {2}error {2}Unexpected bytes, .* {2}not-utf8\n/
    ]
  ])('does not build %s, says where, and leaves out/ as it was', async (_, content, message) => {
    writeFileSync(join(project, 'content/a.md'), content)
    const {code, stdout, stderr} = await lectern(['build'])
    writeFileSync(join(project, 'content/a.md'), review)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((line) => /error|warning/.test(line) && line.startsWith('content'))
    ).toHaveLength(1)
    expect(stderr).toMatch(/a: not built, .*; what was published stays\n$/)
    expectUntouched()
  })

  it('ends with 1 for a warning under --strict only', async () => {
    const warned = makeProject({'content/a.md': `${review}\nNCT00000000\n`})
    expect((await lectern(['build', '--only', 'web'], warned)).code).toBe(0)
    expect((await lectern(['build', '--only', 'web', '--strict'], warned)).code).toBe(1)
  })

  it('builds one review when another fails', async () => {
    const two = makeProject({'content/a.md': review, 'content/b.md': '---\nwrong: 1\n---\n'})
    const {code, stdout} = await lectern(['build', '--only', 'web'], two)
    expect([code, stdout.trim()]).toEqual([1, join(two, 'out/a/report.html')])
  })

  it('with --only carries over what is still valid, and drops what is not', async () => {
    const own = makeProject({'content/a.md': review})
    await lectern(['build', '--only', 'web,briefing'], own)
    await lectern(['build', '--only', 'report', '--paper', 'letter'], own)
    expect([...filesBelow(join(own, 'out/a')).keys()]).toEqual([
      'briefing.pdf',
      'manifest.json',
      'report.html',
      'report.pdf'
    ])
    const report = await openPdf(filesBelow(join(own, 'out/a')).get('report.pdf') ?? Buffer.alloc(0))
    expect(report.pages.map(({width, height}) => [Math.round(width), Math.round(height)])[0]).toEqual([
      612, 792
    ])
    writeFileSync(join(own, 'content/a.md'), review.replace('Text', 'Other'))
    await lectern(['build', '--only', 'web'], own)
    expect([...filesBelow(join(own, 'out/a')).keys()]).toEqual(['manifest.json', 'report.html'])
  })

  it('gives the same bytes for one output as for all', async () => {
    const own = makeProject({'content/a.md': review})
    await lectern(['build', '--only', 'briefing'], own)
    expect(digestsBelow(join(own, 'out/a'))['briefing.pdf']).toBe(published['a/briefing.pdf'])
  })

  it('mends what a kill left: the old publication goes back to its place', async () => {
    const own = makeProject({'content/a.md': review})
    await lectern(['build', '--only', 'web'], own)
    const attempt = join(own, 'out/.lectern-4194304-00000000-0000-4000-8000-000000000000')
    mkdirSync(attempt, {recursive: true})
    writeFileSync(join(attempt, 'review'), 'a')
    renameSync(join(own, 'out/a'), join(attempt, 'old'))
    writeFileSync(join(own, 'content/a.md'), review.replace('title', 'titel'))
    await lectern(['build'], own)
    expect([...filesBelow(join(own, 'out')).keys()].sort()).toEqual([
      'a/manifest.json',
      'a/report.html',
      'index.html'
    ])
  })

  it('makes what the library makes', async () => {
    const out = join(project, 'by-library')
    const script = `
      import {build} from ${JSON.stringify(join(root, 'dist/index.js'))}
      const [project, out, cache] = process.argv.slice(1)
      const nobody = () => undefined
      const tell = {finding: nobody, built: nobody, failed: nobody, say: nobody}
      await build({project, out, cache, reviews: [], concurrency: 2, force: true, tell})`
    await promisify(execFile)(process.execPath, [
      ...['--input-type=module', '--eval', script, project, out, browserCache]
    ])
    expect(digestsBelow(out)).toEqual(published)
  })

  it('makes an output once, however often it is asked for', async () => {
    const {stdout} = await lectern(['build', '--only', 'web,web', '--out', 'once'])
    expect(stdout).toBe(`${join(project, 'once/a/report.html')}\n`)
  })

  it('makes all where nobody reads what it says', async () => {
    const child = spawn(
      process.execPath,
      [join(root, 'dist/cli.js'), 'build', '--only', 'web', '--out', 'unread'],
      {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {...process.env, LECTERN_CACHE: browserCache}
      }
    )
    child.stdout.destroy()
    child.stderr.destroy()
    const code = await new Promise((resolve) => child.once('exit', resolve))
    expect([code, existsSync(join(project, 'unread/index.html'))]).toEqual([0, true])
  })

  it.each([['check'], ['build', '--only', 'web', '--out', 'unsaid'], ['--help']])(
    'ends with 3 where what it says cannot be written (%s)',
    async (...args) => {
      const full = openSync('/dev/full', 'w')
      const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
        cwd: project,
        stdio: ['pipe', full, 'pipe'],
        env: {...process.env, LECTERN_CACHE: browserCache}
      })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      const said = child.stderr && (await text(child.stderr))
      closeSync(full)
      expect([await ended, said]).toEqual([
        3,
        expect.stringContaining('lectern: Unexpected failure to write to standard output: ENOSPC\n')
      ])
    }
  )

  it('does not replace a folder that it did not make', async () => {
    const own = makeProject({'content/a.md': review, 'content/b.md': review, 'out/a/thesis.txt': 'mine'})
    const {code, stderr} = await lectern(['build', '--only', 'web'], own)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^a: not built, Unexpected files in `.*out\/a`/m)
    expect(filesBelow(join(own, 'out')).get('a/thesis.txt')?.toString()).toBe('mine')
    expect(existsSync(join(own, 'out/b/report.html'))).toBe(true)
  })

  it('finds the project from a folder inside it, and publishes where told', async () => {
    const own = makeProject({'content/sub/a.md': review})
    const {code} = await lectern(
      ['build', 'sub/a', '--only', 'web', '--out', 'there'],
      join(own, 'content/sub')
    )
    expect(code).toBe(0)
    expect(existsSync(join(own, 'content/sub/there/sub/a/report.html'))).toBe(true)
  })

  it('helps, with examples', async () => {
    const {code, stdout} = await lectern(['build', '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Examples:\n  lectern build\n')
    expect(stdout).toContain('Exit code: 0 all made')
  })
})

function expectUntouched(): void {
  expect(digestsBelow(join(project, 'out'))).toEqual(published)
}

async function lectern(
  args: readonly string[],
  cwd = project
): Promise<{code: number; stdout: string; stderr: string}> {
  const environment = {...process.env, LECTERN_CACHE: browserCache}
  try {
    const done = await promisify(execFile)(process.execPath, [join(root, 'dist/cli.js'), ...args], {
      cwd,
      env: environment
    })
    return {code: 0, ...done}
  } catch (error) {
    const {code, stdout, stderr} = error as {code: number; stdout: string; stderr: string}
    return {code, stdout, stderr}
  }
}
