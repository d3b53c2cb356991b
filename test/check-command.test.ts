import {execFile} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {check} from '../src/app/check/check.js'
import {formats} from '../src/app/check/report-check.js'
import {toldCheck} from '../src/app/check/told-check.js'
import {UserError} from '../src/model/user-error.js'
import {makeProject, root} from './project.js'

const front = '---\ntitle: A\nlanguage: en\n---\n'
const text = `${front}# A\n\nNCT00000001 and [b](#b). <!-- lectern-waive broken-link: comes later -->\n\n![](p.svg)\n`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
const files = {'content/a.md': text, 'content/p.svg': svg}
const trial =
  'Unexpected trial `NCT00000001` without a record, expected one in `content/evidence/trials.json`: `lectern refresh --add` asks the registry for it'
const picture =
  'Unexpected picture without alternative text, expected words that say what it shows, or `<img alt="" …>` for mere decoration'

describe('lectern check', () => {
  it('prints findings as a build does, and counts them', async () => {
    const {code, stdout, stderr} = await lectern(makeProject(files))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')).toEqual([
      `content/a.md:7:1  warning  ${trial}  unknown-trial`,
      `content/a.md:9:1  warning  ${picture}  missing-alternative`,
      '1 review: 0 errors, 2 warnings, 0 notes, 1 waived',
      ''
    ])
  })

  it('prints what is waived where asked, with the reason', async () => {
    const {stdout} = await told(makeProject(files), ['--waived'])
    expect(stdout).toMatch(
      /^content\/a\.md:7:17 {2}warning {2}Unexpected link .* broken-link {2}waived: comes later$/m
    )
  })

  it('publishes nothing, and leaves nothing behind', async () => {
    const project = makeProject(files)
    await lectern(project)
    expect(existsSync(join(project, 'out'))).toBe(false)
  })

  it.each([
    ['nothing to mend', `${front}# A\n\nText.\n`, [], 0],
    ['a warning', text, [], 0],
    ['a warning under --strict', text, ['--strict'], 1],
    ['a warning in a final', text.replace('title', 'status: final\ntitle'), [], 1],
    [
      'a waived warning in a final',
      `${front.replace('title', 'status: final\ntitle')}[b](#b) <!-- lectern-waive broken-link: x -->\n`,
      ['--strict'],
      0
    ],
    ['a note under --strict', '# A\n\nThe text of this review is in English.\n', ['--strict'], 0],
    ['an error', `${front}![x](none.png)\n`, [], 1],
    ['a review that is none', text, ['nosuch'], 2],
    ['a baseline that is not there', text, ['--baseline', 'none.json'], 2],
    ['a baseline of one review only', text, ['a', '--write-baseline', 'known.json'], 2],
    ['a baseline that cannot be written', text, ['--write-baseline', 'none/known.json'], 3]
  ])('ends for %s as it says', async (_, content, args, code) => {
    const {code: ended, stderr} = await told(makeProject({...files, 'content/a.md': content}), args)
    expect(ended).toBe(code)
    expect(stderr).not.toContain('    at ')
  })

  it('ends as it says', async () => {
    const project = makeProject({...files, 'known.json': '{'})
    const codes = [
      ['--strict'],
      ['--format', 'xml'],
      ['--baseline', 'known.json'],
      ['--write-baseline', 'x/y']
    ].map(async (args) => (await lectern(project, args)).code)
    expect(await Promise.all(codes)).toEqual([1, 2, 2, 3])
  })

  it('says why a final would not be built', async () => {
    const {stdout} = await told(
      makeProject({...files, 'content/a.md': text.replace('title', 'status: final\ntitle')})
    )
    expect(stdout).toMatch(
      /^a: would not be built, 2 warnings in a final review: mend each, or waive it .*reason -->`$/m
    )
  })

  it.each([
    ['deep HTML', `${'<div>'.repeat(1500)}x`],
    ['deeper HTML', `${'<b>'.repeat(5000)}x`]
  ])('tells %s, and goes on with the next review', async (_, deep) => {
    const {code, stdout} = await told(
      makeProject({
        'content/a.md': `${front}# A\n\n${deep}\n`,
        'content/b.md': `${front}# B\n\nNCT00000001\n`
      })
    )
    expect(code).toBe(1)
    expect(stdout.split('\n').map((line) => line.split('  ').at(-1))).toEqual([
      'too-deep',
      'unknown-trial',
      'a: would not be built, errors',
      expect.stringContaining('2 reviews: 1 error, 1 warning'),
      ''
    ])
  })

  it('says of a review whose name is taken that it would not be built', async () => {
    const {code, stdout} = await told(makeProject({'content/index.html.md': `${front}# A\n\nText.\n`}))
    expect(code).toBe(1)
    expect(stdout.split('\n')[0]).toBe(
      'index.html: would not be built, Unexpected name of `content/index.html.md`, expected another: `index.html` lists all reviews'
    )
  })

  it('tells a part that two reviews include once, and not as waived where only one waives it', async () => {
    const including = (waiver: string) => `${front}# A\n\n${waiver}\n\n::include{src=_part.md}\n`
    const {findings, reviews} = await check({
      project: makeProject({
        'content/a.md': including('<!-- lectern-waive unknown-trial: x -->'),
        'content/b.md': including(''),
        'content/_part.md': 'NCT00000001\n'
      }),
      reviews: []
    })
    expect(findings.map(({file, rule, waived}) => [file, rule, waived])).toEqual([
      ['content/_part.md', 'unknown-trial', undefined]
    ])
    expect(reviews.map(({findings: own}) => own.map(({waived}) => waived))).toEqual([['x'], [undefined]])
  })

  it('says only what is wrong with the project’s own files where they cannot be read', async () => {
    const {code, stdout} = await told(makeProject({...files, 'lectern.yaml': 'ruels: {}\n'}))
    expect(code).toBe(1)
    expect(stdout.split('\n').map((line) => line.split('  ').at(-1))).toEqual([
      'front-matter',
      'a: would not be built, errors in the project’s own files',
      '1 review: 1 error, 0 warnings, 0 notes',
      ''
    ])
  })

  it('finds what a build finds before it prints: themes, fonts, data', async () => {
    const {findings} = await check({
      project: makeProject({
        'content/a.md': `${front.replace('title', 'theme: none\ntitle')}# A\n\n::table{src=d.csv}\n\n::figure{trials-timeline}\n`,
        'content/d.csv': 'a,b\n1\n'
      }),
      reviews: []
    })
    expect(findings.map(({rule}) => rule).sort()).toEqual(['uneven-row', 'unknown-theme'])
  })

  it('loads nothing that prints', () => {
    const known = loadedBy('src/app/check/check.ts', new Set())
    const loaded = [...loadedBy('src/app/check/check-desk.ts', known)]
    expect(loaded.some((name) => name === 'handlebars')).toBe(true)
    const printing =
      /^(?:puppeteer|@puppeteer|@sparticuz|subset-font|harfbuzzjs|@observablehq|linkedom|temml|tar-fs)|^src\/(?:press|output|fit)\//
    expect(loaded.filter((name) => printing.test(name))).toEqual([])
  })

  it('helps, with examples', async () => {
    const {stdout} = await lectern(makeProject(files), ['--help'])
    expect(stdout).toContain('Examples:\n  lectern check\n')
    expect(stdout).toContain('--baseline <file>')
  })
})

describe('the formats', () => {
  it('json: reviews and findings, waived ones with their reason', async () => {
    const {stdout} = await told(makeProject(files), ['--format', 'json'])
    const {version, reviews, findings} = JSON.parse(stdout)
    expect([version, reviews]).toEqual([
      1,
      [
        {
          review: 'a',
          file: 'content/a.md',
          status: 'draft',
          builds: true,
          errors: 0,
          warnings: 2,
          notes: 0,
          waived: 1
        }
      ]
    ])
    expect(findings[0]).toEqual({
      ...{file: 'content/a.md', line: 7, column: 1, severity: 'warning', rule: 'unknown-trial'},
      message: trial
    })
    expect(findings.at(-1)).toMatchObject({rule: 'broken-link', waived: 'comes later'})
  })

  it('json: what a final lacks', async () => {
    const project = makeProject({...files, 'content/a.md': text.replace('title', 'status: final\ntitle')})
    const {reviews} = JSON.parse((await told(project, ['--format', 'json'])).stdout)
    expect(reviews[0]).toMatchObject({
      status: 'final',
      builds: false,
      reason: expect.stringMatching(/^2 warnings/)
    })
  })

  it('github: commands with what they may not hold escaped', async () => {
    const hostile = `${front}# A\n\n[b](#a%25::error\u2028)\n`
    const {stdout} = await told(
      makeProject({
        'content/x,1:2.md': hostile,
        'content/a.md': `${front}![x](none.png)\n\n:::nosuch\n:::\n`
      }),
      ['--format', 'github']
    )
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^::error file=content\/a\.md,line=5,col=1,title=missing-image::Unexpected missing picture/
    )
    expect(lines[2]).toMatch(
      /^::warning file=content\/x%2C1%3A2\.md,line=7,col=1,title=broken-link::Unexpected link to `#a%25/
    )
    expect(lines).toHaveLength(3)
  })

  it('github: paths as the working directory sees them, notes as notices', async () => {
    const project = makeProject({'sub/content/a.md': '# A\n\nThe text of this review is in English.\n'})
    const {stdout} = await lectern(project, ['--project', 'sub', '--format', 'github'])
    expect(stdout).toMatch(/^::notice file=sub\/content\/a\.md,line=1,col=1,title=language-detected::/)
  })

  it('sarif: what the standard asks for', async () => {
    const {stdout} = await told(makeProject(files), ['--format', 'sarif'])
    const [run] = Sarif.parse(JSON.parse(stdout)).runs
    const results = run?.results ?? []
    expect(
      results.map(({ruleId, level, suppressions}) => [ruleId, level, suppressions?.[0]?.justification])
    ).toEqual([
      ['unknown-trial', 'warning', undefined],
      ['missing-alternative', 'warning', undefined],
      ['broken-link', 'warning', 'comes later']
    ])
    for (const {ruleId, ruleIndex} of results) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  it('sarif: a fingerprint stays when lines move, and differs for the same words', async () => {
    const prints = async (content: string) => {
      const {stdout} = await told(makeProject({'content/a.md': content}), ['--format', 'sarif'])
      return Sarif.parse(JSON.parse(stdout)).runs[0]?.results.map(
        (each) => each.partialFingerprints['finding/v1']
      )
    }
    const [first, second] = (await prints(`${front}[b](#b)\n\n[b](#b)\n`)) ?? []
    expect(first).not.toBe(second)
    expect(await prints(`${front}\n\nText.\n\n[b](#b)\n`)).toEqual([first])
  })
})

describe('a baseline', () => {
  it('knows what was there, wherever it moves; tells what is new and what is gone', async () => {
    const project = makeProject({'content/a.md': `${front}NCT00000001\n\n[b](#b) c\n\n[c](#c)\n`})
    const known = join(project, 'known.json')
    expect((await told(project, ['--write-baseline', 'known.json', '--strict'])).code).toBe(0)
    const written = readFileSync(known, 'utf8')
    expect(written.split('\n').filter((line) => line.includes('"rule"'))).toHaveLength(3)
    expect(written).not.toMatch(/:\d+:\d+|"line"/)

    const green = await told(project, ['--baseline', 'known.json', '--strict'])
    expect([green.code, green.stdout]).toEqual([
      0,
      '1 review: 0 errors, 0 warnings, 0 notes, 3 known to the baseline, 0 gone from it\n'
    ])

    // One moved, one doubled, one mended.
    writeFileSync(join(project, 'content/a.md'), `${front}Text.\n\n[b](#b)\n\n[b](#b)\n\nNCT00000001\n`)
    const moved = await told(project, ['--baseline', 'known.json', '--strict'])
    expect([moved.code, moved.stdout.split('\n').map((line) => line.slice(0, 17))]).toEqual([
      1,
      ['content/a.md:9:1 ', '1 review: 0 error', '']
    ])
    expect(moved.stdout).toContain('1 warning, 0 notes, 2 known to the baseline, 1 gone from it')
    const {baseline} = JSON.parse(
      (await told(project, ['--baseline', 'known.json', '--format', 'json'])).stdout
    )
    expect(baseline).toEqual({
      known: 2,
      gone: [{file: 'content/a.md', rule: 'broken-link', message: expect.stringContaining('#c'), count: 1}]
    })

    await told(project, ['--write-baseline', 'known.json'])
    await told(project, ['--write-baseline', 'again.json'])
    expect(readFileSync(join(project, 'again.json'), 'utf8')).toBe(readFileSync(known, 'utf8'))
    expect((await told(project, ['--baseline', 'known.json', '--strict'])).code).toBe(0)
  })

  it('lets a final pass with the warnings it knows, and no other', async () => {
    const final = front.replace('title', 'status: final\ntitle')
    const project = makeProject({'content/a.md': `${final}NCT00000001\n`})
    await told(project, ['--write-baseline', 'known.json'])
    expect((await told(project, ['--baseline', 'known.json'])).code).toBe(0)
    writeFileSync(join(project, 'content/a.md'), `${final}NCT00000001 NCT00000002\n`)
    expect((await told(project, ['--baseline', 'known.json'])).code).toBe(1)
  })

  it('says nothing gone of reviews that are not looked at', async () => {
    const project = makeProject({
      'content/a.md': `${front}NCT00000001\n`,
      'content/b.md': `${front}NCT00000002\n`
    })
    await told(project, ['--write-baseline', 'known.json'])
    const {stdout} = await told(project, ['a', '--baseline', 'known.json'])
    expect(stdout).toBe('1 review: 0 errors, 0 warnings, 0 notes, 1 known to the baseline, 0 gone from it\n')
  })

  it.each([
    ['no JSON', '{', /known\.json`, expected what `--write-baseline` wrote\n$/],
    ['of another shape', '{"version": 1, "findings": [{"file": 1}]}', /at `findings\.0\.file`: /],
    ['of another version', '{"version": 2, "findings": []}', /at `version`: /]
  ])('that is %s is the caller’s mistake', async (_, content, message) => {
    const {code, stderr} = await told(makeProject({...files, 'known.json': content}), [
      '--baseline',
      'known.json'
    ])
    expect([code, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toMatch(/^lectern: Unexpected content of the baseline `/)
    expect(stderr).toMatch(message)
  })
})

describe('severities', () => {
  it.each([
    ['off', 'unknown-trial: off', []],
    ['note', 'unknown-trial: note', ['note']],
    ['warning, what is one', 'unknown-trial: warning', ['warning']],
    ['error', 'unknown-trial: error', ['error']]
  ])('may be set to %s', async (_, rule, expected) => {
    const project = makeProject({
      'content/a.md': `${front}NCT00000001\n`,
      'lectern.yaml': `rules:\n  ${rule}\n`
    })
    const {findings} = await check({project, reviews: []})
    expect(findings.map(({severity}) => severity)).toEqual(expected)
  })

  it('raised to an error cannot be waived', async () => {
    const project = makeProject({
      'content/a.md': `${front}NCT00000001 <!-- lectern-waive unknown-trial: x -->\n`,
      'lectern.yaml': 'rules:\n  unknown-trial: error\n'
    })
    const {findings} = await check({project, reviews: []})
    expect(findings.map(({rule, severity, waived}) => [rule, severity, waived])).toEqual([
      ['unknown-trial', 'error', undefined],
      ['malformed-waiver', 'warning', undefined]
    ])
  })

  it('of waivers’ own rules may be set', async () => {
    const project = makeProject({
      'content/a.md': `${front}A. <!-- lectern-waive unknown-trial: x -->\n`,
      'lectern.yaml': 'rules: {unused-waiver: off}\n'
    })
    expect((await check({project, reviews: []})).findings).toEqual([])
  })

  it('of evidence’s rules may be set', async () => {
    const record = {protocolSection: {identificationModule: {nctId: 'NCT00000001'}}}
    const project = makeProject({
      'content/a.md': `${front}NCT00000001\n`,
      'content/evidence/trials.json': JSON.stringify([record, record]),
      'lectern.yaml': 'rules: {duplicate-record: note}\n'
    })
    const {findings} = await check({project, reviews: []})
    expect(findings.map(({rule, severity}) => [rule, severity])).toEqual([['duplicate-record', 'note']])
  })

  it.each([
    [
      'a rule that is none',
      'unknwon-trial: off',
      '2:3',
      /^Unexpected rule `unknwon-trial` in `rules`, expected `unknown-trial`$/
    ],
    ['a rule like none', 'x: off', '2:3', /expected the id of a rule/],
    [
      'a severity that is none',
      'unknown-trial: loud',
      '2:18',
      /^Unexpected severity of `unknown-trial`, expected `off`, /
    ],
    [
      'less than an error',
      'missing-image: warning',
      '2:18',
      /^Unexpected `warning` for `missing-image`, expected `error`: a page/
    ],
    ['a list', '- unknown-trial', '2:3', /^Unexpected value of `rules`/]
  ])('%s is an error at its place', async (_, rule, place, message) => {
    const project = makeProject({'content/a.md': `${front}A\n`, 'lectern.yaml': `rules:\n  ${rule}\n`})
    const {findings} = await check({project, reviews: []})
    expect(
      findings.map((each) => [each.file, `${each.place.line}:${each.place.column}`, each.rule, each.severity])
    ).toEqual([['lectern.yaml', place, 'front-matter', 'error']])
    expect(findings[0]?.message).toMatch(message)
  })
})

/** What SARIF 2.1.0 requires of what we write. */
const Level = z.enum(['none', 'note', 'warning', 'error'])
const Message = z.strictObject({text: z.string().min(1)})
const Sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: Message,
              help: Message,
              defaultConfiguration: z.strictObject({level: Level})
            })
          )
        })
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), z.strictObject({description: Message})),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().nonnegative(),
          level: Level,
          message: Message,
          locations: z
            .array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({
                    uri: z.string().regex(/^[\w.~%!$&'()*+,;=@/-]+$/),
                    uriBaseId: z.literal('SRCROOT')
                  }),
                  region: z.strictObject({startLine: z.int().positive(), startColumn: z.int().positive()})
                })
              })
            )
            .length(1),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
                justification: z.string()
              })
            )
            .optional(),
          baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional()
        })
      )
    })
  )
})

/** Files and packages that a file of ours imports as it is loaded. */
function loadedBy(file: string, known: Set<string>): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  const source = readFileSync(join(root, file), 'utf8')
  for (const [, clause = '', name = ''] of source.matchAll(
    /^(?:import|export)\s([^'"]*?from\s)?'([^']+)'/gm
  )) {
    if (clause.startsWith('type ')) continue
    if (!name.startsWith('.')) known.add(name)
    else loadedBy(relative(root, resolve(root, dirname(file), name)).replace(/\.js$/, '.ts'), known)
  }
  return known
}

/** The same without a process of its own. */
async function told(
  project: string,
  args: readonly string[] = []
): Promise<{code: number; stdout: string; stderr: string}> {
  const after = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined)
  const [baseline, writeBaseline] = [after('--baseline'), after('--write-baseline')]
  try {
    const {text: stdout, ok} = await toldCheck({
      ...{project, prefix: '', strict: args.includes('--strict'), showWaived: args.includes('--waived')},
      reviews: args[0]?.startsWith('-') ? [] : args.slice(0, 1),
      format: formats.find((each) => each === after('--format')) ?? 'text',
      ...(baseline ? {baseline: join(project, baseline)} : {}),
      ...(writeBaseline ? {writeBaseline: join(project, writeBaseline)} : {})
    })
    return {code: ok ? 0 : 1, stdout, stderr: ''}
  } catch (error) {
    if (error instanceof UserError)
      return {code: error.exitCode, stdout: '', stderr: `lectern: ${error.message}\n`}
    throw error
  }
}

async function lectern(
  project: string,
  args: readonly string[] = []
): Promise<{code: number; stdout: string; stderr: string}> {
  try {
    const done = await promisify(execFile)(process.execPath, [join(root, 'dist/cli.js'), 'check', ...args], {
      cwd: project
    })
    return {code: 0, ...done}
  } catch (error) {
    const {code, stdout, stderr} = error as {code: number; stdout: string; stderr: string}
    return {code, stdout, stderr}
  }
}
