import puppeteer, {type Browser} from 'puppeteer-core'
import {embeddedChromium} from '../src/press/embedded-chromium.js'
import {browserCache} from './project.js'

/** A browser as a reader has one: scripts on, and every address asked for remembered. */
export async function openBrowser(): Promise<Browser> {
  const {executable, environment} = await embeddedChromium(browserCache, () => undefined)
  return await puppeteer.launch({
    executablePath: executable,
    env: environment,
    pipe: true,
    ignoreDefaultArgs: true,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
      'about:blank'
    ]
  })
}
