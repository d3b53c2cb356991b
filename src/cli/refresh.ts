import type {Command} from 'commander'
import type {RefreshFlags} from '../app/refresh/refresh-command.js'
import {examples} from './examples.js'

/** `lectern refresh`: brings the evidence up to date from the registries. */
export function addRefresh(program: Command): void {
  program
    .command('refresh')
    .description('bring content/evidence/ up to date from the registries, and print what changed')
    .option('--trials', 'only the trials, from ClinicalTrials.gov')
    .option('--references', 'only the works, from Crossref and NCBI')
    .option('--add [ids...]', 'take in the ids named here, or all that the text names and the evidence lacks')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--summary <file>', 'write what changed as Markdown, for a pull request')
    .option(
      '--project <folder>',
      'the folder that holds `content`; found around the working directory unless named'
    )
    .addHelpText(
      'after',
      examples([
        'lectern refresh',
        'lectern refresh --trials --dry-run',
        'lectern refresh --add NCT04856982 10.3389/fcell.2022.851613',
        'lectern refresh --summary pull-request.md    # in CI'
      ]) +
        '\nWhat changed goes to standard output, what could not be had to standard error; its record stays as it was.\n' +
        'Exit code: 0 all could be had; 1 something could not; 2 wrong usage; 3 the machine failed.\n'
    )
    .action(async (flags: RefreshFlags) => {
      const {refreshCommand} = await import('../app/refresh/refresh-command.js')
      if (!(await refreshCommand(flags))) process.exitCode = 1
    })
}
