import {readdirSync, readFileSync} from 'node:fs'

const ticksPerSecond = 100
const pageBytes = 4096

/** A process as `/proc` tells it: seconds of processor time are its own alone. */
interface Process {
  readonly parent: number
  readonly name: string
  readonly processor: number
}

/**
 * A process and all that come from it, looked at while they run. A process that ended keeps what was last seen of it: a
 * browser’s helpers end with it, and nobody waits for them.
 */
export class ProcessTree {
  readonly #root: number
  readonly #seen = new Map<number, Process>()
  readonly #alive: Set<number>
  readonly #strangers: Set<number>
  /** The most memory of all at once, in bytes, with what they share counted once; and of the first process alone. */
  peak = 0
  ownPeak = 0

  constructor(root: number, strangers: ReadonlySet<number>) {
    this.#root = root
    this.#strangers = new Set(strangers)
    this.#alive = new Set([root])
  }

  /** Looks at every process once. */
  look(): void {
    for (const pid of running()) {
      if (this.#alive.has(pid) || this.#strangers.has(pid)) continue
      const parent = processOf(pid)?.parent ?? 0
      if (this.#alive.has(parent) || this.#seen.has(parent)) this.#alive.add(pid)
      else this.#strangers.add(pid)
    }
    for (const pid of this.#alive) {
      const process = processOf(pid)
      if (process) this.#seen.set(pid, {...process, parent: this.#seen.get(pid)?.parent ?? process.parent})
      else this.#alive.delete(pid)
    }
  }

  /** Looks at the memory of every process; dearer than a look, so it is left out while time is taken. */
  weigh(): void {
    this.ownPeak = Math.max(this.ownPeak, highWater(this.#root))
    this.peak = Math.max(this.peak, this.memory().all, this.ownPeak)
  }

  /** The memory that is held now, in bytes: of all, what they share counted once, and of the first process. */
  memory(): {all: number; own: number} {
    const own = residentOf(this.#root)
    const others = [...this.#alive].filter((pid) => pid !== this.#root)
    return {all: others.reduce((sum, pid) => sum + proportional(pid), own), own}
  }

  /** Seconds of processor time of all processes, as last seen. */
  get processor(): number {
    return [...this.#seen.values()].reduce((sum, {processor}) => sum + processor, 0)
  }

  /** How many browsers were started: what has the name and does not come from one. */
  get browsers(): number {
    const isBrowser = (pid: number) => /chrom/.test(this.#seen.get(pid)?.name ?? '')
    return [...this.#seen].filter(([pid, {parent}]) => isBrowser(pid) && !isBrowser(parent)).length
  }

  /** Processes that still run. */
  get left(): number[] {
    this.look()
    return [...this.#alive]
  }
}

/** Every process there is. */
export function running(): number[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
}

/** Seconds of processor time of all processes that this one started, waited for, and of theirs. */
export function waitedFor(): number {
  const fields = fieldsOf('self') ?? []
  return (Number(fields[14]) + Number(fields[15])) / ticksPerSecond
}

function residentOf(pid: number): number {
  return Number(fieldsOf(pid)?.[22] ?? 0) * pageBytes
}

function processOf(pid: number): Process | undefined {
  const fields = fieldsOf(pid)
  // What has ended and is not waited for yet is gone.
  if (!fields || fields[1] === 'Z') return undefined
  return {
    name: fields[0] ?? '',
    parent: Number(fields[2]),
    processor: (Number(fields[12]) + Number(fields[13])) / ticksPerSecond
  }
}

/** The name of a process, which may hold anything, and the fields of `/proc/PID/stat` that follow it. */
function fieldsOf(pid: number | 'self'): string[] | undefined {
  const text = read(`/proc/${pid}/stat`)
  const end = text?.lastIndexOf(')') ?? 0
  return text === undefined
    ? undefined
    : [text.slice(text.indexOf('(') + 1, end), ...text.slice(end + 2).split(' ')]
}

function proportional(pid: number): number {
  return kilobytes(read(`/proc/${pid}/smaps_rollup`), /^Pss:\s+(\d+)/m)
}

function highWater(pid: number): number {
  return kilobytes(read(`/proc/${pid}/status`), /^VmHWM:\s+(\d+)/m)
}

function kilobytes(text: string | undefined, line: RegExp): number {
  return Number(text?.match(line)?.[1] ?? 0) * 1024
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return undefined
  }
}
