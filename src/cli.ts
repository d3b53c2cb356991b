#!/usr/bin/env node
import {availableParallelism} from 'node:os'
import {join, resolve} from 'node:path'
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {build} from './app/build.js'
import {formatFinding} from './app/format-finding.js'
import {formatFit} from './app/format-fit.js'
import {outputOf} from './app/outputs.js'
import {findProject} from './app/project.js'
import {startTrace} from './app/trace.js'
import {version} from './app/version.js'
import {writeTrace} from './app/write-trace.js'
import {cacheFolder} from './cli/cache-folder.js'
import {addCheck} from './cli/check.js'
import {compileLater} from './cli/compile-later.js'
import {examples} from './cli/examples.js'
import {addPreview} from './cli/preview.js'
import {progressLine} from './cli/progress-line.js'
import {addRefresh} from './cli/refresh.js'
import {toLines} from './cli/to-lines.js'
import {toSummary} from './cli/to-summary.js'
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
  readonly trace?: string
}

compileLater()
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
  .option('--no-verify', 'do not judge what was made; a build does not yet, so that this changes nothing')
  .option('--trace <file>', 'write where the time goes, for chrome://tracing or Perfetto')
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
addPreview(program, cacheFolder)
addRefresh(program)

async function runBuild(reviews: string[], flags: Flags): Promise<void> {
  const project = await findProject(process.cwd(), flags.project)
  const out = flags.out === undefined ? join(project, 'out') : resolve(flags.out)
  const progress = progressLine()
  if (flags.trace !== undefined) startTrace()
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
      finding: (finding) => progress.say(formatFinding(finding)),
      say: (line) => progress.say(line),
      failed: (review, reason) => progress.say(`${review}: not built, ${reason}; what was published stays`),
      progress: progress.show,
      built(review, artifacts) {
        progress.clear()
        for (const {file, of, fit} of toLines(artifacts))
          console.log(`${join(out, review, file)}${of}${fit ? formatFit(fit) : ''}`)
      }
    }
  })
  progress.clear()
  for (const line of toSummary(result)) console.error(line)
  if (flags.trace !== undefined) await writeTrace(resolve(flags.trace))
  if (result.failed.length > 0 || (flags.strict && result.warnings > 0)) process.exitCode = 1
}

function readOutputs(value: string): OutputName[] {
  const outputs = value.split(',').map((name) => {
    const output = outputOf(name.trim()) ?? outputNames.find((each) => each === name.trim())
    if (!output) throw new InvalidArgumentError(`Expected some of ${outputNames.join(', ')}.`)
    return output
  })
  return [...new Set(outputs)]
}

function readCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Expected a number from 1.')
  return count
}

// The browser ends with us: its pipe closes. What was staged is mended by the next build.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129]
] as const)
  process.once(signal, () => process.exit(code))

// Who reads no further, as `head` does, does not keep the rest from being made. Neither does a full disk; but what was
// to be read there is not there.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({code}: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    process.exitCode = 3
    if (stream === process.stdout)
      console.error(`lectern: Unexpected failure to write to standard output: ${code}`)
  })

program.parseAsync().catch(tell).finally(end)

function tell(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UserError) {
    console.error(`lectern: ${error.message}`)
    process.exitCode = error.exitCode
  } else {
    console.error(error)
    process.exitCode = 1
  }
}

/** Ends once all is said, or could not be. Left alone, Node would first compile to its end what it began to in the background. */
function end(): void {
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())))
}
