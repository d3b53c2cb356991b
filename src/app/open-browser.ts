import {randomUUID} from 'node:crypto'
import {access, constants} from 'node:fs/promises'
import {join} from 'node:path'
import {UserError} from '../model/user-error.js'
import {Browser} from '../press/browser.js'
import {type BrowserFiles, embeddedChromium} from '../press/embedded-chromium.js'
import {sweep} from '../press/sweep.js'
import type {BuildOptions} from './options.js'

/** What names a browser, and who is told what is worth a line of it. */
export type BrowserChoice = Pick<BuildOptions, 'browser' | 'cache' | 'tell'>

/** Starts a browser, of files that are known already or are found now. It keeps its sandbox wherever the machine lets it. */
export async function openBrowser(choice: BrowserChoice, known?: BrowserFiles): Promise<Browser> {
  const files = known ?? (await browserFiles(choice))
  const {cache, tell} = choice
  const profile = join(cache, `profile-${process.pid}-${randomUUID()}`)
  if (process.getuid?.() === 0) return Browser.open({...files, profile, sandbox: false})
  try {
    return await Browser.open({...files, profile, sandbox: true})
  } catch (error) {
    const opened = await Browser.open({...files, profile, sandbox: false}).catch(() => undefined)
    if (!opened) throw error
    tell.say(
      'The browser runs without its sandbox: this machine does not let it make one (user namespaces are off)'
    )
    return opened
  }
}

/**
 * The browser of a build: the one named, else on Linux x64 the one that came with Lectern, else the one that
 * puppeteer pins, fetched once.
 */
export async function browserFiles({browser, cache, tell}: BrowserChoice): Promise<BrowserFiles> {
  if (browser && !(await isProgram(browser)))
    throw new UserError(
      `Unexpected browser \`${browser}\`, expected the file of a Chromium or Chrome that can be run`,
      3
    )
  await sweep(cache)
  if (browser) return {executable: browser, environment: definedOnly(process.env)}
  if (process.platform === 'linux' && process.arch === 'x64') return await embeddedChromium(cache, tell.say)
  const {pinnedChrome} = await import('../press/pinned-chrome.js')
  return {executable: await pinnedChrome(cache, tell.say), environment: definedOnly(process.env)}
}

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false
  )
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
}
