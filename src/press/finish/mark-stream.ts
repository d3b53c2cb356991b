import {type Matrix, times, unchanged} from './matrix.js'
import {type Operator, operatorsOf} from './operators.js'

/** What a content stream is marked with. */
export interface StreamContext {
  /** The height of the page whose own stream it is; a form has none. */
  readonly height?: number
  /** Whether what stands around it is tagged or an artifact already. */
  readonly covered: boolean
  /** Whether a mark is an element’s to keep. `read` says whether text or a picture stands in it, or only lines. */
  keeps(mark: number, read: boolean): boolean
  /** Called for each form or image that is drawn; a form marks its content itself. */
  draws(name: string, covered: boolean): 'form' | 'image'
}

/**
 * A content stream whose every painting operator stands in marked content that an element claims, or in an
 * artifact. Nothing else in it changes: not one byte of what is painted.
 */
export function markStream(bytes: Uint8Array, context: StreamContext): Uint8Array {
  const operators = operatorsOf(bytes, names)
  const read = readMarks(operators)
  const parts: Uint8Array[] = []
  const margin = marginBoxes(bytes, context.height)
  const stack: ('covers' | 'open' | 'dropped')[] = []
  let copied = 0
  let covers = context.covered ? 1 : 0
  let path = -1
  /** Where the artifact that is open would end. */
  let end = -1

  for (const operator of operators) {
    const {name, from} = operator
    const role = roles.get(name)
    margin.pass(operator)
    if (role === 'path' && path < 0) path = from
    if (role === 'mark' || role === 'unmark' || role === 'border') close()
    if (role === 'paint') {
      if (name !== 'Do') paint(path < 0 ? from : path, operator.end)
      else if (context.draws(nameIn(bytes, operator), covers > 0) === 'image') paint(from, operator.end)
      else close()
    }
    if (role === 'paint' || role === 'unpath') path = -1
    if (role === 'mark') open(operator)
    if (role === 'unmark') shut(operator)
  }
  close()
  parts.push(bytes.subarray(copied))
  return parts.length === 1 ? bytes : Buffer.concat(parts)

  function open(operator: Operator): void {
    if (isSpace(bytes, operator)) {
      drop(operator)
      stack.push('dropped')
      return
    }
    const mark = markIn(bytes, operator)
    const kept = mark !== undefined && context.keeps(mark, read.has(operator))
    const artifact = mark === undefined ? isArtifact(bytes, operator) : !kept && covers === 0
    if (mark !== undefined && !kept) {
      put(operator.from, artifact ? '/Artifact BMC' : '/Span BMC')
      copied = operator.end
    }
    stack.push(kept || artifact ? 'covers' : 'open')
    if (kept || artifact) covers++
  }

  function shut(operator: Operator): void {
    const mark = stack.pop()
    if (mark === 'covers') covers--
    if (mark === 'dropped') drop(operator)
  }

  function drop({from, end}: Operator): void {
    parts.push(bytes.subarray(copied, from))
    copied = end
  }

  function paint(from: number, to: number): void {
    if (covers > 0) return
    if (end < 0) put(from, `${margin.artifact()}\n`)
    end = to
  }

  function close(): void {
    if (end >= 0) put(end, '\nEMC')
    end = -1
  }

  function put(at: number, text: string): void {
    parts.push(bytes.subarray(copied, at), Buffer.from(text, 'latin1'))
    copied = at
  }
}

type Role = 'path' | 'unpath' | 'paint' | 'mark' | 'unmark' | 'border' | 'place'

/** What matters of the operators that matter. */
const roles: ReadonlyMap<string, Role> = new Map([
  ...listed('path', 'm l c v y re h'),
  ...listed('unpath', 'n'),
  ...listed('paint', 'f F f* B B* b b* S s sh BI Do Tj TJ \' "'),
  ...listed('mark', 'BMC BDC'),
  ...listed('unmark', 'EMC'),
  ...listed('border', 'q Q BT ET'),
  ...listed('place', 'cm Tm W W*')
])

function listed(role: Role, names: string): [string, Role][] {
  return names.split(' ').map((name) => [name, role])
}

const names: ReadonlySet<string> = new Set(roles.keys())

const seen: ReadonlySet<string> = new Set(['sh', 'BI', 'Do', 'Tj', 'TJ', "'", '"'])

/** The marks in which there is more than lines and areas. */
function readMarks(operators: readonly Operator[]): ReadonlySet<Operator> {
  const found = new Set<Operator>()
  const stack: Operator[] = []
  for (const operator of operators) {
    const role = roles.get(operator.name)
    if (role === 'mark') stack.push(operator)
    if (role === 'unmark') stack.pop()
    if (role === 'paint' && seen.has(operator.name)) for (const mark of stack) found.add(mark)
  }
  return found
}

/**
 * Chromium paints the margin boxes of a page before anything else, and then clips to the page’s area. Texts
 * before that are running heads and folios.
 */
function marginBoxes(bytes: Uint8Array, height: number | undefined) {
  const stack: Matrix[] = []
  let matrix = unchanged
  let text: Matrix | undefined
  let over = height === undefined
  return {
    pass(operator: Operator): void {
      const {name} = operator
      if (over) return
      if (name === 'W' || name === 'W*' || roles.get(name) === 'mark') over = true
      if (name === 'q') stack.push(matrix)
      if (name === 'Q') matrix = stack.pop() ?? unchanged
      if (name === 'cm') matrix = times(numbersIn(bytes, operator), matrix)
      if (name === 'Tm') text = times(numbersIn(bytes, operator), matrix)
      if (name === 'ET') text = undefined
    },
    artifact(): string {
      if (over || !text) return '/Artifact BMC'
      const [subtype, edge] = text[5] > (height ?? 0) / 2 ? ['Header', 'Top'] : ['Footer', 'Bottom']
      return `/Artifact <</Type /Pagination /Subtype /${subtype} /Attached [/${edge}]>> BDC`
    }
  }
}

function operandsOf(bytes: Uint8Array, {from, end}: Operator): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString('latin1')
}

function nameIn(bytes: Uint8Array, operator: Operator): string {
  return /\/(\S+)/.exec(operandsOf(bytes, operator))?.[1] ?? ''
}

function markIn(bytes: Uint8Array, operator: Operator): number | undefined {
  const mark = operator.name === 'BDC' && /\/MCID\s+(\d+)/.exec(operandsOf(bytes, operator))?.[1]
  return mark ? Number(mark) : undefined
}

/**
 * Whether a mark says only that there is a space at which no line breaks, or a sign of direction: Chromium puts it inside the text’s own
 * mark, and there are readers that take its end for the end of the text.
 */
function isSpace(bytes: Uint8Array, operator: Operator): boolean {
  return (
    operator.name === 'BDC' &&
    /\/ActualText\s*<feff(?:00a0|202f|0020|206[6-9]|200[ef])>/i.test(operandsOf(bytes, operator))
  )
}

function isArtifact(bytes: Uint8Array, operator: Operator): boolean {
  return /^\/Artifact\b/.test(operandsOf(bytes, operator))
}

function numbersIn(bytes: Uint8Array, operator: Operator): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operandsOf(bytes, operator).split(/\s+/).map(Number)
  return [a, b, c, d, e, f]
}
