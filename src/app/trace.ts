import {performance} from 'node:perf_hooks'

/** A span of time, as Chrome’s trace format has it: `ts` and `dur` are microseconds since the process began. */
interface TraceEvent {
  readonly name: string
  readonly ph: 'X' | 'b' | 'e'
  readonly ts: number
  readonly dur?: number
  readonly id?: number
  readonly cat: string
  readonly pid: 1
  readonly tid: 1
}

let events: TraceEvent[] | undefined
let last = 0

/** Notes from now on when each part of the work begins and ends. */
export function startTrace(): void {
  events = []
  span('start of Node', 0, performance.nodeTiming.bootstrapComplete)
  span('loading of the command', performance.nodeTiming.bootstrapComplete, performance.now())
}

/** What was noted, in Chrome’s trace format: for `chrome://tracing`, Perfetto, or a profiler. */
export function traceText(): string {
  const told = (events ?? []).map((event) => JSON.stringify(event))
  return `{"displayTimeUnit":"ms","traceEvents":[\n${told.join(',\n')}\n]}\n`
}

/** Does some work that holds the thread, and notes its time. */
export function timed<T>(name: string, work: () => T): T {
  if (!events) return work()
  const start = performance.now()
  try {
    return work()
  } finally {
    span(name, start, performance.now())
  }
}

/** Does some work that others may go on beside, and notes its time in a track of its own. */
export async function awaited<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!events) return await work()
  const id = ++last
  const note = (ph: 'b' | 'e') =>
    events?.push({name, ph, id, cat: 'work', ts: Math.round(performance.now() * 1000), pid: 1, tid: 1})
  note('b')
  try {
    return await work()
  } finally {
    note('e')
  }
}

function span(name: string, start: number, end: number): void {
  events?.push({
    ...{name, ph: 'X', cat: 'thread', pid: 1, tid: 1},
    ts: Math.round(start * 1000),
    dur: Math.round((end - start) * 1000)
  })
}
