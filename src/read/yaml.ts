import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import type {Place} from '../model/origin.js'

/** A YAML mapping whose scalars are all text, as it was typed: `1.0` stays `1.0`, a date stays a date. */
export interface Yaml {
  readonly value: unknown
  /** Where a value stands; where its key stands if `key`; the deepest thing there is, if it is missing. */
  at(path: readonly PropertyKey[], key?: 'key'): Place
  readonly errors: readonly {readonly message: string; readonly place: Place}[]
}

/** Reads YAML that begins on a line of its file (1 for a file of its own). Never throws. */
export function readYaml(text: string, firstLine = 1): Yaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {schema: 'failsafe', lineCounter: lines, prettyErrors: false})
  const toPlace = (offset: number): Place => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1)}
  }
  const [first] = document.errors
  const value = first ? undefined : plain(() => document.toJS())
  // The first mistake is one; those after it mostly follow from it.
  const errors = first ? [{message: first.message, place: toPlace(first.pos[0])}] : []

  return {
    value,
    errors,
    at(path, key) {
      let node: unknown = document.contents
      let offset = 0
      for (const [index, segment] of path.entries()) {
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && item.key.value === segment)
          if (!pair) break
          const wanted = key && index === path.length - 1 ? pair.key : pair.value
          offset = rangeOf(wanted) ?? rangeOf(pair.key) ?? offset
          node = pair.value
        } else if (isSeq(node) && typeof segment === 'number') {
          node = node.items[segment]
          offset = rangeOf(node) ?? offset
        } else break
      }
      return toPlace(offset)
    }
  }
}

// Aliases that multiply without end are refused by the library, by throwing.
function plain(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}

function rangeOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isRanged(node) ? (node.range?.[0] ?? undefined) : undefined
}

function isRanged(node: unknown): node is {range?: [number, number, number] | null} {
  return typeof node === 'object' && node !== null && 'range' in node
}
