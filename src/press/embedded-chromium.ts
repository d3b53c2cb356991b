import {createHash, randomUUID} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {access, mkdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import type {ExtractOptions} from 'tar-fs'
import {UserError} from '../model/user-error.js'
import {isWhole, takeInventory} from './inventory.js'
import {sweep} from './sweep.js'

/** A browser on disk, and what its process must be told to use nothing of the machine’s. */
export interface BrowserFiles {
  readonly executable: string
  readonly environment: Readonly<Record<string, string>>
}

const version = '147.0.0'
const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'] as const

/**
 * The headless Chromium that comes as an npm package, unpacked once into a private folder below `cache`: whole or
 * not at all, under a name that holds its version. With it come the libraries and the fonts that a bare machine
 * lacks; the machine’s own are never used.
 */
export async function embeddedChromium(cache: string, say: (line: string) => void): Promise<BrowserFiles> {
  if (!(await isThere('/proc/self')))
    throw new UserError(
      'Unexpected machine without `/proc`, expected it mounted: no Chromium starts without',
      3
    )
  const folder = join(cache, `chromium-${version}-${layout}`)
  if (!(await isWhole(folder))) {
    say(`Unpacking the browser into ${folder}, once`)
    await unpack(cache, folder)
  }
  await refuseStrangers(folder)
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      HOME: folder,
      TZ: 'UTC',
      LANG: 'C.UTF-8'
    }
  }
}

/** What an archive says of owners is of its maker’s machine. */
const asOurs: ExtractOptions & {chown: boolean} = {chown: false}

/** Changes when what we unpack, or where to, changes. */
const layout = createHash('sha256').update(`3 ${parts.join()}`).digest('hex').slice(0, 8)

async function unpack(cache: string, folder: string): Promise<void> {
  const source = join(packageFolder(), 'bin')
  const staged = `${folder}.${process.pid}-${randomUUID()}`
  try {
    const {extract} = await import('tar-fs')
    await sweep(cache)
    // A damaged folder steps aside before the work, not after: by then another build’s may stand there, in use.
    const damaged = `${staged}-damaged`
    await rename(folder, damaged).catch(() => undefined)
    await rm(damaged, {recursive: true, force: true})
    await mkdir(staged, {recursive: true, mode: 0o700})
    const [browser, ...archives] = parts
    await Promise.all([
      inflate(join(source, browser)).then((bytes) =>
        writeFile(join(staged, 'chromium'), bytes, {mode: 0o700})
      ),
      ...archives.map((archive) =>
        pipeline(createReadStream(join(source, archive)), createBrotliDecompress(), extract(staged, asOurs))
      )
    ])
    await writeFile(join(staged, 'fonts.conf'), fontsConfiguration(folder))
    await takeInventory(staged)
    // Another build may have been first; its folder is as good as ours.
    await rename(staged, folder).catch(async (error) => {
      if (!(await isWhole(folder))) throw error
    })
  } catch (error) {
    throw new UserError(
      `Unexpected failure to unpack the browser into \`${folder}\`, expected a writable folder with 300 MB free: ${reason(error)}`,
      3
    )
  } finally {
    await rm(staged, {recursive: true, force: true}).catch(() => undefined)
  }
}

async function inflate(file: string): Promise<Readable> {
  const stream = createBrotliDecompress()
  createReadStream(file)
    .on('error', (error) => stream.destroy(error))
    .pipe(stream)
  return stream
}

function packageFolder(): string {
  const require = createRequire(import.meta.url)
  // The package exports only its entry, `build/…/index.js`; the binaries lie beside `build`.
  let folder = dirname(require.resolve('@sparticuz/chromium'))
  while (!folder.endsWith('chromium')) folder = dirname(folder)
  return folder
}

// With no font listed Chromium prints empty pages without an error.
function fontsConfiguration(folder: string): string {
  const place = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>
`
}

/** A folder that someone else owns, or can write to, may hold someone else’s browser. */
async function refuseStrangers(folder: string): Promise<void> {
  const {uid, mode} = await stat(folder)
  const own = process.getuid?.()
  if ((own !== undefined && uid !== own) || (mode & 0o022) !== 0) {
    throw new UserError(
      `Unexpected owner or rights of \`${folder}\`, expected a folder that only you can write; remove it and build again`,
      3
    )
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
