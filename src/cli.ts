#!/usr/bin/env node
import {availableParallelism, homedir, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {formatFinding} from './app/format-finding.js'
import {formatFit} from './app/format-fit.js'
import {outputOf} from './app/outputs.js'
import {findProject} from './app/project.js'
import {version} from './app/version.js'
import {addCheck} from './cli/check.js'
import {examples} from './cli/examples.js'
import {addRefresh} from './cli/refresh.js'
import {toLines} from './cli/to-lines.js'
import {type OutputName, outputNames, type Paper, papers} from './model/outputs.js'
import {UserError} from './model/user-error.js'

interface Flags {
  readonly only?: OutputName[]
  readonly paper?: Paper
  readonly out?: string
  readonly project?: string
  readonly browser?: string
  readonly strict?: boolean
  readonly force?: boolean
  readonly concurrency?: number
}

const program = new Command('lectern')
  .description(
    'Prints a living medical evidence review: a report, a briefing, a deck and a handout from one Markdown file.'
  )
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .configureHelp({showGlobalOptions: true})
  .exitOverride()
  .addHelpText(
    'after',
    examples([
      'lectern build',
      'lectern build als-review --only report,briefing',
      'lectern build --paper letter --out print',
      'lectern check'
    ])
  )

program
  .command('build')
  .description('print every review of the project, or those named, into out/<review>/')
  .argument('[review...]', 'names (`als-review`, `fr/sla`) or files (`content/als-review.md`)')
  .addOption(
    new Option('--only <outputs>', `of ${outputNames.join(', ')}, with commas between`).argParser(readOutputs)
  )
  .addOption(new Option('--paper <size>', 'the sheet; A4 unless the review says otherwise').choices(papers))
  .option('--out <folder>', 'where to publish; `out` in the project unless named')
  .option(
    '--project <folder>',
    'the folder that holds `content`; found around the working directory unless named'
  )
  .option('--browser <file>', 'a Chromium or Chrome to print with, in place of the pinned one')
  .option('--strict', 'end with 1 where there is a warning')
  .option('--force', 'build anew what did not change since it was built')
  .option('--concurrency <number>', 'how many reviews are made at once', readCount)
  .addHelpText(
    'after',
    examples([
      'lectern build',
      'lectern build als-review',
      'lectern build --only report --paper letter',
      'lectern build --strict    # in CI'
    ]) +
      '\nFindings go to standard error as file:line:col  severity  message  rule-id.\n' +
      'Exit code: 0 all made; 1 something was not, or a warning under --strict; 2 wrong usage; 3 the machine failed.\n'
  )
  .action(runBuild)

addCheck(program)
addRefresh(program)

async function runBuild(reviews: string[], flags: Flags): Promise<void> {
  const project = await findProject(process.cwd(), flags.project)
  const out = flags.out === undefined ? join(project, 'out') : resolve(flags.out)
  // What prints is loaded only when something is printed.
  const {build} = await import('./app/build.js')
  const result = await build({
    project,
    out,
    reviews,
    cache: cacheFolder(),
    force: flags.force ?? false,
    concurrency: flags.concurrency ?? availableParallelism(),
    ...(flags.only ? {only: flags.only} : {}),
    ...(flags.paper ? {paper: flags.paper} : {}),
    ...(flags.browser ? {browser: resolve(flags.browser)} : {}),
    tell: {
      finding: (finding) => console.error(formatFinding(finding)),
      say: (line) => console.error(line),
      failed: (review, reason) => console.error(`${review}: not built, ${reason}; what was published stays`),
      built(review, artifacts, isUnchanged) {
        if (isUnchanged) {
          console.log(`${join(out, review)}: ${artifacts.length} files, as they were`)
          return
        }
        for (const {file, of, fit} of toLines(artifacts))
          console.log(`${join(out, review, file)}${of}${fit ? formatFit(fit) : ''}`)
      }
    }
  })
  if (result.failed.length > 0 || (flags.strict && result.warnings > 0)) process.exitCode = 1
}

function readOutputs(value: string): OutputName[] {
  return value.split(',').map((name) => {
    const output = outputOf(name.trim()) ?? outputNames.find((each) => each === name.trim())
    if (!output) throw new InvalidArgumentError(`Expected some of ${outputNames.join(', ')}.`)
    return output
  })
}

function readCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Expected a number from 1.')
  return count
}

/** Where the browser is unpacked: the user’s own cache. */
function cacheFolder(): string {
  const {LECTERN_CACHE: own, XDG_CACHE_HOME: shared} = process.env
  if (own) return resolve(own)
  const home = homedir()
  return shared
    ? join(shared, 'lectern')
    : home && home !== '/'
      ? join(home, '.cache', 'lectern')
      : join(tmpdir(), `lectern-${process.getuid?.() ?? 0}`)
}

// The browser ends with us: its pipe closes. What was staged is mended by the next build.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129]
] as const)
  process.once(signal, () => process.exit(code))

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UserError) {
    console.error(`lectern: ${error.message}`)
    process.exitCode = error.exitCode
  } else {
    console.error(error)
    process.exitCode = 1
  }
})
