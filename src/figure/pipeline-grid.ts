import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {width} from './palette.js'
import {textWidth, wrap} from './text-width.js'

/** A phase’s column; it holds as many trials side by side as it has slots. */
export interface Column {
  readonly key: string
  readonly heading: readonly string[]
  readonly x: number
  readonly width: number
  readonly slots: number
  readonly isHeld: boolean
}

/** A kind’s trials, by the key of their column. */
export interface Group {
  readonly kind: string | undefined
  readonly cells: ReadonlyMap<string, readonly Study[]>
}

/** The least width that an id with its mark needs. */
const slotWidth = 74
const headingSize = 9

/** The columns that always stand, so that a phase without trials is seen to have none. */
const phases = [
  ['EARLY_PHASE1'],
  ['PHASE1'],
  ['PHASE1', 'PHASE2'],
  ['PHASE2'],
  ['PHASE2', 'PHASE3'],
  ['PHASE3'],
  ['PHASE4'],
  ['NA'],
  []
] as const

/** Kinds in the order of their rows: a trial of several stands in the first of them; kinds not known here come before `OTHER`. */
const kinds = [
  'GENETIC',
  'BIOLOGICAL',
  'COMBINATION_PRODUCT',
  'DRUG',
  'DEVICE',
  'RADIATION',
  'PROCEDURE',
  'DIAGNOSTIC_TEST',
  'DIETARY_SUPPLEMENT',
  'BEHAVIORAL'
]

/** A study’s kinds, the one it stands under first. */
export function kindsOf({kinds: all}: Study): string[] {
  return [...all].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}

function rank(kind: string): number {
  const at = kinds.indexOf(kind)
  if (kind === 'OTHER') return kinds.length + 1
  return at < 0 ? kinds.length : at
}

/** The key of the column a study stands in; phases that no column has share one. */
export function columnOf(study: Study): string {
  const key = [...study.phases].sort().join()
  return phases.some((each) => each.join() === key) ? key : other
}

const other = 'other'

/** Trials by kind and phase, each exactly once, those of a cell by id. */
export function toGroups(studies: readonly Study[]): Group[] {
  const groups = new Map<string, Map<string, Study[]>>()
  const sorted = [...studies].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const study of sorted) {
    const kind = kindsOf(study)[0] ?? ''
    const cells = groups.get(kind) ?? new Map<string, Study[]>()
    const column = columnOf(study)
    const cell = cells.get(column)
    if (cell) cell.push(study)
    else cells.set(column, [study])
    groups.set(kind, cells)
  }
  return [...groups]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : rank(a) - rank(b) || (a < b ? -1 : 1)))
    .map(([kind, cells]) => ({kind: kind || undefined, cells}))
}

/** Columns over a panel’s width: one without trials is as narrow as its heading, the fullest get the most room. */
export function toColumns(groups: readonly Group[], words: Words): Column[] {
  const keys = [...phases.map((each) => each.join()), other]
  const fullest = new Map(
    keys.map((key) => [
      key,
      Math.max(0, ...groups.slice(0, mostCompared).map(({cells}) => cells.get(key)?.length ?? 0))
    ])
  )
  const held = (key: string) => groups.some(({cells}) => cells.has(key))
  const shown = keys.filter((key) => key !== other || held(key))
  const narrow = (key: string) => narrowest(headingFor(key, words)) + 10

  const full = shown.filter(held)
  const rest = shown.filter((key) => !held(key)).reduce((sum, key) => sum + narrow(key), 0)
  const room = width - rest
  const slots = new Map(full.map((key) => [key, 1]))
  const count = Math.max(full.length, Math.floor(room / slotWidth))
  for (let spare = count - full.length; spare > 0; spare--) {
    const depth = (key: string) => (fullest.get(key) ?? 0) / (slots.get(key) ?? 1)
    const deepest = full.reduce((a, b) => (depth(b) > depth(a) ? b : a), full[0] ?? '')
    if (depth(deepest) <= 1) break
    slots.set(deepest, (slots.get(deepest) ?? 1) + 1)
  }
  const all = [...slots.values()].reduce((sum, each) => sum + each, 0)
  let x = 0
  return shown.map((key) => {
    const own = held(key)
      ? (room * (slots.get(key) ?? 1)) / Math.max(all, 1)
      : narrow(key) * (full.length ? 1 : width / rest)
    const column = {
      key,
      heading: wrap(headingFor(key, words), own - 4, headingSize, 600),
      x,
      width: own,
      slots: slots.get(key) ?? 1,
      isHeld: held(key)
    }
    x += own
    return column
  })
}

/** The least width that holds a heading in two lines. */
function narrowest(heading: string): number {
  const words = heading.split(' ')
  const of = (some: readonly string[]) => textWidth(some.join(' '), headingSize, 600)
  return Math.ceil(Math.min(...words.map((_, at) => Math.max(of(words.slice(0, at)), of(words.slice(at))))))
}

/** Kinds that nobody knows may be without number; the first ones tell how full columns are. */
const mostCompared = 200

function headingFor(key: string, words: Words): string {
  if (key === other) return words.figures.otherPhase
  return words.phase(key === '' ? [] : key.split(',')) ?? words.figures.phaseNotReported
}
