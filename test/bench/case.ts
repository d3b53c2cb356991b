import {join} from 'node:path'
import {packageRoot} from '../../src/app/project.js'
import type {BrowserFiles} from '../../src/press/embedded-chromium.js'
import type {Step} from './measure.js'
import type {Options} from './options.js'
import type {Source} from './parts.js'
import {browserCache} from './project.js'

/** Where cases stand: a temporary folder, the browser, what inputs are made from, and what the command line knows. */
export interface Stage {
  readonly folder: string
  readonly browser: BrowserFiles
  readonly source: Source
  /** `--no-verify`, where there is that option. */
  readonly unverified: readonly string[]
  readonly hasPreview: boolean
}

/** Something that is run many times by turns with others. */
export interface Command {
  readonly name: string
  readonly steps: readonly Step[]
  /** Sets the stage before each run; its time does not count. */
  before?(): void
  /** What the last run made. */
  made?(): {readonly pages: number; readonly bytes: number}
}

/** A claim to be measured: a command and the one beside it, by their names, or why there are none. */
export type Asked = {readonly name: string; readonly target?: number} & (
  | {readonly of: string; readonly to: string}
  | {readonly beside: string; readonly reason: string}
)

/** A case that can be named with `--only`. */
export interface Case {
  readonly name: string
  /** How many runs for each that is asked for: more of what is short, fewer of what is long. */
  readonly weight?: number
  /** Left out with `--quick`. */
  readonly isLong?: boolean
  /** Left out unless it is named. */
  readonly isExtra?: boolean
  prepare(stage: Stage, options: Pick<Options, 'quick'>, say: (line: string) => void): Promise<Prepared>
}

/** A case whose inputs stand. */
export interface Prepared {
  readonly commands: readonly Command[]
  readonly claims: readonly Asked[]
  /** What was measured in another way, as Markdown. */
  readonly tables?: readonly string[]
}

/** Node that does nothing: what any command of ours takes at least. */
export const nothing: Command = {
  name: '`node -e 0`',
  steps: [{file: process.execPath, args: ['-e', '0'], folder: packageRoot}]
}

/** The command line as it is installed, in a project. */
export function lectern(project: string, ...args: readonly string[]): Step {
  return {
    file: process.execPath,
    args: [join(packageRoot, 'dist/cli.js'), ...args],
    folder: project,
    environment: {LECTERN_CACHE: browserCache}
  }
}
