import type {Asked, Case, Stage} from './case.js'
import {type Cost, type Memory, measure} from './measure.js'
import type {Options} from './options.js'
import type {Claim, Measured} from './table.js'

/** What came of a case. */
interface Result {
  readonly claims: readonly Claim[]
  readonly measured: readonly Measured[]
  readonly tables: readonly string[]
}

/** Runs the commands of a case by turns: once for their memory, then so often for their time. */
export async function runCase(
  {name, weight = 1, prepare}: Case,
  stage: Stage,
  options: Pick<Options, 'runs' | 'quick'>,
  say: (line: string) => void
): Promise<Result> {
  say(`${name}  inputs`)
  const {commands, claims, tables = []} = await prepare(stage, options, say)
  const rounds = Math.max(1, Math.ceil(options.runs * weight))
  const measured = commands.map((command) => ({...start(), ...command}))
  for (let round = 0; commands.length > 0 && round <= rounds; round++) {
    say(round === 0 ? `${name}  memory` : `${name}  round ${round} of ${rounds}`)
    for (const each of measured) {
      each.before?.()
      const {memory, ...cost} = await measure(each.steps, stage.folder, round === 0)
      if (round === 0) each.memory = memory
      else each.runs.push(cost)
    }
  }
  const results = measured.map(({name, runs, memory, made}) => ({name, runs, memory, made: made?.()}))
  return {claims: claims.map((claim) => toClaim(claim, results)), measured: results, tables}
}

function start(): {runs: Cost[]; memory: Memory} {
  return {runs: [], memory: {all: 0, own: 0}}
}

function toClaim(asked: Asked, results: readonly Measured[]): Claim {
  if ('reason' in asked) return asked
  const find = (name: string) => {
    const found = results.find((each) => each.name === name)
    if (!found) throw new Error(`Unexpected command \`${name}\`, expected one of the case`)
    return found
  }
  return {...asked, beside: asked.to, of: find(asked.of), to: find(asked.to)}
}
