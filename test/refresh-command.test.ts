import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {makeProject, root} from './project.js'
import {lockOf, serve} from './refreshed.js'
import {environmentOf, type RegistryServer} from './registry-server.js'

const provenance = {origin: 'compiled', asOf: null, sources: ['A copy.']}
const trial = (count: number) => ({
  protocolSection: {
    identificationModule: {nctId: 'NCT00000001', briefTitle: 'A trial'},
    statusModule: {overallStatus: 'COMPLETED'},
    designModule: {enrollmentInfo: {count}}
  }
})
const work = (name: string, volume: string) => ({
  id: name,
  type: 'article-journal',
  title: name,
  volume,
  DOI: `10.1000/${name}`
})
const message = (name: string) => ({
  DOI: `10.1000/${name}`,
  type: 'journal-article',
  title: [name],
  volume: '2'
})
const works = {'10.1000/a': message('a'), '10.1000/b': message('b'), '10.1000/c': message('c')}
const files = {
  'content/a.md': '# A\n\nNCT00000001 and NCT00000009.\n',
  'content/evidence/trials.json': lockOf([{...trial(150), provenance}]),
  'content/evidence/references.json': lockOf([work('a', '1'), work('b', '1'), work('c', '1')])
}

describe('lectern refresh', () => {
  it('brings the lock up to date, says what changed, and sums it up', async () => {
    const server = await serve({studies: {NCT00000001: trial(158)}, works})
    const project = makeProject(files)
    const {code, stdout, stderr} = await lectern(['refresh', '--summary', 'pull.md'], project, server)
    expect(code).toBe(0)
    expect(stdout).toBe(`NCT00000001: enrolment 150 → 158
1 trial changed, 0 new, 0 as they were
a: volume 1 → 2
b: volume 1 → 2
c: volume 1 → 2
3 works changed, 0 new, 0 as they were
Named in the text, not in the evidence; \`lectern refresh --add\` takes them in, or those named after it:
  NCT00000009, content/a.md:3:17
`)
    expect(stderr).toBe(
      'ClinicalTrials.gov: 1 of 1 trials\nNCBI’s id converter: 3 of 3 ids\nCrossref: 3 of 3 works\n'
    )
    expect(readFileSync(join(project, 'pull.md'), 'utf8')).toContain(
      '| `NCT00000001` | enrolment | `150` | `158` |'
    )
    const {provenance: note, ...said} = read(project, 'trials.json')[0]
    expect(said).toEqual(trial(158))
    expect(note.retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(read(project, 'references.json').map(({custom}) => custom.origin)).toEqual(
      Array(3).fill('fetched')
    )
    expect(leftovers(project)).toEqual([])
  })

  it.each([
    ['SIGKILL', undefined],
    ['SIGINT', 130]
  ] as const)(
    'leaves a whole lock when it ends by %s, and then goes on where it was',
    async (signal, expected) => {
      const state = {hangs: true, reached: () => {}}
      const reached = new Promise<void>((resolve) => {
        state.reached = resolve
      })
      const server = await serve({
        studies: {NCT00000001: trial(158)},
        works,
        fault(asked) {
          if (!state.hangs || !asked.startsWith('/crossref/works/10.1000/c')) return undefined
          state.reached()
          return 'slow'
        }
      })
      const project = makeProject(files)
      const child = start(['refresh'], project, server)
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      await reached
      child.kill(signal)
      expect(await ended).toBe(expected ?? null)

      expect(read(project, 'trials.json')[0].protocolSection.designModule.enrollmentInfo.count).toBe(158)
      expect(readFileSync(join(project, 'content/evidence/references.json'), 'utf8')).toBe(
        files['content/evidence/references.json']
      )
      expect(existsSync(join(project, '.lectern/refresh/answers.jsonl'))).toBe(true)

      state.hangs = false
      const before = server.asked.length
      const {code, stdout} = await lectern(['refresh'], project, server)
      expect(code).toBe(0)
      expect(server.asked.slice(before)).toEqual([
        '/crossref/works/10.1000/c',
        '/crossref/works?filter=updates:10.1000/c&select=DOI,update-to&rows=100'
      ])
      expect(stdout).toContain('3 works changed')
      expect(read(project, 'references.json').map(({volume}) => volume)).toEqual(['2', '2', '2'])
      expect(leftovers(project)).toEqual([])
    }
  )

  it('ends with 1 where something could not be had, and says what', async () => {
    const server = await serve({fault: () => ({status: 404, headers: {}, body: '<html>'})})
    const project = makeProject(files)
    const {code, stderr} = await lectern(['refresh', '--trials'], project, server)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Could not be had: NCT00000001: HTTP 404; what is held stays$/m)
    expect(readFileSync(join(project, 'content/evidence/trials.json'), 'utf8')).toBe(
      files['content/evidence/trials.json']
    )
  })

  it('ends with 2 where it is used wrongly, in a sentence', async () => {
    const server = await serve({})
    const project = makeProject(files)
    for (const [args, environment, said] of [
      [['refresh', '--add', 'NCT1'], {}, /^lectern: Unexpected id `NCT1`, expected/],
      [
        ['refresh'],
        {LECTERN_CROSSREF_URL: 'http://a.example'},
        /^lectern: Unexpected value of `LECTERN_CROSSREF_URL`/
      ],
      [['refresh', '--everything'], {}, /unknown option/]
    ] as const) {
      const {code, stderr} = await lectern(args, project, server, environment)
      expect(code).toBe(2)
      expect(stderr).toMatch(said)
    }
    expect(server.asked).toEqual([])
  })

  it('shows examples', async () => {
    const {code, stdout} = await lectern(['refresh', '--help'], makeProject(files), await serve({}))
    expect(code).toBe(0)
    expect(stdout).toMatch(/Examples:\n {2}lectern refresh\n/)
  })
})

function start(
  args: readonly string[],
  cwd: string,
  server: RegistryServer,
  environment: Readonly<Record<string, string>> = {}
): ChildProcess {
  const env = {...process.env, ...environmentOf(server), ...environment}
  return spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {cwd, env})
}

async function lectern(
  ...use: Parameters<typeof start>
): Promise<{code: number | null; stdout: string; stderr: string}> {
  const child = start(...use)
  const [stdout, stderr] = [[] as Buffer[], [] as Buffer[]]
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return {code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString()}
}

// biome-ignore lint/suspicious/noExplicitAny: records of any form.
function read(project: string, name: string): any[] {
  return JSON.parse(readFileSync(join(project, 'content/evidence', name), 'utf8'))
}

/** What is no file of the lock, and what is kept of a run. */
function leftovers(project: string): string[] {
  const beside = readdirSync(join(project, 'content/evidence'))
  return [
    ...beside.filter((name) => name !== 'trials.json' && name !== 'references.json'),
    ...(existsSync(join(project, '.lectern')) ? ['.lectern'] : [])
  ]
}
