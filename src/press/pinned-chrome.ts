import {Browser, detectBrowserPlatform, install} from '@puppeteer/browsers'
import {UserError} from '../model/user-error.js'

/** The build that puppeteer pins: `chrome-headless-shell` in its `revisions.js`. */
const build = '148.0.7778.97'

/** The headless shell that puppeteer pins, fetched below `cache` the first time, for machines without an embedded one. */
export async function pinnedChrome(cache: string, say: (line: string) => void): Promise<string> {
  const platform = detectBrowserPlatform()
  if (!platform)
    throw new UserError(
      'Unexpected kind of machine, expected Linux, macOS or Windows, or `--browser FILE`',
      3
    )
  let told = 0
  try {
    const installed = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: build,
      platform,
      cacheDir: cache,
      downloadProgressCallback(done, total) {
        const tenth = Math.floor((done / total) * 10)
        if (tenth === told) return
        told = tenth
        say(`Fetching the browser, once: ${tenth * 10} %`)
      }
    })
    return installed.executablePath
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(
      `Unexpected failure to fetch the browser ${build}, expected a network or \`--browser FILE\`: ${reason}`,
      3
    )
  }
}
