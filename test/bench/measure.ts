import {type ChildProcess, spawn} from 'node:child_process'
import {closeSync, openSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ProcessTree, running, waitedFor} from './process-tree.js'

/** A process to run: a file and its arguments, in a folder, with an environment. */
export interface Step {
  readonly file: string
  readonly args: readonly string[]
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  /** What it may end with beside 0. */
  readonly mayEndWith?: number
  /** What is asked of it over two pipes; it is ended right after. */
  drive?(child: ChildProcess): Promise<void>
}

/** What one run of one or more processes cost. */
export interface Cost {
  /** Seconds by the clock, and of all processors. */
  readonly wall: number
  readonly processor: number
  readonly browsers: number
}

/** The most memory at once, in bytes. */
export interface Memory {
  readonly all: number
  readonly own: number
}

const interval = 20

/** Runs processes one after another. Memory is looked at only in a run whose time does not count. */
export async function measure(
  steps: readonly Step[],
  logs: string,
  weighs = false
): Promise<Cost & {readonly memory: Memory}> {
  const cost = {wall: 0, processor: 0, browsers: 0, memory: {all: 0, own: 0}}
  for (const step of steps) {
    const {wall, processor, tree} = await run(step, logs, weighs)
    cost.wall += wall
    cost.processor += processor
    cost.browsers += tree.browsers
    cost.memory.all = Math.max(cost.memory.all, tree.peak)
    cost.memory.own = Math.max(cost.memory.own, tree.ownPeak)
  }
  return cost
}

async function run(step: Step, logs: string, weighs: boolean) {
  const {file, args, folder, environment, mayEndWith, drive} = step
  const log = join(logs, 'log')
  const output = openSync(log, 'w')
  const strangers = new Set(running())
  const before = waitedFor()
  const start = performance.now()
  const child = spawn(file, args, {
    cwd: folder,
    stdio: ['ignore', output, output, ...(drive ? (['pipe', 'pipe'] as const) : [])],
    env: {...process.env, ...environment}
  })
  // A benchmark that is stopped leaves nothing running.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const tree = new ProcessTree(child.pid ?? 0, strangers)
  const timer = setInterval(() => {
    tree.look()
    if (weighs) tree.weigh()
  }, interval)
  try {
    const over = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    over.catch(() => undefined)
    if (drive) await drive(child).finally(end)
    const code = await over
    const wall = (performance.now() - start) / 1000
    if (!drive && code !== 0 && code !== mayEndWith)
      throw new Error(`Unexpected end with ${code} of \`${[file, ...args].join(' ')}\`:\n${endOf(log)}`)
    // What nobody waited for is only known by the looks; what was over between two looks, only by the waiting.
    return {wall, processor: Math.max(waitedFor() - before, tree.processor), tree}
  } finally {
    process.off('exit', end)
    clearInterval(timer)
    closeSync(output)
  }
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').slice(-2000)
}
