import {stat} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {UserError} from '../model/user-error.js'

/** Lectern’s own folder, which holds its templates and styles: two up from this file, compiled or not. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The project to build: the folder named, else the nearest around the working directory that has a `content/`,
 * else, in a checkout of Lectern, the checkout.
 */
export async function findProject(workingDirectory: string, named: string | undefined): Promise<string> {
  if (named !== undefined) {
    const folder = resolve(workingDirectory, named)
    if (await hasContent(folder)) return folder
    throw new UserError(
      `Unexpected project \`${named}\` without a folder \`content\`, expected reviews in \`${join(named, 'content')}\``
    )
  }
  for (let folder = resolve(workingDirectory); ; folder = dirname(folder)) {
    if (await hasContent(folder)) return folder
    if (folder === dirname(folder)) break
  }
  if (await hasContent(packageRoot)) return packageRoot
  throw new UserError(
    'Unexpected folder without a project, expected a folder `content` here or above, or `--project DIR`'
  )
}

async function hasContent(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, 'content'))).isDirectory()
  } catch {
    return false
  }
}
