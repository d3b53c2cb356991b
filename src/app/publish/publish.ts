import {randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join, resolve, sep} from 'node:path'
import type {Artifact, Manifest} from '../../model/artifact.js'
import {UserError} from '../../model/user-error.js'
import {isRunning} from '../../press/sweep.js'
import {manifestName, textOf} from './publication.js'
import {linkTo, refuseForeign} from './refuse-foreign.js'

/**
 * Where a publication waits in `out/`: each try has a folder of its own, `.lectern-<process>-<random>`. One that all
 * shared would have to be removed while others begin to use it.
 */
const attemptName = /^\.lectern-(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Those of this process: another before it may have had its number. */
const attempts = new Set<string>()

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
  await trying(out, target, async (attempt) => {
    await refuseForeign(out, target)
    await mkdir(join(attempt, 'new'), {recursive: true})
    await writeFile(join(attempt, 'review'), manifest.review)
    for (const {file, bytes} of artifacts) await writeFile(join(attempt, 'new', file), bytes)
    await writeFile(join(attempt, 'new', manifestName), textOf(manifest))
    await mkdir(dirname(target), {recursive: true})
    await putInPlace(attempt, target)
  })
}

/** Does something in a folder of its own beside what it is for, and leaves nothing of that behind. */
async function trying(out: string, target: string, work: (attempt: string) => Promise<void>): Promise<void> {
  const name = `.lectern-${process.pid}-${randomUUID()}`
  attempts.add(name)
  try {
    await work(join(out, name))
    await rm(join(out, name), {recursive: true, force: true})
  } catch (error) {
    await restore(out, join(out, name))
    throw toUserError(error, target)
  } finally {
    attempts.delete(name)
  }
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
    if (!entry.isDirectory() || owner === undefined || isOfBuild(entry.name, Number(owner))) continue
    await restore(out, join(out, entry.name))
  }
}

/** Whether a build is at work on it. */
function isOfBuild(attempt: string, owner: number): boolean {
  return owner === process.pid ? attempts.has(attempt) : isRunning(owner)
}

/** Writes one file of `out/` itself, whole or not at all. */
export async function publishFile(out: string, file: string, text: string): Promise<void> {
  await trying(out, join(out, file), async (attempt) => {
    await mkdir(attempt, {recursive: true})
    await writeFile(join(attempt, file), text)
    await rename(join(attempt, file), join(out, file))
  })
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

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

function toUserError(error: unknown, target: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Whatever a system call may come to: it is the folder’s fault, not ours.
  if (!/^E[A-Z0-9]+$/.test(code)) return error
  return new UserError(
    `Unexpected failure to write \`${target}\`, expected a folder that can be written: ${code}`,
    3
  )
}
