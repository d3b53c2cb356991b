import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from '../../src/app/build.js'
import type {OutputName} from '../../src/model/matter.js'
import {Browser} from '../../src/press/browser.js'
import {forget} from './project.js'

/** The outputs that are printed. */
export const printed: readonly OutputName[] = ['report', 'briefing', 'slides-pdf', 'handout']

/**
 * The final HTML of outputs, as the browser prints it, each in a file: what the last print with tags was handed, by a
 * build in this process.
 */
export async function handedOut(
  project: string,
  outputs: readonly OutputName[],
  {cache, folder}: {readonly cache: string; readonly folder: string}
): Promise<string[]> {
  mkdirSync(folder, {recursive: true})
  const files: string[] = []
  for (const output of outputs) {
    const html = await lastPrint(() => makeOne(project, output, cache, join(folder, 'out')))
    const file = join(folder, `${output}.html`)
    writeFileSync(file, html)
    files.push(file)
  }
  return files
}

async function makeOne(project: string, output: OutputName, cache: string, out: string): Promise<void> {
  const reasons: string[] = []
  const tell = {
    finding: () => undefined,
    built: () => undefined,
    say: () => undefined,
    failed: (_: string, reason: string) => reasons.push(reason)
  }
  forget(project)
  await build({project, out, reviews: [], cache, only: [output], concurrency: 1, tell})
  if (reasons.length > 0) throw new Error(`Unexpected failure to build \`${project}\`: ${reasons.join('; ')}`)
}

async function lastPrint(make: () => Promise<void>): Promise<string> {
  const print = Browser.prototype.print
  let last: string | undefined
  Browser.prototype.print = function (html, trial) {
    if (!trial) last = html
    return print.call(this, html, trial)
  }
  try {
    await make()
  } finally {
    Browser.prototype.print = print
  }
  if (last === undefined) throw new Error('Unexpected build without a print, expected one')
  return last
}
