import {writeFile} from 'node:fs/promises'
import {UserError} from '../model/user-error.js'
import {traceText} from './trace.js'

/** Writes what was traced. */
export async function writeTrace(file: string): Promise<void> {
  await writeFile(file, traceText()).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.split(',')[0] : String(error)
    throw new UserError(
      `Unexpected failure to write \`${file}\`, expected a file that can be written: ${reason}`,
      3
    )
  })
}
