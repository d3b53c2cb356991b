import {randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Artifact, Manifest} from '../model/artifact.js'
import {UserError} from '../model/user-error.js'
import {isRunning} from '../press/sweep.js'
import {digestOf} from './digest.js'

/** What is published of a review and still whole: the manifest, and the bytes it vouches for. */
export interface Publication {
  readonly manifest: Manifest
  readonly artifacts: ReadonlyMap<string, Uint8Array>
}

const manifestName = 'manifest.json'
/** Where publications wait below `out/`, each try in a folder of its own: `<process>-<random>`. */
const waiting = '.lectern'

/** Reads a review’s folder; undefined where there is none, or none of ours. Files that were changed are left out. */
export async function readPublication(out: string, review: string): Promise<Publication | undefined> {
  const manifest = await readManifest(out, review)
  if (!manifest) return undefined
  const artifacts = new Map<string, Uint8Array>()
  for (const {file, digest} of manifest.artifacts) {
    const bytes = await readFile(join(out, review, file)).catch(() => undefined)
    if (bytes && digestOf(bytes) === digest) artifacts.set(file, bytes)
  }
  return {manifest, artifacts}
}

/** The manifest of a review’s folder; undefined where there is none that holds. */
export async function readManifest(out: string, review: string): Promise<Manifest | undefined> {
  const text = await readFile(join(out, review, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const {Manifest} = await import('../model/artifact.js')
    return Manifest.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/**
 * Whether what is published of a review is what this manifest tells, and whole; where only some outputs are asked for,
 * others made of the same inputs may stand beside them.
 */
export async function isStanding(out: string, manifest: Manifest, mayHoldOthers: boolean): Promise<boolean> {
  const folder = join(out, manifest.review)
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined) return false
  const isSame = text === textOf(manifest)
  if (!isSame && !(mayHoldOthers && holds(await readManifest(out, manifest.review), manifest))) return false
  const files = isSame ? manifest.artifacts : (await readManifest(out, manifest.review))?.artifacts
  for (const {file, digest} of files ?? []) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    if (!bytes || digestOf(bytes) !== digest) return false
  }
  return true
}

function holds(published: Manifest | undefined, {state, artifacts}: Manifest): boolean {
  const entries = new Set(published?.artifacts.map((entry) => JSON.stringify(entry)))
  return published?.state === state && artifacts.every((entry) => entries.has(JSON.stringify(entry)))
}

function textOf(manifest: Manifest): string {
  const artifacts = manifest.artifacts.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return `${JSON.stringify({...manifest, artifacts}, undefined, 2)}\n`
}

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
  const attempt = join(out, waiting, `${process.pid}-${randomUUID()}`)
  try {
    await refuseForeign(target)
    await mkdir(join(attempt, 'new'), {recursive: true})
    await writeFile(join(attempt, 'review'), manifest.review)
    for (const {file, bytes} of artifacts) await writeFile(join(attempt, 'new', file), bytes)
    await writeFile(join(attempt, 'new', manifestName), textOf(manifest))
    await mkdir(dirname(target), {recursive: true})
    await rename(target, join(attempt, 'old')).catch(ignoreMissing)
    await rename(join(attempt, 'new'), target)
  } catch (error) {
    await restore(out, attempt)
    throw toUserError(error, target)
  }
  await rm(attempt, {recursive: true, force: true})
  await removeIfEmpty(join(out, waiting))
}

/** Mends what a killed build left behind: an old publication without a new one goes back to its place. */
export async function mend(out: string): Promise<void> {
  for (const name of await readdir(join(out, waiting)).catch(() => [])) {
    if (isRunning(Number.parseInt(name, 10))) continue
    await restore(out, join(out, waiting, name))
  }
  await removeIfEmpty(join(out, waiting))
}

/** A file of `out/` as text; undefined where there is none. */
export function readText(out: string, file: string): Promise<string | undefined> {
  return readFile(join(out, file), 'utf8').catch(() => undefined)
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
    const target = join(out, review)
    const isMissing = await readdir(target).then(
      () => false,
      () => true
    )
    if (isMissing) await rename(join(attempt, 'old'), target).catch(() => undefined)
  }
  await rm(attempt, {recursive: true, force: true}).catch(() => undefined)
}

/** A folder that holds something else than a publication is somebody’s own. */
async function refuseForeign(target: string): Promise<void> {
  const files = await readdir(target).catch((): string[] => [])
  if (files.length > 0 && !files.includes(manifestName)) {
    throw new UserError(
      `Unexpected files in \`${target}\`, expected an empty folder or a publication with \`${manifestName}\`; move them away or choose another \`--out\``
    )
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => ['missing'])
  if (files.length === 0) await rm(folder, {recursive: true, force: true})
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

function toUserError(error: unknown, target: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'].includes(code)) return error
  return new UserError(
    `Unexpected failure to write \`${target}\`, expected a folder that can be written: ${code}`,
    3
  )
}
