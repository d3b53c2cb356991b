import {readFile} from 'node:fs/promises'
import {z} from 'zod'
import type {Finding} from '../../model/finding.js'
import {UserError} from '../../model/user-error.js'
import {withoutLines} from './without-lines.js'

/** What was found before and is known: each by its file, its rule and its words, and how often; no line moves it. */
const Entry = z.strictObject({
  file: z.string(),
  rule: z.string(),
  message: z.string(),
  count: z.int().positive()
})
const Baseline = z.strictObject({version: z.literal(1), findings: z.array(Entry)})
export type BaselineEntry = z.infer<typeof Entry>

/** What a baseline makes of findings. */
export interface Compared {
  /** What it does not know. */
  readonly fresh: readonly Finding[]
  readonly known: number
  /** What it knows that is there no longer. */
  readonly gone: readonly BaselineEntry[]
}

/** Reads a baseline; one that is none is the caller’s mistake. */
export async function readBaseline(file: string): Promise<readonly BaselineEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserError(`Unexpected baseline \`${file}\`, expected a file that \`--write-baseline\` wrote`)
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const baseline = Baseline.safeParse(value)
  if (baseline.success) return baseline.data.findings
  const [issue] = baseline.error.issues
  const where = issue && issue.path.length > 0 ? ` at \`${issue.path.join('.')}\`: ${issue.message}` : ''
  throw new UserError(
    `Unexpected content of the baseline \`${file}\`, expected what \`--write-baseline\` wrote${where}`
  )
}

/** A baseline’s text: one finding a line, in an order that findings found in another order do not change. */
export function formatBaseline(findings: readonly Finding[]): string {
  const counts = new Map<string, BaselineEntry>()
  for (const finding of findings) {
    const entry = toEntry(finding)
    const key = keyOf(entry)
    counts.set(key, {...entry, count: (counts.get(key)?.count ?? 0) + 1})
  }
  const lines = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => `    ${JSON.stringify(entry)}`)
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]'
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** Parts findings in what a baseline knows and what is new; of the same words, the first are the known ones. */
export function compare(
  findings: readonly Finding[],
  baseline: readonly BaselineEntry[],
  isLookedAt: (file: string) => boolean
): Compared {
  const left = new Map<string, number>()
  for (const entry of baseline) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count)
  const fresh = findings.filter((finding) => {
    const key = keyOf(toEntry(finding))
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  const gone = [...new Map(baseline.map((entry) => [keyOf(entry), entry]))].flatMap(([key, entry]) => {
    const count = left.get(key) ?? 0
    return count > 0 && isLookedAt(entry.file) ? [{...entry, count}] : []
  })
  return {fresh, known: findings.length - fresh.length, gone}
}

function toEntry({file, rule, message}: Finding): BaselineEntry {
  return {file, rule, message: withoutLines(message), count: 1}
}

function keyOf({file, rule, message}: BaselineEntry): string {
  return JSON.stringify([file, rule, message])
}
