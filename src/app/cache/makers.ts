import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {digestOf} from '../digest.js'
import {packageRoot} from '../project.js'

/**
 * A digest of all that makes an output beside what it is made of: Lectern’s code, the packages it uses, Node, and the
 * browser that was named. Whatever is remembered is remembered of these.
 */
export function makersOf(browser: string | undefined): string {
  const {dependencies} = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
  }
  const packages = Object.keys(dependencies).map((name) => [name, versionOf(name)])
  return digestOf(
    JSON.stringify([
      ...[codeOf(dirname(fileURLToPath(import.meta.url))), packages, process.version, process.platform],
      ...[process.arch, browser === undefined ? '' : fileOf(browser)]
    ])
  )
}

/** The version of a package, from where Node would find it. */
function versionOf(name: string): string {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
      return (JSON.parse(text) as {version: string}).version
    } catch {
      if (folder === dirname(folder)) return ''
    }
  }
}

/** The code that runs: bundled, where the first file names the others by their digests, else all of the folders around. */
function codeOf(folder: string): string {
  if (folder.endsWith('bundle')) return digestOf(readFileSync(join(folder, 'start.cjs')))
  const root = join(folder, '../..')
  const hash = createHash('sha256')
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((each) => each.isFile() && /\.[cm]?[jt]s$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .sort())
    hash.update(entry.slice(root.length)).update(readFileSync(entry))
  return hash.digest('hex')
}

/** A program, by where it is and when it was made: it may be hundreds of megabytes. */
function fileOf(path: string): string {
  try {
    const {size, mtimeMs} = statSync(path)
    return `${realpathSync(path)} ${size} ${mtimeMs}`
  } catch {
    return path
  }
}
