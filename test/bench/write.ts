import {readFileSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import type {Options} from './options.js'

const marks = ['<!-- bench -->', '<!-- /bench -->'] as const

/** On what, when and how often it was measured. */
export function machine({runs}: Pick<Options, 'runs'>): string {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${cpus().length} × ${model}, ${memory}, Node ${process.versions.node}, ${process.platform}; ${runs} rounds of most cases.`
}

/** Puts a text between the marks of a file. */
export function writeInto(file: string, text: string): void {
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, between(before, text))
}

/** A text with what stands between its marks replaced. */
export function between(whole: string, text: string): string {
  const [start, end] = marks.map((mark) => whole.indexOf(mark))
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`Unexpected page without ${marks.join(' … ')}, expected both marks`)
  return `${whole.slice(0, start)}${marks[0]}\n${text}\n${whole.slice(end)}`
}
