import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Manifest} from '../../model/artifact.js'
import {digestOf} from '../digest.js'

export const manifestName = 'manifest.json'

/** What is published of a review and still whole: the manifest, and the bytes it vouches for. */
export interface Publication {
  readonly manifest: Manifest
  readonly artifacts: ReadonlyMap<string, Uint8Array>
}

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
    const {Manifest} = await import('../../model/artifact.js')
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

/** A manifest as it is published. */
export function textOf(manifest: Manifest): string {
  const artifacts = manifest.artifacts.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return `${JSON.stringify({...manifest, artifacts}, undefined, 2)}\n`
}

/** A file of `out/` as text; undefined where there is none. */
export function readText(out: string, file: string): Promise<string | undefined> {
  return readFile(join(out, file), 'utf8').catch(() => undefined)
}
