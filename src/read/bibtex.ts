/** An entry of a BibTeX file: its fields as they are typed, names in lower case, and where it begins. */
export interface BibtexEntry {
  readonly type: string
  readonly key: string
  readonly fields: ReadonlyMap<string, string>
  readonly offset: number
}

export interface Bibtex {
  readonly entries: readonly BibtexEntry[]
  /** What is wrong, each where its entry begins. */
  readonly errors: readonly {readonly message: string; readonly offset: number}[]
}

/** No file is told more mistakes. */
const mostErrors = 50

/**
 * Takes BibTeX apart: `@string` and `#` are obeyed, what stands between entries is none. A wrong entry is one mistake,
 * and reading goes on where the next line begins one; so no sign is read more than a few times, whatever the file.
 */
export function readBibtex(text: string): Bibtex {
  const entries: BibtexEntry[] = []
  const errors: {message: string; offset: number}[] = []
  const strings = new Map(months)
  const opening = /@[ \t]*([A-Za-z]+)\s{0,20}[{(]/g
  for (let match = opening.exec(text); match && errors.length < mostErrors; match = opening.exec(text)) {
    const type = match[1]?.toLowerCase() ?? ''
    const reader = new Reader(text, opening.lastIndex, strings)
    try {
      if (type === 'comment' || type === 'preamble') reader.skip()
      else if (type === 'string') for (const [name, value] of reader.fields()) strings.set(name, value)
      else {
        const key = reader.key()
        entries.push({type, key, fields: reader.fields(), offset: match.index})
      }
      opening.lastIndex = reader.at
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      // A comment may hold anything.
      if (type !== 'comment') errors.push({message: error.message, offset: match.index})
      nextLine.lastIndex = match.index + 1
      const next = nextLine.exec(text)
      if (!next) break
      opening.lastIndex = next.index
    }
  }
  return {entries, errors}
}

class Mistake extends Error {}

const nextLine = /(?<=[\r\n])[ \t]{0,40}@/g
const entryStart = /[\r\n][ \t]{0,40}@[ \t]*[A-Za-z]+\s{0,20}[{(]/y

const months: readonly (readonly [string, string])[] = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index): readonly [string, string] => [name, String(index + 1)]
  )
]

/** Reads one entry, behind its opening brace. */
class Reader {
  readonly #text: string
  readonly #strings: ReadonlyMap<string, string>
  at: number

  constructor(text: string, at: number, strings: ReadonlyMap<string, string>) {
    this.#text = text
    this.at = at
    this.#strings = strings
  }

  key(): string {
    const key = this.#take(/[^\s,{}()=@"#%]{1,200}/y)
    if (!key) throw new Mistake('an entry with a key')
    this.#space()
    if (!this.#take(/,/y) && !/[})]/.test(this.#text.charAt(this.at)))
      throw new Mistake('a comma after the key')
    return key
  }

  fields(): Map<string, string> {
    const fields = new Map<string, string>()
    for (;;) {
      this.#space()
      if (this.#take(/[})]/y)) return fields
      const name = this.#take(/[A-Za-z][\w:.+/-]{0,60}/y)?.toLowerCase()
      if (!name) throw new Mistake(this.at < this.#text.length ? 'a field' : 'the entry’s end')
      this.#space()
      if (!this.#take(/=/y)) throw new Mistake(`\`=\` after \`${name}\``)
      const value = this.#value(name)
      if (!fields.has(name)) fields.set(name, value)
      this.#space()
      if (!this.#take(/,/y) && !/[})]/.test(this.#text.charAt(this.at)))
        throw new Mistake(`a comma or the entry’s end after \`${name}\``)
    }
  }

  /** The rest of a group that says nothing. */
  skip(): void {
    this.#group('}')
  }

  #value(name: string): string {
    let value = ''
    do {
      this.#space()
      const sign = this.#take(/[{"]/y)
      const word = sign ? undefined : this.#take(/[^\s,{}()=@"#%]{1,200}/y)
      if (sign) value += this.#group(sign === '{' ? '}' : '"')
      else if (word) value += this.#strings.get(word.toLowerCase()) ?? word
      else throw new Mistake(`a value of \`${name}\``)
      this.#space()
    } while (this.#take(/#/y))
    return value
  }

  /** What stands up to the sign that closes, braces within in pairs. */
  #group(end: '}' | '"'): string {
    const start = this.at
    let depth = 0
    for (; this.at < this.#text.length; this.at++) {
      const sign = this.#text.charAt(this.at)
      entryStart.lastIndex = this.at
      if ((sign === '\n' || sign === '\r') && entryStart.test(this.#text)) break
      if (sign === '\\') this.at++
      else if (sign === end && depth === 0) return this.#text.slice(start, this.at++)
      else if (sign === '{') depth++
      else if (sign === '}') depth--
      if (depth < 0) break
    }
    throw new Mistake(`the \`${end}\` that closes`)
  }

  #space(): void {
    this.#take(/\s+/y)
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0]
    this.at += found?.length ?? 0
    return found
  }
}
