import type {Edit} from '../flate/edits.js'
import {type Matrix, times, unchanged} from './matrix.js'
import {operatorsOf} from './operators.js'

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
 * What makes of a content stream one whose every painting operator stands in marked content that an element claims, or
 * in an artifact. Nothing else in it changes: not one byte of what is painted.
 */
export function markStream(content: Uint8Array, context: StreamContext): Edit[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const operators = operatorsOf(bytes, names)
  const read = readMarks(operators)
  const edits: Edit[] = []
  const margin = marginBoxes(context.height)
  const stack: ('covers' | 'open' | 'dropped')[] = []
  let covers = context.covered ? 1 : 0
  let path = -1
  /** Where the artifact that is open would end. */
  let end = -1

  for (let index = 0; index < operators.length; index += 3) {
    const name = operators[index] as number
    const from = operators[index + 1] as number
    const to = operators[index + 2] as number
    const role = roles[name]
    if (!margin.isOver) margin.pass(names[name] ?? '', () => bytes.toString('latin1', from, to))
    if (role === 'path' && path < 0) path = from
    if (role === 'mark' || role === 'unmark' || role === 'border') close()
    if (role === 'paint') {
      if (name !== draw) paint(path < 0 ? from : path, to)
      else if (context.draws(nameIn(bytes.toString('latin1', from, to)), covers > 0) === 'image')
        paint(from, to)
      else close()
    }
    if (role === 'paint' || role === 'unpath') path = -1
    if (role === 'mark') open(from, to, read[index] === 1)
    if (role === 'unmark') shut(from, to)
  }
  close()
  return edits

  function open(from: number, to: number, isRead: boolean): void {
    const operands = bytes.toString('latin1', from, to)
    if (isSpace(operands)) {
      edits.push({from, to, text: ''})
      stack.push('dropped')
      return
    }
    const mark = markIn(operands)
    const kept = mark !== undefined && context.keeps(mark, isRead)
    const artifact = mark === undefined ? /^\/Artifact\b/.test(operands) : !kept && covers === 0
    if (mark !== undefined && !kept) edits.push({from, to, text: artifact ? '/Artifact BMC' : '/Span BMC'})
    stack.push(kept || artifact ? 'covers' : 'open')
    if (kept || artifact) covers++
  }

  function shut(from: number, to: number): void {
    const mark = stack.pop()
    if (mark === 'covers') covers--
    if (mark === 'dropped') edits.push({from, to, text: ''})
  }

  function paint(from: number, to: number): void {
    if (covers > 0) return
    if (end < 0) edits.push({from, to: from, text: `${margin.artifact()}\n`})
    end = to
  }

  function close(): void {
    if (end >= 0) edits.push({from: end, to: end, text: '\nEMC'})
    end = -1
  }
}

type Role = 'path' | 'unpath' | 'paint' | 'mark' | 'unmark' | 'border' | 'place'

/** What matters of the operators that matter. */
const known: readonly (readonly [Role, string])[] = [
  ['path', 'm l c v y re h'],
  ['unpath', 'n'],
  ['paint', 'f F f* B B* b b* S s sh BI Do Tj TJ \' "'],
  ['mark', 'BMC BDC'],
  ['unmark', 'EMC'],
  ['border', 'q Q BT ET'],
  ['place', 'cm Tm W W*']
]

const names = known.flatMap(([, list]) => list.split(' '))
const roles = known.flatMap(([role, list]) => list.split(' ').map(() => role))
const draw = names.indexOf('Do')
/** What paints more than lines and areas. */
const seen = names.map((name) => /^(?:sh|BI|Do|Tj|TJ|'|")$/.test(name))

/** For each mark, at its place among the operators, whether there is more in it than lines and areas. */
function readMarks(operators: Int32Array): Uint8Array {
  const read = new Uint8Array(operators.length)
  const stack: number[] = []
  let inside = -1
  for (let index = 0; index < operators.length; index += 3) {
    const name = operators[index] as number
    if (seen[name]) {
      if (inside >= 0) read[inside] = 1
    } else if (roles[name] === 'mark') {
      stack.push(inside)
      inside = index
    } else if (roles[name] === 'unmark' && inside >= 0) {
      const outer = stack.pop() ?? -1
      if (outer >= 0 && read[inside] === 1) read[outer] = 1
      inside = outer
    }
  }
  return read
}

/**
 * Chromium paints the margin boxes of a page before anything else, and then clips to the page’s area. Texts
 * before that are running heads and folios.
 */
function marginBoxes(height: number | undefined) {
  const stack: Matrix[] = []
  let matrix = unchanged
  let text: Matrix | undefined
  return {
    isOver: height === undefined,
    pass(name: string, operands: () => string): void {
      if (name === 'W' || name === 'W*' || name === 'BMC' || name === 'BDC') this.isOver = true
      if (name === 'q') stack.push(matrix)
      if (name === 'Q') matrix = stack.pop() ?? unchanged
      if (name === 'cm') matrix = times(numbersIn(operands()), matrix)
      if (name === 'Tm') text = times(numbersIn(operands()), matrix)
      if (name === 'ET') text = undefined
    },
    artifact(): string {
      if (this.isOver || !text) return '/Artifact BMC'
      const [subtype, edge] = text[5] > (height ?? 0) / 2 ? ['Header', 'Top'] : ['Footer', 'Bottom']
      return `/Artifact <</Type /Pagination /Subtype /${subtype} /Attached [/${edge}]>> BDC`
    }
  }
}

function nameIn(operands: string): string {
  return /\/(\S+)/.exec(operands)?.[1] ?? ''
}

function markIn(operands: string): number | undefined {
  const mark = operands.endsWith('BDC') && /\/MCID\s+(\d+)/.exec(operands)?.[1]
  return mark ? Number(mark) : undefined
}

/**
 * Whether a mark says only that there is a space at which no line breaks, or a sign of direction: Chromium puts it inside the text’s own
 * mark, and there are readers that take its end for the end of the text.
 */
function isSpace(operands: string): boolean {
  return (
    operands.endsWith('BDC') && /\/ActualText\s*<feff(?:00a0|202f|0020|206[6-9]|200[ef])>/i.test(operands)
  )
}

function numbersIn(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.split(/\s+/).map(Number)
  return [a, b, c, d, e, f]
}
