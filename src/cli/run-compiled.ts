import {randomUUID} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {cachedDataVersionTag} from 'node:v8'
import {Script} from 'node:vm'
import {digestOf} from '../app/digest.js'

/** How many compiled files are kept: of other versions of Lectern and of Node. */
const most = 16

/**
 * Runs a bundle, the function of a CommonJS module in ASCII, from the code that was compiled in the first run: compiling
 * takes longer than most of what it then does. Compiled code is kept below `cache`, under a name that holds the bundle’s
 * own and the version and flags of V8; the bundle’s name must change with what it holds. `purpose` tells runs apart that
 * need other functions.
 */
export function runCompiled(
  file: string,
  {cache, purpose, shared}: {readonly cache: string; readonly purpose: string; readonly shared: object}
): unknown {
  const folder = join(cache, 'code')
  const name = [
    basename(file),
    purpose.replace(/\W+/g, '-'),
    process.version,
    process.arch,
    cachedDataVersionTag()
  ]
  const cachedData = readCode(folder, name.join('-'))
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData ? {cachedData} : {})
  })
  if (!cachedData || script.cachedDataRejected)
    process.once('exit', (code) => {
      if (code < 128) writeCode(folder, name.join('-'), script.createCachedData())
    })
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), shared)
  return module.exports
}

/** Code runs: it is taken only whole, and from a folder that nobody else can write. */
function readCode(folder: string, name: string): Buffer | undefined {
  try {
    for (const path of [folder, join(folder, name)]) {
      const {uid, mode} = statSync(path)
      if (uid !== (process.getuid?.() ?? uid) || (mode & 0o022) !== 0) return undefined
    }
    const bytes = readFileSync(join(folder, name))
    const end = bytes.indexOf(10)
    const code = bytes.subarray(end + 1)
    return bytes.toString('latin1', 0, Math.max(end, 0)) === digestOf(code) ? code : undefined
  } catch {
    return undefined
  }
}

/** Without its compiled code a command is slower, and no worse. */
function writeCode(folder: string, name: string, code: Buffer): void {
  const staged = join(folder, `${process.pid}-${randomUUID()}.staged`)
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
    const old = readdirSync(folder)
      .map((each) => join(folder, each))
      .map((path) => ({path, made: statSync(path).mtimeMs}))
    for (const {path} of old.sort((a, b) => b.made - a.made).slice(most)) rmSync(path, {force: true})
    writeFileSync(staged, Buffer.concat([Buffer.from(`${digestOf(code)}\n`), code]), {mode: 0o600})
    renameSync(staged, join(folder, name))
  } catch {
    if (existsSync(staged)) rmSync(staged)
  }
}
