import {randomUUID} from 'node:crypto'
import {lstat, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join, relative, resolve, sep} from 'node:path'
import type {Artifact, Manifest} from '../../model/artifact.js'
import {UserError} from '../../model/user-error.js'
import {isRunning} from '../../press/sweep.js'
import {manifestName, textOf} from './publication.js'

/**
 * Where a publication waits in `out/`: each try has a folder of its own, `.lectern-<process>-<random>`. One that all
 * shared would have to be removed while others begin to use it.
 */
const attemptName = /^\.lectern-(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Puts a whole publication in the place of the last one. A full folder cannot be renamed over another: the old
 * one steps aside, the new one takes its place, and `mend` puts right what a kill between the two left.
 */
export async function publish(
  out: string,
  manifest: Manifest,
  artifacts: readonly Artifact[]
): Promise<void> {
  const target = join(out, manifest.review)
  const attempt = join(out, `.lectern-${process.pid}-${randomUUID()}`)
  try {
    await refuseForeign(target)
    await refuseLinks(out, target)
    await mkdir(join(attempt, 'new'), {recursive: true})
    await writeFile(join(attempt, 'review'), manifest.review)
    for (const {file, bytes} of artifacts) await writeFile(join(attempt, 'new', file), bytes)
    await writeFile(join(attempt, 'new', manifestName), textOf(manifest))
    await mkdir(dirname(target), {recursive: true})
    await putInPlace(attempt, target)
  } catch (error) {
    await restore(out, attempt)
    throw toUserError(error, target)
  }
  await rm(attempt, {recursive: true, force: true})
}

/** Another build may publish the same at the same time: the last one stays. */
async function putInPlace(attempt: string, target: string, turns = 8): Promise<void> {
  const old = join(attempt, 'old')
  await rename(target, old).catch(ignoreMissing)
  try {
    await rename(join(attempt, 'new'), target)
  } catch (error) {
    if (turns === 0 || !isTaken(error)) throw error
    await rm(old, {recursive: true, force: true})
    await putInPlace(attempt, target, turns - 1)
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOTEMPTY|EEXIST)$/.test(String(error.code))
}

/** Mends what a killed build left behind: an old publication without a new one goes back to its place. */
export async function mend(out: string): Promise<void> {
  for (const entry of await readdir(out, {withFileTypes: true}).catch(() => [])) {
    const owner = attemptName.exec(entry.name)?.[1]
    if (!entry.isDirectory() || owner === undefined || isRunning(Number(owner))) continue
    await restore(out, join(out, entry.name))
  }
}

/** Writes one file of `out/` itself, whole or not at all. */
export async function publishFile(out: string, file: string, text: string): Promise<void> {
  const staged = join(out, `.${file}.${randomUUID()}`)
  try {
    await mkdir(out, {recursive: true})
    await writeFile(staged, text)
    await rename(staged, join(out, file))
  } catch (error) {
    await rm(staged, {force: true})
    throw toUserError(error, join(out, file))
  }
}

async function restore(out: string, attempt: string): Promise<void> {
  const review = await readFile(join(attempt, 'review'), 'utf8').catch(() => undefined)
  if (review !== undefined) {
    const target = resolve(out, review)
    const isOurs = target.startsWith(`${resolve(out)}${sep}`) && !(await linkTo(out, target))
    const isMissing = await readdir(target).then(
      () => false,
      () => true
    )
    if (isOurs && isMissing) await rename(join(attempt, 'old'), target).catch(() => undefined)
  }
  await rm(attempt, {recursive: true, force: true}).catch(() => undefined)
}

/** A folder that holds something else than a publication is somebody’s own; one just being removed is gone at second sight. */
async function refuseForeign(target: string): Promise<void> {
  if ((await isForeign(target)) && (await isForeign(target))) {
    throw new UserError(
      `Unexpected files in \`${target}\`, expected an empty folder or a publication with \`${manifestName}\`; move them away or choose another \`--out\``
    )
  }
}

async function isForeign(target: string): Promise<boolean> {
  const files = await readdir(target).catch((): string[] => [])
  return files.length > 0 && !files.includes(manifestName)
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
async function linkTo(out: string, target: string): Promise<string | undefined> {
  const names = relative(resolve(out), dirname(resolve(target)))
    .split(sep)
    .filter(Boolean)
  for (const [index] of names.entries()) {
    const folder = join(out, ...names.slice(0, index + 1))
    const about = await lstat(folder).catch(() => undefined)
    if (about?.isSymbolicLink()) return folder
  }
  return undefined
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

function toUserError(error: unknown, target: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (
    !['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(code)
  )
    return error
  return new UserError(
    `Unexpected failure to write \`${target}\`, expected a folder that can be written: ${code}`,
    3
  )
}
