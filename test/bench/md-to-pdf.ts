import {execFile} from 'node:child_process'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {BrowserFiles} from '../../src/press/embedded-chromium.js'
import type {Step} from './measure.js'

const version = '5.2.5'

/** md-to-pdf of a Markdown file by the same browser; why not, where npm cannot install it. */
export async function mdToPdf(
  {executable, environment}: BrowserFiles,
  markdown: string,
  folder: string
): Promise<Step | {readonly reason: string}> {
  const program = join(folder, 'node_modules/md-to-pdf/dist/cli.js')
  if (!existsSync(program)) {
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `md-to-pdf@${version}`]
    const env = {...process.env, PUPPETEER_SKIP_DOWNLOAD: '1'}
    try {
      await promisify(execFile)('npm', args, {cwd: folder, env, timeout: 300_000})
    } catch (error) {
      const said =
        error instanceof Error ? error.message.split('\n').find((line) => /ERR|error/i.test(line)) : ''
      return {reason: `npm could not install it (${said?.slice(0, 100) || 'no answer'})`}
    }
  }
  const launch = {executablePath: executable, args: ['--no-sandbox'], env: {...environment}}
  return {
    file: process.execPath,
    args: [program, '--launch-options', JSON.stringify(launch), markdown],
    folder
  }
}
