import {resolve} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import {findProject} from '../app/project.js'
import {type Paper, papers} from '../model/outputs.js'
import {examples} from './examples.js'

interface PreviewFlags {
  readonly port?: number
  readonly open: boolean
  readonly paper?: Paper
  readonly project?: string
  readonly browser?: string
}

/** `lectern preview`: a local page that shows a review as it is written. */
export function addPreview(program: Command, cacheFolder: () => string): void {
  program
    .command('preview')
    .description(
      'show a review in a page of this machine’s own, made again with every save; publishes nothing'
    )
    .argument('[review]', 'a name (`als-review`, `fr/sla`) or file; the first unless named')
    .option('--port <number>', 'where the page is served on 127.0.0.1; any free port unless named', readPort)
    .option('--no-open', 'do not open the page in the browser')
    .addOption(new Option('--paper <size>', 'the sheet; A4 unless the review says otherwise').choices(papers))
    .option(
      '--project <folder>',
      'the folder that holds `content`; found around the working directory unless named'
    )
    .option('--browser <file>', 'a Chromium or Chrome to print with, in place of the pinned one')
    .addHelpText(
      'after',
      examples(['lectern preview', 'lectern preview als-review --no-open', 'lectern preview --port 4000']) +
        '\nThe address goes to standard output. Ctrl-C ends it.\n' +
        'Exit code: 0 ended; 2 wrong usage; 3 the machine failed, such as a port in use.\n'
    )
    .action((review: string | undefined, flags: PreviewFlags) => runPreview(review, flags, cacheFolder()))
}

async function runPreview(review: string | undefined, flags: PreviewFlags, cache: string): Promise<void> {
  const project = await findProject(process.cwd(), flags.project)
  const ended = untilEnded()
  // What prints is loaded only when something is shown.
  const {preview} = await import('../app/preview/preview.js')
  const {address, close} = await preview({
    ...{project, review, cache, port: flags.port ?? 0, opens: flags.open, paper: flags.paper},
    browser: flags.browser === undefined ? undefined : resolve(flags.browser),
    say: (line) => console.error(line)
  })
  console.log(address)
  const code = await ended
  await close()
  process.exit(code)
}

/** How soon after a signal another is the same: a terminal tells us, and whoever started us passes it on. */
const echo = 500

/** The exit code of the signal that ends the preview. A second one ends it at once. */
function untilEnded(): Promise<number> {
  return new Promise((resolve) => {
    let since: number | undefined
    for (const [signal, code] of [
      ['SIGINT', 0],
      ['SIGTERM', 143],
      ['SIGHUP', 129]
    ] as const) {
      // With nobody listening in between: a signal on its way would be lost.
      const others = process.listeners(signal)
      process.on(signal, () => {
        since ??= performance.now()
        if (performance.now() - since > echo) process.exit(code)
        resolve(code)
      })
      for (const other of others) process.removeListener(signal, other)
    }
  })
}

function readPort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || 65535 < port)
    throw new InvalidArgumentError('Expected a number from 1 to 65535.')
  return port
}
