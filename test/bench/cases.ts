import type {Case} from './case.js'
import {all, report, trials} from './cold.js'
import {many, outside} from './many.js'
import type {Options} from './options.js'
import {preview} from './preview.js'
import {check, help, warm, word} from './warm.js'

/** All cases, in the order of the table. */
export const cases: readonly Case[] = [
  all,
  report(1),
  report(10),
  report(100, {weight: 0.6, isLong: true}),
  trials(5000, {weight: 0.6, isLong: true}),
  warm,
  word,
  check,
  help,
  many,
  outside,
  preview
]

/** The cases that are asked for. */
export function chosen({only, quick}: Pick<Options, 'only' | 'quick'>): Case[] {
  const unknown = only.filter((name) => !cases.some((each) => each.name === name))
  if (unknown.length > 0)
    throw new Error(
      `Unexpected case \`${unknown.join(', ')}\`, expected some of ${cases.map(({name}) => name).join(', ')}`
    )
  if (only.length > 0) return cases.filter(({name}) => only.includes(name))
  return cases.filter(({isLong, isExtra}) => !isExtra && !(quick && isLong))
}
