import {type Dict, Ref, Text, type Value} from './values.js'

/** What occurs in a PDF again and again is held once. */
export interface Known {
  readonly refs: Ref[]
  readonly names: Map<string, string>
}

/** Reads the values of a PDF, one after another, from its bytes as Latin letters. */
export class Parser {
  /** Where the next value is looked for. */
  at: number
  readonly #source: string
  readonly #refs: Ref[]
  readonly #names: Map<string, string>

  constructor(source: string, at: number, {refs, names}: Known) {
    this.#source = source
    this.at = at
    this.#refs = refs
    this.#names = names
  }

  value(): Value {
    const sign = this.#skipSpace()
    if (isDigit(sign) || sign === plus || sign === minus || sign === dot) return this.#number()
    if (sign === slash) return this.#name()
    if (sign === open) return this.#array()
    if (sign === paren) return this.#literal()
    if (sign === less)
      return this.#source.charCodeAt(this.at + 1) === less ? this.#dictionary() : this.#hexadecimal()
    for (const [word, value] of words) if (this.takes(word)) return value
    throw new Error(`Unexpected \`${this.#source.slice(this.at, this.at + 20)}\` in a PDF, expected a value`)
  }

  /** Whether a word comes next; if so it is passed. */
  takes(word: string): boolean {
    this.#skipSpace()
    const isNext = this.#source.startsWith(word, this.at)
    if (isNext) this.at += word.length
    return isNext
  }

  #dictionary(): Dict {
    const dict: Dict = new Map()
    this.at += 2
    for (let sign = this.#skipSpace(); sign === slash; sign = this.#skipSpace()) {
      const key = this.#name()
      dict.set(key, this.value())
    }
    if (!this.takes('>>')) throw new Error('Unexpected dictionary in a PDF that does not end')
    return dict
  }

  #array(): Value[] {
    const array: Value[] = []
    this.at++
    while (this.#skipSpace() !== close) array.push(this.value())
    this.at++
    return array
  }

  #name(): string {
    const start = ++this.at
    while (isRegular(this.#source.charCodeAt(this.at))) this.at++
    const name = this.#source.slice(start, this.at)
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#names.set(name, name)
    return name
  }

  /** A number, or the reference that begins with it. */
  #number(): number | Ref {
    const start = this.at
    let whole = 0
    let sign = this.#source.charCodeAt(this.at)
    for (; isDigit(sign); sign = this.#source.charCodeAt(++this.at)) whole = whole * 10 + sign - zero
    if (isRegular(sign)) {
      while (isRegular(this.#source.charCodeAt(this.at))) this.at++
      return Number(this.#source.slice(start, this.at)) || 0
    }
    return sign === space && this.#takesReference() ? this.#ref(whole) : whole
  }

  /** Whether ` 0 R` comes next; if so it is passed. */
  #takesReference(): boolean {
    let end = this.at + 1
    if (!isDigit(this.#source.charCodeAt(end))) return false
    while (isDigit(this.#source.charCodeAt(end))) end++
    if (this.#source.charCodeAt(end) !== space || this.#source.charCodeAt(end + 1) !== r) return false
    if (isRegular(this.#source.charCodeAt(end + 2))) return false
    this.at = end + 2
    return true
  }

  #ref(number: number): Ref {
    const known = this.#refs[number]
    if (known) return known
    const ref = new Ref(number)
    this.#refs[number] = ref
    return ref
  }

  #literal(): Text {
    const start = ++this.at
    let depth = 1
    for (; depth > 0 && this.at < this.#source.length; this.at++) {
      const sign = this.#source.charCodeAt(this.at)
      if (sign === backslash) this.at++
      else if (sign === paren) depth++
      else if (sign === 0x29) depth--
    }
    const bytes = this.#source.slice(start, this.at - 1)
    return new Text(/[\\\r]/.test(bytes) ? unescaped(bytes) : bytes)
  }

  #hexadecimal(): Text {
    const end = this.#source.indexOf('>', this.at)
    if (end < 0) throw new Error('Unexpected string in a PDF that does not end')
    const digits = this.#source.slice(this.at + 1, end).replace(/\s+/g, '')
    this.at = end + 1
    return new Text(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'))
  }

  #skipSpace(): number {
    for (;;) {
      const sign = this.#source.charCodeAt(this.at)
      if (sign === 0x25)
        while (this.at < this.#source.length && !isLineEnd(this.#source.charCodeAt(this.at))) this.at++
      else if ((sign !== 32 && (sign > 13 || sign === 1)) || Number.isNaN(sign)) return sign
      else this.at++
    }
  }
}

const words = [
  ['true', true],
  ['false', false],
  ['null', null]
] as const

const [space, paren, plus, minus, dot, slash, zero, less] = [0x20, 0x28, 0x2b, 0x2d, 0x2e, 0x2f, 0x30, 0x3c]
const [r, open, backslash, close] = [0x52, 0x5b, 0x5c, 0x5d]

function isDigit(sign: number): boolean {
  return zero <= sign && sign <= 0x39
}

function isLineEnd(sign: number): boolean {
  return sign === 10 || sign === 13
}

/** Neither space nor one of `()<>[]{}/%`, nor the end. */
function isRegular(sign: number): boolean {
  return regular[sign] === 1
}

const regular = Uint8Array.from({length: 256}, (_, sign) =>
  sign > 32 && !'()<>[]{}/%'.includes(String.fromCharCode(sign)) ? 1 : 0
)

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

function unescaped(bytes: string): string {
  return bytes.replace(/\\(?:([0-7]{1,3})|(\r\n|.))|\r\n?/gs, (_, octal?: string, sign?: string) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    if (sign === undefined) return '\n'
    return /[\r\n]/.test(sign) ? '' : (escapes[sign] ?? sign)
  })
}
