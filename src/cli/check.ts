import {writeFile} from 'node:fs/promises'
import {relative, resolve, sep} from 'node:path'
import {type Command, Option} from 'commander'
import {compare, formatBaseline, readBaseline} from '../app/baseline.js'
import {findProject} from '../app/project.js'
import {type Format, formats, reportCheck} from '../app/report-check.js'
import {UserError} from '../model/user-error.js'
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
  const {baseline: known, writeBaseline: wanted, strict} = flags
  if (wanted !== undefined && reviews.length > 0)
    throw new UserError(
      'Unexpected review beside `--write-baseline`, expected all: a baseline is the project’s'
    )
  const project = await findProject(process.cwd(), flags.project)
  // What reads reviews is loaded only when one is read.
  const {check} = await import('../app/check.js')
  const before = known === undefined ? undefined : await readBaseline(resolve(known))
  const result = await check({project, reviews})
  const open = result.findings.filter(({waived}) => waived === undefined)
  const isLookedAt = (file: string) => reviews.length === 0 || result.files.has(file)
  const compared = before && compare(open, before, isLookedAt)
  const fresh = compared?.fresh ?? open
  const report = {
    open: fresh,
    waived: result.findings.filter(({waived}) => waived !== undefined),
    reviews: result.reviews,
    ...(compared ? {baseline: {known: compared.known, gone: compared.gone}} : {}),
    showWaived: flags.waived === true,
    prefix: prefixOf(project)
  }
  process.stdout.write(reportCheck(report, flags.format))
  if (wanted !== undefined) {
    await writeFile(resolve(wanted), formatBaseline(open)).catch((error: unknown) => {
      throw new UserError(
        `Unexpected failure to write \`${wanted}\`, expected a file that may be written: ${error}`,
        3
      )
    })
    return
  }
  if (isFailed()) process.exitCode = 1

  function isFailed(): boolean {
    const isNew = new Set(fresh)
    const blocked = result.reviews.filter(({status}) => status === 'final').flatMap(({findings}) => findings)
    const has = (severity: string) => fresh.some((each) => each.severity === severity)
    return (
      has('error') ||
      (strict === true && has('warning')) ||
      blocked.some((each) => isNew.has(each) && each.severity === 'warning')
    )
  }
}

/** The way from the working directory to the project, where that is below it. */
function prefixOf(project: string): string {
  const way = relative(process.cwd(), project).split(sep).join('/')
  return way === '' || way.startsWith('..') || way.includes(':') ? '' : `${way}/`
}
