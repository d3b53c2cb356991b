import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import type {BrowserFiles} from '../../src/press/embedded-chromium.js'
import {type Ask, talk} from './browser-pipe.js'
import type {Step} from './measure.js'

/**
 * The print of a page by the headless browser alone, without anything of ours. The embedded browser is built without
 * `--print-to-pdf`, so it is asked through its pipe, by the process that measures, for what that option does.
 */
export function barePrint({executable, environment}: BrowserFiles, html: string, folder: string): Step {
  return {
    file: executable,
    args: ['--headless', '--no-sandbox', '--remote-debugging-pipe', 'about:blank'],
    folder,
    environment,
    drive: (child) => talk(child, (ask) => print(ask, html))
  }
}

async function print(ask: Ask, html: string): Promise<void> {
  const {targetInfos} = await ask<{targetInfos: {type: string; targetId: string}[]}>('Target.getTargets')
  const {targetId} = targetInfos.find(({type}) => type === 'page') ?? {}
  const {sessionId} = await ask<{sessionId: string}>('Target.attachToTarget', {targetId, flatten: true})
  await ask('Page.enable', {}, sessionId)
  const loaded = ask.event('Page.loadEventFired')
  await ask('Page.navigate', {url: pathToFileURL(html).href}, sessionId)
  await loaded
  const options = {preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true}
  const {data} = await ask<{data: string}>('Page.printToPDF', options, sessionId)
  writeFileSync(pdfOf(html), Buffer.from(data, 'base64'))
}

/** The PDF that a page is printed to, beside it. */
export function pdfOf(html: string): string {
  return html.replace(/\.html$/, '.pdf')
}

/** Pages and bytes of PDFs as Chromium writes them, together. */
export function madeOf(pdfs: readonly string[]): {pages: number; bytes: number} {
  const pages = pdfs.map((pdf) => {
    const counts = readFileSync(pdf, 'latin1').matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)
    return Math.max(0, ...[...counts].map(([, count]) => Number(count)))
  })
  return {
    pages: pages.reduce((sum, count) => sum + count, 0),
    bytes: pdfs.reduce((sum, pdf) => sum + statSync(pdf).size, 0)
  }
}
