import {randomUUID} from 'node:crypto'
import {access, constants} from 'node:fs/promises'
import {join} from 'node:path'
import {UserError} from '../model/user-error.js'
import {Browser} from '../press/browser.js'
import {embeddedChromium} from '../press/embedded-chromium.js'
import type {BuildOptions} from './options.js'

/**
 * The browser of a build: the one named, else on Linux x64 the one that came with Lectern, else the one that
 * puppeteer pins, fetched once. It keeps its sandbox wherever the machine lets it.
 */
export async function openBrowser({
  browser,
  cache,
  tell
}: Pick<BuildOptions, 'browser' | 'cache' | 'tell'>): Promise<Browser> {
  if (browser && !(await isProgram(browser)))
    throw new UserError(
      `Unexpected browser \`${browser}\`, expected the file of a Chromium or Chrome that can be run`,
      3
    )
  const embedded = process.platform === 'linux' && process.arch === 'x64'
  const files = browser
    ? {executable: browser, environment: definedOnly(process.env)}
    : embedded
      ? await embeddedChromium(cache, tell.say)
      : {executable: await fetched(cache, tell.say), environment: definedOnly(process.env)}
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

/** What fetches a browser is loaded only where none comes with Lectern. */
async function fetched(cache: string, say: (line: string) => void): Promise<string> {
  const {pinnedChrome} = await import('../press/pinned-chrome.js')
  return await pinnedChrome(cache, say)
}
