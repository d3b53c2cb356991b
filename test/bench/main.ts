import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {packageRoot} from '../../src/app/project.js'
import {embeddedChromium} from '../../src/press/embedded-chromium.js'
import type {Stage} from './case.js'
import {chosen} from './cases.js'
import {readOptions} from './options.js'
import {browserCache, readSource} from './project.js'
import {runCase} from './run-case.js'
import {type Claim, claimsTable, costsTable, type Measured} from './table.js'
import {machine, writeInto} from './write.js'

const options = readOptions(process.argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
const tidy = () => rmSync(folder, {recursive: true, force: true, maxRetries: 3})
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
process.once('exit', tidy)

const say = (line: string) => console.error(line)
const help = helpOf('build')
const stage: Stage = {
  folder,
  browser: await embeddedChromium(browserCache, say),
  source: readSource(),
  unverified: help.includes('--no-verify') ? ['--no-verify'] : [],
  hasPreview: helpOf('').includes('preview')
}
const claims: Claim[] = []
const measured: Measured[] = []
const tables: string[] = []
for (const each of chosen(options)) {
  const result = await runCase(each, stage, options, say)
  claims.push(...result.claims)
  measured.push(...result.measured)
  tables.push(...result.tables)
}
const text = [
  machine(options),
  ...(claims.length > 0 ? [claimsTable(claims)] : []),
  ...(measured.length > 0 ? [costsTable(measured)] : []),
  ...tables
].join('\n\n')
console.log(text)
if (options.write) writeInto(join(packageRoot, 'docs/performance.md'), text)

function helpOf(command: string): string {
  const args = [join(packageRoot, 'dist/cli.js'), ...(command ? [command] : []), '--help']
  return execFileSync(process.execPath, args, {encoding: 'utf8'})
}
