import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {Browser} from '../src/press/browser.js'
import {embeddedChromium} from '../src/press/embedded-chromium.js'
import {openPdf} from './pdf.js'
import {browserCache} from './project.js'

const silent = () => undefined
const cache = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
afterAll(() => rmSync(cache, {recursive: true, force: true}))

describe('the browser', () => {
  it('is unpacked again when part of it is gone, and leaves nothing half done', async () => {
    const {executable} = await embeddedChromium(browserCache, silent)
    const whole = join(executable, '..')
    const copy = join(cache, whole.split('/').at(-1) ?? '')
    cpSync(whole, copy, {recursive: true})
    rmSync(join(copy, 'fonts'), {recursive: true})
    writeFileSync(join(cache, 'chromium-0.4194304-left'), '')
    const said: string[] = []
    await embeddedChromium(cache, (line) => said.push(line))
    expect(said).toEqual([`Unpacking the browser into ${copy}, once`])
    await embeddedChromium(cache, (line) => said.push(line))
    expect(said).toHaveLength(1)
    expect(readdirSync(cache)).toEqual([copy.split('/').at(-1)])
    expect(existsSync(join(copy, 'fonts/Open_Sans/OpenSans-Regular.ttf'))).toBe(true)
  })

  it('is unpacked whole by two builds that start at once', async () => {
    const fresh = join(cache, 'fresh')
    const both = await Promise.all([embeddedChromium(fresh, silent), embeddedChromium(fresh, silent)])
    expect(new Set(both.map(({executable}) => executable)).size).toBe(1)
    expect(readdirSync(fresh)).toHaveLength(1)
    rmSync(fresh, {recursive: true})
  })

  it('runs no script of a page, loads nothing, and keeps nothing behind', async () => {
    const profile = join(cache, `profile-${process.pid}-test`)
    const browser = await Browser.open({
      ...(await embeddedChromium(browserCache, silent)),
      profile,
      sandbox: process.getuid?.() !== 0
    })
    const html = `<title>t</title><p>Before</p><script>document.body.append('scripted')</script>
      <img src="http://127.0.0.1:9/x.png" alt="pictured"><iframe src="file:///etc/hostname"></iframe><p>After</p>`
    const {pages} = await openPdf(await browser.print(html))
    await browser.close()
    const text = pages.map((page) => page.text).join(' ')
    expect(text).toContain('Before')
    expect(text).toContain('After')
    expect(text).not.toContain('scripted')
    expect(pages).toHaveLength(1)
    expect(existsSync(profile)).toBe(false)
  })
})
