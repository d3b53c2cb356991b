import type {Words} from '../words/index.js'
import {helpersFor} from './helpers.js'

/** How templates are compiled: a value that was not given and a helper that there is not are mistakes. */
export function compileOptions(words: Words) {
  const known = Object.keys(helpersFor(words)).map((name) => [name, true])
  return {strict: true, knownHelpersOnly: true, knownHelpers: Object.fromEntries(known)}
}
