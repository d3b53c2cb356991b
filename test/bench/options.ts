import {parseArgs} from 'node:util'

/** What a benchmark is asked for. */
export interface Options {
  /** Rounds that count. */
  readonly runs: number
  /** Names of cases; all where none is named. */
  readonly only: readonly string[]
  readonly quick: boolean
  readonly write: boolean
}

export function readOptions(args: string[]): Options {
  const {values} = parseArgs({
    args,
    options: {
      runs: {type: 'string'},
      only: {type: 'string'},
      quick: {type: 'boolean', default: false},
      write: {type: 'boolean', default: false}
    }
  })
  const runs = Number(values.runs ?? (values.quick ? 2 : 5))
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`Unexpected number of runs \`${values.runs}\`, expected 1 or more`)
  const only = values.only?.split(',').map((name) => name.trim()) ?? []
  return {runs, only, quick: values.quick, write: values.write}
}
