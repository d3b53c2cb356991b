import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {packageRoot} from './project.js'

/** Lectern’s own version, from its package. */
export const version = z
  .object({version: z.string()})
  .parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))).version
