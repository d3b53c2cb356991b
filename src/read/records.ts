import {findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree} from 'jsonc-parser'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Place} from '../model/origin.js'
import {listIn} from './json-list.js'

interface Schema<T> {
  safeParse(
    value: unknown
  ):
    | {success: true; data: T}
    | {success: false; error: {issues: readonly {path: PropertyKey[]; message: string}[]}}
}

/** A sound record, and where it stands. */
export interface Found<T> {
  readonly value: T
  readonly place: Place
}

/** The sound records of a JSON list; what is wrong with others is an error at the value’s place. */
export function records<T>(file: VFile | undefined, schema: Schema<T>): Found<T>[] {
  if (!file) return []
  const text = String(file)
  const lines = location(text)
  const at = (offset: number): Place => {
    const point = lines.toPoint(offset)
    return {line: point?.line ?? 1, column: point?.column ?? 1}
  }
  const complain = (message: string, offset: number, ruleId: string) => {
    file.message(message, {place: at(offset), source: 'read', ruleId}).fatal = true
  }

  if (file.messages.some(({fatal}) => fatal)) return []
  // A tree of all values with their places is for those who make mistakes: it takes many times as long.
  const list = listIn(text)
  let tree: Node | undefined
  const errors: ParseError[] = []
  if (!list) {
    tree = parse(text, errors)
    if (errors[0] || tree?.type !== 'array') {
      complain(
        `Unexpected ${errors[0] ? 'sign' : (tree?.type ?? 'nesting')}, expected a JSON list of records`,
        errors[0]?.offset ?? 0,
        'malformed-evidence'
      )
      return []
    }
  }

  const values: readonly {value: unknown; offset: number}[] =
    list ?? (tree?.children ?? []).map((node) => ({value: getNodeValue(node), offset: node.offset}))
  const found: Found<T>[] = []
  for (const [index, {value, offset}] of values.entries()) {
    const result = schema.safeParse(value)
    if (result.success) {
      found.push({value: result.data, place: at(offset)})
      continue
    }
    tree ??= parse(text, errors)
    const node = tree?.children?.[index]
    for (const issue of result.error.issues) {
      const where = node ? nearest(node, issue.path) : {offset}
      complain(
        `Unexpected value at \`${issue.path.join('.') || 'record'}\`, expected a sound record: ${issue.message}`,
        where.offset,
        'malformed-evidence'
      )
    }
  }
  return found
}

/** The deepest node on the way to a value; the value itself may be missing. */
function nearest(node: Node, path: readonly PropertyKey[]): Node {
  for (let length = path.length; length > 0; length--) {
    const segments = path
      .slice(0, length)
      .map((segment) => (typeof segment === 'number' ? segment : String(segment)))
    const found = findNodeAtLocation(node, segments)
    if (found) return found
  }
  return node
}

/** Nesting without end overflows the parser’s stack. */
function parse(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, {disallowComments: true})
  } catch {
    return undefined
  }
}
