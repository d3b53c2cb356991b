import {appendFile, mkdir, readFile, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Memory} from '../../registry/said.js'

/** Where a refresh keeps what it was told, so that one that was interrupted goes on where it was. */
const path = '.lectern/refresh/answers.jsonl'

export interface DayMemory extends Memory {
  /** Nothing is left to go on with. */
  forget(): Promise<void>
}

/**
 * What the registries said on this day: a line an answer, each written before the next is asked for. A line that a kill
 * cut short, and those of other days, count for nothing. One that keeps nothing only remembers.
 */
export async function openMemory(project: string, day: string, keeps: boolean): Promise<DayMemory> {
  const file = join(project, path)
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').flatMap((line) => parsed(line) ?? [])
  const known = new Map(lines.filter((line) => line.day === day).map(({address, value}) => [address, value]))
  if (keeps && text !== '' && known.size === 0) await rm(file, {force: true})
  // After a line that was cut short the next one starts anew.
  let start = known.size > 0 && !text.endsWith('\n') ? '\n' : ''
  return {
    get: (address) => known.get(address),
    put,
    // A line without a value takes back those before it.
    drop: (address) => put(address, undefined),
    async forget() {
      if (!keeps) return
      await rm(file, {force: true})
      // Only folders that hold nothing else go.
      await rmdir(dirname(file)).catch(() => undefined)
      await rmdir(dirname(dirname(file))).catch(() => undefined)
    }
  }

  async function put(address: string, value: unknown): Promise<void> {
    known.set(address, value)
    if (!keeps) return
    await mkdir(dirname(file), {recursive: true})
    await appendFile(file, `${start}${JSON.stringify({day, address, value})}\n`)
    start = ''
  }
}

function parsed(line: string): {day: string; address: string; value: unknown} | undefined {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read !== 'object' || read === null) return undefined
    const {day, address, value} = read as Record<string, unknown>
    return typeof day === 'string' && typeof address === 'string' ? {day, address, value} : undefined
  } catch {
    return undefined
  }
}
