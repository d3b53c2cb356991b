import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {createServer} from 'node:net'
import {join} from 'node:path'
import type {Browser, Frame, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {refusalOf} from '../src/app/preview/door.js'
import {openBrowser} from './browser.js'
import {isDone, isMade, type Running, startPreview} from './preview.js'
import {browserCache, filesBelow, makeProject, root} from './project.js'

const paragraphs = Array.from(
  {length: 14},
  (_, index) => `## Part ${index + 1}\n\n${`Sentence ${index + 1} of a part. `.repeat(12)}\n`
)
const review = `---\ntitle: A small review\nlanguage: en\n---\n\n${paragraphs.join('\n')}\n::include{src=_part.md}\n`
const files = {'content/small.md': review, 'content/_part.md': 'An included line.\n'}

let project: string
let running: Running
let browser: Browser
let page: Page

const path = (name: string) => join(project, name)
const save = (name: string, text: string) => writeFileSync(path(name), text)
const edited = (from: string, to: string) => review.replaceAll(from, to)

/** As many editors do: beside it, then in its place. */
function saveByRename(name: string, text: string): void {
  writeFileSync(path(`${name}.saved`), text)
  renameSync(path(`${name}.saved`), path(name))
}

async function afterwards(change: () => void, is: Parameters<Running['until']>[0]) {
  running.told.length = 0
  change()
  return (await running.until(is)).data
}

beforeAll(async () => {
  project = makeProject(files)
  ;[running, browser] = await Promise.all([startPreview(project), openBrowser()])
  await running.until(isDone)
  page = await browser.newPage()
  await page.setViewport({width: 1280, height: 800})
  await page.goto(running.address)
  await page.waitForSelector('.pane[data-output=web]:not([data-waits])')
})

afterAll(async () => {
  await browser?.close()
  if (running?.child.exitCode === null) await running.stop()
})

describe('a preview', () => {
  it('makes every output, publishes nothing, and tells so', async () => {
    const {data} = await running.until(isDone)
    expect(data.outputs.map(({output}: {output: string}) => output).sort()).toEqual(
      ['briefing', 'handout', 'report', 'slides', 'web'].sort()
    )
    expect([...filesBelow(project).keys()].filter((file) => file.startsWith('out/'))).toEqual([])
    const pdf = await running.get('pdf?output=report')
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  it('shows what is saved, keeping where the reader is', async () => {
    const web = await frameOf('web')
    const top = await web.evaluate(() => {
      document.querySelector('#sec-part-6')?.scrollIntoView()
      Object.assign(document.querySelector('#sec-part-2') as object, {isOld: true})
      return document.querySelector('#sec-part-6')?.getBoundingClientRect().top
    })
    await afterwards(
      () => save('content/small.md', edited('Sentence 1 of', 'New words, more of them, in sentence 1 of')),
      isMade('web', true)
    )
    // No clock runs in a page that may run no script: it is asked from outside, again and again.
    await expect
      .poll(() => web.evaluate(() => document.body.textContent), {timeout: 20_000})
      .toContain('New words')
    const now = await web.evaluate(() => ({
      top: document.querySelector('#sec-part-6')?.getBoundingClientRect().top,
      isOld: 'isOld' in (document.querySelector('#sec-part-2') as object)
    }))
    expect(now.isOld).toBe(true)
    expect(Math.abs((now.top ?? 0) - (top ?? 9999))).toBeLessThan(3)
  })

  it('sends only the blocks that changed', async () => {
    const version = (await running.get('page?output=web')).headers.get('x-version')
    await afterwards(
      () => saveByRename('content/small.md', edited('Sentence 3 of', 'Other sentence 3 of')),
      isMade('web', true)
    )
    const patch = await (await running.get(`patch?output=web&from=${version}`)).json()
    const blocks = Object.values<string>(patch.blocks)
    expect(blocks.some((block) => block.includes('Other sentence 3'))).toBe(true)
    expect(blocks.length).toBeLessThan(5)
  })

  it('keeps the slide that is shown', async () => {
    await page.click('.tabs [data-output=slides]')
    const deck = await frameOf('slides')
    await deck.waitForFunction(() => 'Reveal' in globalThis && document.querySelector('.present'))
    await deck.evaluate(() => {
      const {Reveal} = globalThis as unknown as {Reveal: {slide(index: number): void}}
      Reveal.slide(4)
    })
    const shown = () => deck.evaluate(() => document.querySelector('section.present')?.id)
    const before = await shown()
    await afterwards(
      () => save('content/small.md', edited('Sentence 2 of', 'Yet another sentence 2 of')),
      isMade('slides', true)
    )
    await deck.waitForFunction(() => document.body.textContent?.includes('Yet another'))
    expect(await shown()).toBe(before)
    expect(before).toBeTruthy()
    await page.click('.tabs [data-output=web]')
  })

  it.each([
    ['an include', 'content/_part.md', 'Another included line.\n', 'web'],
    ['a template', 'templates/part/review.hbs', undefined, 'web'],
    ['a style', 'styles/tokens.css', ':root { --measure: 30em }\n', 'web'],
    ['the configuration', 'lectern.yaml', 'paper: letter\n', 'report']
  ])('sees a change of %s', async (_, name, text, output) => {
    await running.rest()
    mkdirSync(join(path(name), '..'), {recursive: true})
    const own = text ?? `${readFileSync(join(root, name), 'utf8')}<p>From a template</p>\n`
    const {changed} = await afterwards(() => save(name, own), isMade(output, true))
    expect(changed).toBe(true)
    if (name.startsWith('content')) return
    await afterwards(() => rmSync(path(name)), isMade(output, true))
  })

  it('keeps the last good page where a file is broken, and goes on when it is mended', async () => {
    await running.rest()
    const broken = await afterwards(
      () => save('content/small.md', review.replace('title: A small review', 'title: [')),
      ({event, data}) => event === 'state' && data.condition === 'broken'
    )
    expect(broken.findings[0]).toMatchObject({file: 'content/small.md', severity: 'error'})
    expect(await (await running.get('page?output=web')).text()).toContain('A small review')
    await page.waitForSelector('.severity.error')
    const latin = Buffer.concat([Buffer.from(review), Buffer.from([0xe9, 0x0a])])
    await afterwards(
      () => writeFileSync(path('content/small.md'), latin),
      ({event, data}) => event === 'state' && data.findings[0]?.rule === 'not-utf8'
    )
    const mended = await afterwards(
      () => save('content/small.md', edited('Sentence 4 of', 'Mended sentence 4 of')),
      ({event, data}) => event === 'state' && data.condition === 'shown'
    )
    expect(mended.findings.filter(({severity}: {severity: string}) => severity === 'error')).toEqual([])
    await running.until(isMade('web', true))
    expect(await (await running.get('page?output=web')).text()).toContain('Mended sentence 4')
  })

  it('names a template that cannot be read, and goes on when it is mended', async () => {
    await running.rest()
    const {reason} = await afterwards(
      () => save('templates/part/review.hbs', '<p>\n{{#if title}}'),
      ({event, data}) => event === 'state' && data.condition === 'broken'
    )
    expect(reason).toBe(
      'Unexpected template `templates/part/review.hbs`, expected Handlebars that can be filled: line 2, near `<p>{{#if title}}`'
    )
    await page.waitForFunction(
      (said) => document.querySelector('.panel .about')?.textContent === said,
      {},
      reason
    )
    expect(await page.$eval('.counts', ({textContent}) => textContent)).not.toBe('Nothing to mend')
    const {changed} = await afterwards(() => rmSync(path('templates/part/review.hbs')), isMade('web'))
    expect(changed).toBe(false)
  })

  it('sees each of many saves, the last of a row at once', async () => {
    for (let index = 0; index < 6; index++)
      await afterwards(
        () => saveByRename('content/small.md', edited('Sentence 5 of', `Sentence 5.${index} of`)),
        isMade('web', true)
      )
    for (let index = 0; index < 20; index++)
      save('content/small.md', edited('Sentence 6 of', `Sixth ${index} of`))
    await expect
      .poll(async () => await (await running.get('page?output=web')).text(), {timeout: 20_000})
      .toContain('Sixth 19 of')
  })

  it('takes in a new review', async () => {
    const {reviews} = await afterwards(
      () => save('content/other.md', '# Another\n\nText.\n'),
      ({event, data}) => event === 'state' && data.reviews.length === 2
    )
    expect(reviews.map(({name}: {name: string}) => name)).toEqual(['other', 'small'])
  })
})

describe('a preview’s door', () => {
  it.each([
    ['another name', {host: 'evil.example'}, 421],
    ['another site', {origin: 'https://evil.example'}, 403],
    ['no site at all', {origin: 'null'}, 403],
    ['a request from another site', {'sec-fetch-site': 'cross-site'}, 403],
    ['itself', {'sec-fetch-site': 'same-origin'}, 200]
  ])('answers %s', async (_, headers, status) => {
    expect(await statusOf(new URL(running.address).pathname, headers)).toBe(status)
  })

  it.each([
    [80, 'localhost', 'http://localhost', undefined],
    [80, '127.0.0.1', undefined, undefined],
    [80, 'evil.example', undefined, 421],
    [80, '127.0.0.1', 'http://evil.example', 403],
    [4000, '127.0.0.1', undefined, 421],
    [4000, '127.0.0.1:4000', 'http://127.0.0.1', 403]
  ])('at port %i takes %s, asked from %s, for %s', (port, host, origin, status) => {
    const headers = {host, ...(origin ? {origin} : {})}
    expect(refusalOf({method: 'GET', headers}, port)).toBe(status)
  })

  it.each([
    '/',
    '/wrong-secret/',
    '/../../etc/passwd',
    '{own}../../../../etc/passwd',
    '{own}..%2f..%2fetc%2fpasswd',
    '{own}content/small.md',
    '{own}page?review=../../etc/passwd&output=web',
    '{own}page?review=small&output=__proto__',
    '{own}pdf?output=web'
  ])('has nothing at %s', async (address) => {
    expect(await statusOf(address.replace('{own}', new URL(running.address).pathname))).toBe(404)
  })

  it('lets nobody write, and says what its pages may do', async () => {
    expect((await running.get('', {method: 'POST'})).status).toBe(405)
    const own = await running.get('')
    expect(own.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(own.headers.get('access-control-allow-origin')).toBeNull()
    expect(own.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const deck = await running.get('page?output=slides')
    expect(deck.headers.get('content-security-policy')).toContain('sandbox allow-scripts')
    expect(deck.headers.get('content-security-policy')).not.toContain('allow-same-origin')
  })
})

describe('the command', () => {
  it('says in a sentence what it cannot do', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const {port} = taken.address() as {port: number}
    const run = (...args: string[]) => {
      const {status, stderr} = spawnSync(
        process.execPath,
        [join(root, 'dist/cli.js'), 'preview', '--project', project, '--no-open', ...args],
        {encoding: 'utf8', env: {...process.env, LECTERN_CACHE: browserCache}}
      )
      return [status, stderr]
    }
    expect(run('--port', String(port))).toEqual([3, expect.stringContaining('in use')])
    expect(run('nobody')).toEqual([2, expect.stringContaining('Unexpected review `nobody`')])
    taken.close()
  })

  it('ends with all that it started', async () => {
    const own = () =>
      execFileSync('ps', ['-eo', 'pid,ppid,args'], {encoding: 'utf8'})
        .split('\n')
        .filter((line) => line.includes(`profile-${running.child.pid}-`))
    expect(own()).not.toEqual([])
    const ended = running.stop()
    // As npx passes on what the terminal told both.
    await new Promise((resolve) => setTimeout(resolve, 20))
    running.child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(own()).toEqual([])
    expect(
      readdirSync(browserCache).filter((name) => name.startsWith(`profile-${running.child.pid}-`))
    ).toEqual([])
  })
})

async function frameOf(output: string): Promise<Frame> {
  const element = await page.waitForSelector(`.pane[data-output=${output}]:not([data-waits]) iframe`)
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('Unexpected lack of a frame')
  return frame
}

/** The status of an answer to a request that says exactly this: no client mends its path or headers. */
function statusOf(
  address: string,
  headers: Readonly<Record<string, string>> = {}
): Promise<number | undefined> {
  const {hostname, port} = new URL(running.address)
  return new Promise((resolve, reject) => {
    request({hostname, port, path: address, headers}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
