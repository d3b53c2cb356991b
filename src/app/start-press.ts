import {type OpenPress, openPress} from '../press/press.js'
import {type BrowserChoice, browserFiles, openBrowser} from './open-browser.js'
import {awaited} from './trace.js'
import {tracedPress} from './traced-press.js'

/**
 * A press for a build. Where something will be printed its browser starts before anything else is done, so that it is
 * there when the first page is.
 */
export async function startPress(
  choice: BrowserChoice,
  {startsNow}: {readonly startsNow: boolean}
): Promise<OpenPress> {
  let files: ReturnType<typeof browserFiles> | undefined
  const found = () => {
    files ??= browserFiles(choice)
    return files
  }
  const open = async () => await openBrowser(choice, await found())
  const press = tracedPress(openPress(() => awaited('browser opens', open)))
  if (startsNow) {
    // Once its files are known it is started at once: what is loaded next holds the thread. Whoever asks hears why not.
    await found().catch(() => undefined)
    press.warmUp()
  }
  return press
}
