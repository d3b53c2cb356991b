import {lstat, readdir, readFile} from 'node:fs/promises'
import {join, relative, resolve, sep} from 'node:path'
import {UserError} from '../../model/user-error.js'
import {outputOf} from '../outputs.js'
import {indexName} from '../reviews.js'
import {manifestName} from './publication.js'

/** What systems leave in any folder that somebody looks into. */
const leftovers = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/
/** Stands at the end of the list of all reviews: a file without it is somebody’s own. */
export const indexMark = '<!-- The list of all reviews, written by Lectern. -->'

/** Refuses to publish where something else stands than a publication: whatever it is, it is somebody’s own. */
export async function refuseForeign(out: string, target: string): Promise<void> {
  await refuseLinks(out, target)
  const about = await lstat(target).catch(() => undefined)
  if (about && !about.isDirectory())
    throw new UserError(
      `Unexpected ${about.isSymbolicLink() ? 'link' : 'file'} \`${target}\`, expected a folder or nothing; move it away or choose another \`--out\``
    )
  // A folder that is just being replaced is gone at second sight.
  if ((await foreignIn(target)) === undefined) return
  const foreign = await foreignIn(target)
  if (foreign !== undefined)
    throw new UserError(
      `Unexpected files in \`${target}\` (\`${foreign}\`), expected an empty folder or a publication with \`${manifestName}\` and nothing else; move them away or choose another \`--out\``
    )
}

/** Refuses to write the list of all reviews over a page that is somebody’s own. */
export async function refuseForeignIndex(out: string): Promise<void> {
  const path = join(out, indexName)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined || text === '' || text.trimEnd().endsWith(indexMark)) return
  throw new UserError(
    `Unexpected file \`${path}\`, expected none or the list of reviews that a build wrote; move it away or choose another \`--out\``
  )
}

/** A file that no build made, or any where there is no manifest. */
async function foreignIn(target: string): Promise<string | undefined> {
  const files = (await readdir(target).catch((): string[] => [])).filter((name) => !leftovers.test(name))
  if (!files.includes(manifestName)) return files[0]
  return files.find((name) => name !== manifestName && outputOf(name) === undefined)
}

/** A link on the way leads who knows where: it may have come with somebody else’s project. */
async function refuseLinks(out: string, target: string): Promise<void> {
  const link = await linkTo(out, target)
  if (link !== undefined)
    throw new UserError(
      `Unexpected link \`${link}\`, expected a folder; remove it or choose another \`--out\``
    )
}

/** The link, if there is one, among the folders below `out` that a path leads through. */
export async function linkTo(out: string, target: string): Promise<string | undefined> {
  const names = relative(resolve(out), resolve(target)).split(sep).slice(0, -1)
  for (const [index] of names.entries()) {
    const folder = join(out, ...names.slice(0, index + 1))
    const about = await lstat(folder).catch(() => undefined)
    if (about?.isSymbolicLink()) return folder
  }
  return undefined
}
