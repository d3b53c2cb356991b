import {writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {UserError} from '../../model/user-error.js'
import {formatFinding} from '../format-finding.js'
import {findProject} from '../project.js'
import {refresh} from './refresh.js'

/** What is typed after `lectern refresh`. */
export interface RefreshFlags {
  readonly trials?: boolean
  readonly references?: boolean
  readonly add?: true | string[]
  readonly dryRun?: boolean
  readonly summary?: string
  readonly project?: string
}

/** Refreshes the project around the working directory with the real network, clock and environment; tells whether all could be had. */
export async function refreshCommand(flags: RefreshFlags): Promise<boolean> {
  const project = await findProject(process.cwd(), flags.project)
  const isEither = flags.trials || flags.references
  const {whole, summary} = await refresh({
    project,
    trials: !isEither || flags.trials === true,
    references: !isEither || flags.references === true,
    dryRun: flags.dryRun === true,
    add: flags.add === true ? 'named' : (flags.add ?? []),
    today: new Date().toISOString().slice(0, 10),
    environment: process.env,
    outside: {fetch, now: Date.now, sleep: (milliseconds) => setTimeout(milliseconds)},
    tell: {
      finding: (finding) => console.error(formatFinding(finding)),
      change: (line) => console.log(line),
      say: (line) => console.error(line)
    }
  })
  if (flags.summary !== undefined) await writeSummary(resolve(flags.summary), summary)
  return whole
}

async function writeSummary(file: string, summary: string): Promise<void> {
  try {
    await writeFile(file, summary)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(
      `Unexpected failure to write \`${file}\`, expected a file that can be written: ${code}`,
      3
    )
  }
}
