import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {Face} from '../model/face.js'
import {digestOf} from './digest.js'
import type {FaceFile} from './face-files.js'
import {packageRoot} from './project.js'

const require = createRequire(import.meta.url)

/**
 * A face, and a digest of its file. A packed font takes long to unpack, and nearly every page asks for a sign of the
 * supplements: the same font is taken as `npm run compile` unpacked it, where it did.
 */
export async function loadFace({file, ...face}: FaceFile): Promise<{face: Face; digest: string}> {
  const packed = await readFile(require.resolve(file))
  const digest = digestOf(packed)
  const unpacked = file.endsWith('.woff2')
    ? await readFile(join(packageRoot, 'dist', 'fonts', `${digest}.ttf`)).catch(() => undefined)
    : undefined
  return {face: {...face, bytes: unpacked ?? packed}, digest}
}
