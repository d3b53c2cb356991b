import {setFlagsFromString} from 'node:v8'

/**
 * Has V8 wait before it compiles what ran often once more, for speed: a command ends within seconds, and the thread that
 * compiles takes the time of the browser that prints. It pays for a report of one page and of five hundred. From Node 22
 * on V8 waits by itself, and knows no such flag.
 */
export function compileLater(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000')
}
