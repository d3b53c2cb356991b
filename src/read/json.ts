import {findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import {location} from 'vfile-location'
import type {Place} from '../model/origin.js'
import type {Yaml} from './yaml.js'

/** JSON whose scalars are all text, as they were typed: `1.50` stays `1.50`. `null` is empty. Never throws. */
export function readJson(text: string): Yaml {
  const lines = location(text)
  const toPlace = (offset: number): Place => {
    const point = lines.toPoint(offset)
    return {line: point?.line ?? 1, column: point?.column ?? 1}
  }
  const errors: ParseError[] = []
  let tree: Node | undefined
  let value: unknown
  try {
    tree = parseTree(text, errors, {disallowComments: true})
    value = tree && !errors[0] ? scalarsOf(tree, text) : undefined
  } catch {
    return {
      value: undefined,
      errors: [{message: 'nested without end', place: toPlace(0)}],
      at: () => toPlace(0)
    }
  }
  const [first] = errors
  const message =
    first &&
    printParseErrorCode(first.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
  return {
    value,
    errors: first ? [{message: message ?? '', place: toPlace(first.offset)}] : [],
    at(path) {
      for (let length = path.length; tree && length > 0; length--) {
        const segments = path.slice(0, length).map((each) => (typeof each === 'number' ? each : String(each)))
        const found = findNodeAtLocation(tree, segments)
        if (found) return toPlace(found.offset)
      }
      return toPlace(tree?.offset ?? 0)
    }
  }
}

function scalarsOf(node: Node, text: string): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => scalarsOf(child, text))
  if (node.type === 'object') {
    const entries = (node.children ?? []).map(({children: [key, value] = []}): [string, unknown] => [
      String(key?.value),
      value ? scalarsOf(value, text) : ''
    ])
    return Object.fromEntries(entries)
  }
  if (node.type === 'string') return String(node.value)
  return node.type === 'null' ? '' : text.slice(node.offset, node.offset + node.length)
}
