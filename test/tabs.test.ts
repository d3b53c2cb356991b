import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Browser} from '../src/press/browser.js'
import {type BrowserFiles, embeddedChromium} from '../src/press/embedded-chromium.js'
import {openPress} from '../src/press/press.js'
import {openPdf} from './pdf.js'
import {browserCache} from './project.js'

const folder = mkdtempSync(join(tmpdir(), 'lectern-tabs-'))
const size = {width: 1280, height: 720}
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end('reached')
})
let files: BrowserFiles
let browser: Browser
let address: string

const profile = join(folder, 'profile')

beforeAll(async () => {
  files = await embeddedChromium(browserCache, () => undefined)
  browser = await openOne()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, {recursive: true, force: true})
})

describe('a tab', () => {
  it('keeps nothing of a page for the next, be it its size, its medium or what is in it', async () => {
    const before = await textsOf('<title>t</title><style>@page {size: 300px 200px}</style><p>After</p>')
    const wide = await browser.measure(page('<p>One</p>'), {width: 3000, height: 20}, measured)
    await browser.draw(page('<i data-photograph="0">x</i>'), size, measured)
    const after = await textsOf('<title>t</title><style>@page {size: 300px 200px}</style><p>After</p>')
    expect(wide).toEqual({text: 'One', width: 3000, print: true, quirks: 'CSS1Compat'})
    expect(after).toEqual(before)
    expect(after).toEqual([{text: 'After', width: 224.87999}])
  })

  it('lets a page ask for nothing but what is in it, nor a frame of it, nor a frame of that', async () => {
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'secret')
    const inner = (url: string) => `<img src="${url}/i.png"><iframe src="${url}/f"></iframe>`
    for (const url of [address, `file://${secret}`]) {
      const framed = inner(url).replaceAll('"', "'")
      const [sheet] = await textsOf(
        page(`<link rel="stylesheet" href="${url}/s.css"><link rel="preconnect" href="${url}">
          <meta http-equiv="refresh" content="0;url=${url}/refreshed">
          <style>@font-face {font-family: f; src: url(${url}/f.woff)} p {font-family: f; background: url(${url}/b)}</style>
          ${inner(url)}<iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}">
          <iframe srcdoc="${framed}"></iframe><iframe sandbox srcdoc="${framed}"></iframe>
          <iframe src="data:text/html,${framed}"></iframe><iframe sandbox src="data:text/html,${framed}"></iframe>
          <img alt="within" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="9"><p>Whole</p>`)
      )
      expect(sheet?.text).toContain('Whole')
      expect(sheet?.text).not.toMatch(/secret|reached/)
    }
    expect(asked).toEqual([])
  })

  it('holds no more of a very long page than of a short one', async () => {
    const alone = join(folder, 'alone')
    const one = await openOne(alone)
    await one.measure(page(`<p>${'long '.repeat(250_000)}</p>`), size, measured)
    expect(await one.measure(page('<p>Short</p>'), size, measured)).toMatchObject({text: 'Short'})
    await expect
      .poll(() =>
        renderers(alone)
          .map(memoryOf)
          .filter((bytes) => bytes > 40e6)
      )
      .toEqual([])
    await one.close()
  })

  it('tells what goes wrong in a page', async () => {
    const failing = browser.measure(page(''), size, () => {
      throw new Error('Unexpected page')
    })
    await expect(failing).rejects.toThrow('Unexpected page')
  })
})

describe('a press', () => {
  it('goes on with another browser where one ends, and asks it once more what it had asked', async () => {
    let count = 0
    const press = openPress(async () => {
      if (count++ > 0) browser = await openOne()
      return browser
    })
    const endless = press.measure(page('<p>Endless</p>'), size, () => {
      for (;;);
    })
    endless.catch(() => undefined)
    expect(await press.measure(page('<p>Beside</p>'), size, measured)).toMatchObject({text: 'Beside'})
    kill()
    expect(await press.measure(page('<p>Next</p>'), size, measured)).toMatchObject({text: 'Next'})
    expect(count).toBe(2)
    kill()
    await expect(endless).rejects.toThrow('it ended with SIGKILL')
    expect(count).toBe(2)
    await press.close()
    browser = await openOne()
  })

  it('goes on where the process behind a page ends, be it at work or idle', async () => {
    const alone = join(folder, 'alone')
    const press = openPress(() => openOne(alone))
    const slow = () =>
      press.measure(page('<p>Slow</p>'), size, () => {
        const end = performance.now() + 1000
        while (performance.now() < end);
        return 'told'
      })
    for (const isIdle of [false, true, false]) {
      const before = slow()
      if (isIdle) await before
      else await new Promise((resolve) => setTimeout(resolve, 500))
      const behind = renderers(alone)
      for (const pid of behind) process.kill(pid, 'SIGKILL')
      expect([behind.length > 0, await before, await slow()]).toEqual([true, 'told', 'told'])
    }
    await press.close()
  })

  it('asks no browser that ended while nothing was asked', async () => {
    let count = 0
    const press = openPress(async () => {
      if (count++ > 0) browser = await openOne()
      return browser
    })
    expect(await press.measure(page('<p>Before</p>'), size, measured)).toMatchObject({text: 'Before'})
    kill()
    await expect.poll(() => browser.isGone).toBe(true)
    expect(await press.measure(page('<p>After</p>'), size, measured)).toMatchObject({text: 'After'})
    await press.close()
    browser = await openOne()
  })
})

it('a program that is no browser is told by what it says', async () => {
  const told = Browser.open({executable: '/bin/false', environment: {}, profile, sandbox: true})
  await expect(told).rejects.toThrow('Unexpected failure to start the browser `/bin/false`: it ended with 1')
  const none = Browser.open({executable: join(folder, 'none'), environment: {}, profile, sandbox: true})
  await expect(none).rejects.toThrow('ENOENT')
})

async function openOne(own = profile): Promise<Browser> {
  return await Browser.open({...files, profile: own, sandbox: process.getuid?.() !== 0})
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><title>t</title><body>${body}`
}

// Runs in the page.
function measured() {
  const {document, matchMedia, innerWidth} = globalThis as unknown as {
    document: {compatMode: string; body: {innerText: string}}
    matchMedia(query: string): {matches: boolean}
    innerWidth: number
  }
  return {
    text: document.body.innerText,
    width: innerWidth,
    print: matchMedia('print').matches,
    quirks: document.compatMode
  }
}

async function textsOf(html: string): Promise<{text: string; width: number}[]> {
  const {pages} = await openPdf(await browser.print(html))
  return pages.map(({text, width}) => ({text, width}))
}

function kill(): void {
  for (const pid of own(profile)) process.kill(pid, 'SIGKILL')
}

/** The processes behind the tabs of the browser with a folder. */
function renderers(profile: string): number[] {
  const [root = 0] = own(profile)
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parentOf(pid)))
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => flagsOf(pid).includes('--type=renderer') && isOurs(pid))
}

/** What a process holds that no other does. */
function memoryOf(pid: number): number {
  return 1024 * Number(/^Private_Dirty: +(\d+)/m.exec(told(pid, 'smaps_rollup'))?.[1] ?? 0)
}

function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(told(pid, 'stat'))?.[1] ?? 0)
}

/** The processes of a browser that have its folder. */
function own(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => flagsOf(pid).startsWith(`${files.executable}\0--user-data-dir=${profile}\0`))
}

function flagsOf(pid: number): string {
  return told(pid, 'cmdline')
}

/** What the kernel tells of a process, if it is there. */
function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}
