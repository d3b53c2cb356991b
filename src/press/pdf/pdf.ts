import {type Known, Parser} from './parser.js'
import {type Dict, Ref, Stream, type Value} from './values.js'

/** A page, and how high it is in points. */
export interface PdfPage {
  readonly ref: Ref
  readonly dict: Dict
  readonly height: number
}

/** A PDF as Chromium writes it, its objects read as they are asked for. What is changed in them is written. */
export class Pdf {
  readonly trailer: Dict
  readonly #bytes: Uint8Array
  readonly #source: string
  /** Where each object stands in the file. */
  readonly #offsets: readonly number[]
  readonly #objects: (Value | undefined)[] = []
  readonly #known: Known = {refs: [], names: new Map()}

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const {offsets, trailerAt} = readTable(this.#source)
    this.#offsets = offsets
    const trailer = new Parser(this.#source, trailerAt, this.#known).value()
    if (!(trailer instanceof Map)) throw new Error('Unexpected PDF without a trailer')
    this.trailer = trailer
  }

  get catalog(): Dict {
    const catalog = this.resolve(this.trailer.get('Root'))
    if (!(catalog instanceof Map)) throw new Error('Unexpected PDF without a catalog')
    return catalog
  }

  /** A value itself, where a reference to it may stand. */
  resolve(value: Value | undefined): Value | undefined {
    let found = value
    for (let depth = 0; found instanceof Ref && depth < 32; depth++) found = this.#object(found.number)
    return found
  }

  /** Gives the PDF another object. */
  add(value: Value): Ref {
    const {refs} = this.#known
    const ref = new Ref(Math.max(this.#offsets.length, refs.length, this.#objects.length))
    refs[ref.number] = ref
    this.#objects[ref.number] = value
    return ref
  }

  /** Puts something in the place of an object. */
  replace(ref: Ref, value: Value): void {
    this.#objects[ref.number] = value
  }

  /** The pages, in order. */
  pages(): PdfPage[] {
    const pages: PdfPage[] = []
    const seen = new Set<Value>()
    const walk = (ref: Value | undefined, box: Value | undefined) => {
      const node = this.resolve(ref)
      if (!(ref instanceof Ref) || !(node instanceof Map) || seen.has(node)) return
      seen.add(node)
      const own = this.resolve(node.get('MediaBox')) ?? box
      const kids = this.resolve(node.get('Kids'))
      if (Array.isArray(kids)) for (const kid of kids) walk(kid, own)
      else pages.push({ref, dict: node, height: heightOf(own)})
    }
    walk(this.catalog.get('Pages'), undefined)
    return pages
  }

  #object(number: number): Value | undefined {
    const known = this.#objects[number]
    if (known !== undefined) return known
    const at = this.#offsets[number]
    if (!at) return undefined
    const parser = new Parser(this.#source, at, this.#known)
    if (parser.value() !== number || parser.value() !== 0 || !parser.takes('obj'))
      throw new Error(`Unexpected PDF whose object ${number} does not stand where its table says`)
    const value = parser.value()
    const object =
      value instanceof Map && parser.takes('stream') ? new Stream(value, this.#data(value, parser.at)) : value
    this.#objects[number] = object
    return object
  }

  #data(dict: Dict, at: number): Uint8Array {
    const start = at + (this.#source[at] === '\r' ? 1 : 0) + 1
    const length = this.resolve(dict.get('Length'))
    if (
      typeof length !== 'number' ||
      !/^\s*endstream/.test(this.#source.slice(start + length, start + length + 12))
    )
      throw new Error('Unexpected stream in a PDF that is not as long as it says')
    return this.#bytes.subarray(start, start + length)
  }
}

/** The table that leads from the objects’ numbers to their places. */
function readTable(source: string): {offsets: number[]; trailerAt: number} {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-64))?.[1]
  const line = /(\d+) (\d+)[ \r\n]+|trailer/y
  const offsets: number[] = []
  if (start === undefined || !source.startsWith('xref', Number(start)))
    throw new Error('Unexpected PDF without a table of its objects, expected one as Chromium writes it')
  line.lastIndex = source.indexOf('\n', Number(start)) + 1
  for (let match = line.exec(source); match; match = line.exec(source)) {
    if (match[1] === undefined) return {offsets, trailerAt: line.lastIndex}
    const first = Number(match[1])
    for (let index = 0; index < Number(match[2]); index++) {
      const at = line.lastIndex + index * 20
      offsets[first + index] = source[at + 17] === 'n' ? Number(source.slice(at, at + 10)) : 0
    }
    line.lastIndex += Number(match[2]) * 20
  }
  throw new Error('Unexpected PDF without a trailer')
}

function heightOf(box: Value | undefined): number {
  const [, bottom, , top] = Array.isArray(box) ? box : []
  return typeof bottom === 'number' && typeof top === 'number' ? top - bottom : 0
}
