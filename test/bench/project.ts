import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import {packageRoot} from '../../src/app/project.js'
import {Manifest} from '../../src/model/artifact.js'
import type {Files} from './inputs.js'
import type {Source} from './parts.js'

/** Where the browser is unpacked, once a machine. */
export const browserCache = process.env.LECTERN_CACHE ?? join(homedir(), '.cache', 'lectern')

/** The checkout’s own texts, from which all inputs are made. */
export function readSource(): Source {
  const text = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
  return {
    review: text('content/als-review.md'),
    trials: text('content/evidence/trials.json'),
    references: text('content/evidence/references.json'),
    french: text('test/fixtures/sla.md')
  }
}

/** A new folder below another, with some files. */
export function makeProject(below: string, files: Files): string {
  const folder = mkdtempSync(join(below, 'project-'))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Nothing of a project stays but its content: the next build is a first one. */
export function forget(project: string): void {
  for (const folder of ['out', '.lectern']) rmSync(join(project, folder), {recursive: true, force: true})
}

/** Pages and bytes of all that is published of some reviews. */
export function publishedOf(project: string, reviews: readonly string[]): {pages: number; bytes: number} {
  const artifacts = reviews.flatMap((review) => {
    const file = join(project, 'out', review, 'manifest.json')
    return existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).artifacts : []
  })
  return {
    pages: artifacts.reduce((sum, {file, pages = 0}) => sum + (file.endsWith('.pdf') ? pages : 0), 0),
    bytes: artifacts.reduce((sum, {bytes}) => sum + bytes, 0)
  }
}

/** The names of a project’s reviews. */
export function reviewsOf(files: Files): string[] {
  return [...files.keys()].flatMap((path) => /^content\/(.*)\.md$/.exec(path)?.[1] ?? [])
}
