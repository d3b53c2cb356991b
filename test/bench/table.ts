import type {Cost, Memory} from './measure.js'
import {ratios, spread} from './statistics.js'

/** What came of a command: all of its runs, the most memory, and what it made. */
export interface Measured {
  readonly name: string
  readonly runs: readonly Cost[]
  readonly memory: Memory
  readonly made?: {readonly pages: number; readonly bytes: number} | undefined
}

/** A claim: one command beside another in the same rounds, or why it was not measured. */
export type Claim = {readonly name: string; readonly beside: string; readonly target?: number} & (
  | {readonly of: Measured; readonly to: Measured}
  | {readonly reason: string}
)

/** Claims as a table: how one command stands to another. */
export function claimsTable(claims: readonly Claim[]): string {
  return table(
    ['', 'beside', 'ratio', 'middle half', 'of processor time', 'target', ''],
    claims.map((claim) => {
      const target = claim.target === undefined ? '' : `≤ ${claim.target}`
      if ('reason' in claim) return [claim.name, claim.beside, 'not measured', '', '', target, claim.reason]
      const all = ratios(wallsOf(claim.of), wallsOf(claim.to))
      const {median, low, high} = spread(all)
      const verdict = claim.target === undefined ? '' : median <= claim.target ? 'met' : 'missed'
      const processor = spread(ratios(processorsOf(claim.of), processorsOf(claim.to))).median
      return [
        claim.name,
        claim.beside,
        figure(median),
        `${figure(low)}–${figure(high)}`,
        figure(processor),
        target,
        verdict
      ]
    })
  )
}

/** Commands as a table: what each cost. */
export function costsTable(measured: readonly Measured[]): string {
  return table(
    ['', 'time', 'middle half', 'processor', 'memory', 'of ours', 'browsers', 'pages', 'MB'],
    measured.map(({name, runs, memory, made}) => {
      const wall = spread(runs.map((run) => run.wall))
      const processor = spread(runs.map((run) => run.processor)).median
      return [
        name,
        `${figure(wall.median)} s`,
        `${figure(wall.low)}–${figure(wall.high)}`,
        `${figure(processor)} s`,
        `${mebibytes(memory.all)} MiB`,
        `${mebibytes(memory.own)} MiB`,
        String(spread(runs.map(({browsers}) => browsers)).median),
        made ? String(made.pages) : '',
        made ? (made.bytes / 1e6).toFixed(2) : ''
      ]
    })
  )
}

function wallsOf({runs}: Measured): number[] {
  return runs.map(({wall}) => wall)
}

function processorsOf({runs}: Measured): number[] {
  return runs.map(({processor}) => processor)
}

/** Two digits that say something. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** Bytes, as whole mebibytes. */
export function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}

/** A table as Markdown; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n'
  )
}
