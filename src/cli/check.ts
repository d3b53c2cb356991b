import {relative, resolve, sep} from 'node:path'
import {type Command, Option} from 'commander'
import {type Format, formats} from '../app/check/report-check.js'
import {toldCheck} from '../app/check/told-check.js'
import {findProject} from '../app/project.js'
import {examples} from './examples.js'

interface CheckFlags {
  readonly format: Format
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly waived?: boolean
  readonly strict?: boolean
  readonly project?: string
}

/** `lectern check`: findings without printing. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('find what is wrong with every review of the project, or those named, without printing')
    .argument('[review...]', 'names (`als-review`, `fr/sla`) or files (`content/als-review.md`)')
    .addOption(new Option('--format <format>', 'how findings are printed').choices(formats).default('text'))
    .option('--baseline <file>', 'tell only what this file does not know')
    .option('--write-baseline <file>', 'write what is found to a file, as known from now on')
    .option('--waived', 'tell what is waived too, with the reasons')
    .option('--strict', 'end with 1 where there is a warning')
    .option(
      '--project <folder>',
      'the folder that holds `content`; found around the working directory unless named'
    )
    .addHelpText(
      'after',
      examples([
        'lectern check',
        'lectern check als-review --waived',
        'lectern check --format github    # in CI',
        'lectern check --format sarif > lectern.sarif',
        'lectern check --write-baseline known.json',
        'lectern check --baseline known.json'
      ]) +
        '\nFindings go to standard output; a final review with warnings that are not waived would not be built.\n' +
        'Exit code: 0 nothing to mend; 1 an error, a final review with warnings, or a warning under --strict;\n' +
        '2 wrong usage; 3 the machine failed.\n'
    )
    .action(runCheck)
}

async function runCheck(reviews: string[], flags: CheckFlags): Promise<void> {
  const {format, baseline, writeBaseline, waived: showWaived = false, strict = false} = flags
  const project = await findProject(process.cwd(), flags.project)
  const {text, ok} = await toldCheck({
    ...{project, reviews, format, showWaived, strict, prefix: prefixOf(project)},
    ...(baseline === undefined ? {} : {baseline: resolve(baseline)}),
    ...(writeBaseline === undefined ? {} : {writeBaseline: resolve(writeBaseline)})
  })
  process.stdout.write(text)
  if (!ok) process.exitCode = 1
}

/** The way from the working directory to the project, where that is below it. */
function prefixOf(project: string): string {
  const way = relative(process.cwd(), project).split(sep).join('/')
  return way === '' || way.startsWith('..') || way.includes(':') ? '' : `${way}/`
}
