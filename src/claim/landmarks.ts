/** What a text must hold for a pattern to match: one of each of these, one after another. */
export type Landmarks = readonly (readonly string[])[]

/** A part of a pattern: all that it can match, where that is a few words, and its landmarks. */
export interface Part {
  readonly words?: readonly string[]
  readonly landmarks: Landmarks
}

/**
 * Reads a pattern for its landmarks, which takes much less than to compile it. What only looks around has none, so that
 * all that is found stands in its order.
 */
export function partOf(pattern: string, named: (name: string) => Part): Part {
  return new Reader(pattern, named).whole()
}

/** Whether a text holds all landmarks, one after another. */
export function passes(text: string, landmarks: Landmarks): boolean {
  if (known.text !== text) known = {text, holds: new Map()}
  for (const either of landmarks) {
    const holds = known.holds.get(either) ?? either.some((words) => text.includes(words))
    known.holds.set(either, holds)
    if (!holds) return false
  }
  let at = 0
  for (const either of landmarks) {
    let end = Number.POSITIVE_INFINITY
    for (const words of either) {
      const found = text.indexOf(words, at)
      if (found >= 0) end = Math.min(end, found + words.length)
    }
    if (end > text.length) return false
    at = end
  }
  return true
}

/** What the text that was asked last holds: hundreds of patterns ask the same of it. */
let known = {text: '', holds: new Map<readonly string[], boolean>()}

const nothing: Part = {words: [''], landmarks: []}
const anything: Part = {landmarks: []}
/** How many words are worth telling apart: in a row, and of one of several parts. */
const most = {row: 12, either: 160}

class Reader {
  readonly #pattern: string
  readonly #named: (name: string) => Part
  #at = 0

  constructor(pattern: string, named: (name: string) => Part) {
    this.#pattern = pattern
    this.#named = named
  }

  whole(): Part {
    const part = this.#either()
    if (this.#at < this.#pattern.length) throw new Error(`No end of the pattern ${this.#pattern}`)
    return part
  }

  #either(): Part {
    const first = this.#row()
    if (this.#pattern[this.#at] !== '|') return first
    const parts = [first]
    while (this.#pattern[this.#at] === '|') {
      this.#at++
      parts.push(this.#row())
    }
    return anyOf(parts)
  }

  #row(): Part {
    const landmarks: (readonly string[])[] = []
    let words: readonly string[] = ['']
    let isWhole = true
    for (
      let sign = this.#pattern[this.#at];
      sign !== undefined && sign !== '|' && sign !== ')';
      sign = this.#pattern[this.#at]
    ) {
      const part = this.#often(this.#atom(sign), sign === '{')
      const {words: more} = part
      if (more && words.length * more.length <= most.row) {
        words =
          more.length === 1
            ? words.map((word) => word + more[0])
            : words.flatMap((word) => more.map((each) => word + each))
        continue
      }
      if (words.every(isTelling)) landmarks.push(words)
      isWhole = false
      words = more ?? ['']
      if (!more) landmarks.push(...part.landmarks)
    }
    if (words.every(isTelling)) landmarks.push(words)
    return isWhole ? {words, landmarks} : {landmarks}
  }

  /** A part as often as what follows it says; of a macro it may be the end alone that may be left out. */
  #often(part: Part, isMacro: boolean): Part {
    const sign = this.#pattern[this.#at]
    if (sign === '{') {
      const end = this.#pattern.indexOf('}', this.#at)
      const times = this.#pattern.slice(this.#at + 1, end)
      if (!/^\d/.test(times)) return part
      this.#at = end + 1
      this.#skip('?')
      return times.startsWith('0') ? anything : {landmarks: part.landmarks}
    }
    if (sign !== '?' && sign !== '*' && sign !== '+') return part
    this.#at++
    this.#skip('?')
    if (sign === '+') return {landmarks: part.landmarks}
    return sign === '?' && part.words && !isMacro ? {words: [...part.words, ''], landmarks: []} : anything
  }

  #atom(sign: string): Part {
    if (sign === '(') return this.#group()
    if (sign === '{') return this.#named(this.#upTo('}').slice(1, -1))
    if (sign === '[') return this.#oneOf()
    if (sign === '\\') return this.#escaped()
    plain.lastIndex = this.#at
    const words = plain.exec(this.#pattern)?.[0] ?? ''
    this.#at += Math.max(words.length, 1)
    if (words !== '') return {words: [words], landmarks: [[words]].filter(([each = '']) => isTelling(each))}
    return sign === '.' ? anything : nothing
  }

  #group(): Part {
    this.#at++
    if (this.#skip('?:') || this.#pattern[this.#at] !== '?') return this.#closed()
    if (/[=!]/.test(this.#pattern.slice(this.#at + 1, this.#at + 3))) {
      this.#skipGroup()
      return nothing
    }
    this.#upTo('>')
    return this.#closed()
  }

  #closed(): Part {
    const part = this.#either()
    if (!this.#skip(')')) throw new Error(`No bracket at ${this.#at} of the pattern ${this.#pattern}`)
    return part
  }

  #skipGroup(): void {
    for (let depth = 1; depth > 0; this.#at++) {
      const sign = this.#pattern[this.#at]
      if (sign === undefined) throw new Error(`No end of the pattern ${this.#pattern}`)
      if (sign === '\\') this.#at++
      else if (sign === '[') this.#at = this.#endOfClass() - 1
      else if (sign === '(') depth++
      else if (sign === ')') depth--
    }
  }

  #endOfClass(): number {
    let at = this.#at + 1
    while (this.#pattern[at] !== ']') at += this.#pattern[at] === '\\' ? 2 : 1
    return at + 1
  }

  #oneOf(): Part {
    const end = this.#endOfClass()
    const inside = this.#pattern.slice(this.#at + 1, end - 1)
    this.#at = end
    if (inside.startsWith('^') || inside.length > 12 || /\\|.-./.test(inside)) return anything
    const signs = inside.match(/\{[a-z]\}|./gu) ?? []
    const words = signs.flatMap((sign) =>
      sign.length > 1 ? (this.#named(sign.slice(1, -1)).words ?? []) : sign
    )
    return {words, landmarks: words.every(isTelling) ? [words] : []}
  }

  #escaped(): Part {
    const sign = this.#pattern[this.#at + 1] ?? ''
    this.#at += 2
    if (sign === 'p' || sign === 'P') this.#upTo('}')
    if (sign === 'b' || sign === 'B') return nothing
    return /\w/.test(sign) ? anything : {words: [sign], landmarks: isTelling(sign) ? [[sign]] : []}
  }

  #upTo(sign: string): string {
    const start = this.#at
    this.#at = this.#pattern.indexOf(sign, start) + 1
    return this.#pattern.slice(start, this.#at)
  }

  #skip(signs: string): boolean {
    const is = this.#pattern.startsWith(signs, this.#at)
    if (is) this.#at += signs.length
    return is
  }
}

/** Letters that no quantifier follows, or one. */
const plain = /[^\\[\](){}|?*+.^$](?:[^\\[\](){}|?*+.^$](?![?*+]|\{\d))*/y

/** What one of some parts can match: each of them by what tells most of it. */
function anyOf(parts: readonly Part[]): Part {
  const words = parts.flatMap((part) => part.words ?? [])
  if (words.length <= most.either && parts.every((part) => part.words))
    return {words, landmarks: words.every(isTelling) ? [words] : []}
  const best = parts.map(({landmarks}) =>
    landmarks.reduce<readonly string[]>((one, other) => (tells(one) < tells(other) ? other : one), [])
  )
  const either = best.flat()
  return either.length <= most.either && best.every(({length}) => length > 0)
    ? {landmarks: [either]}
    : anything
}

function tells(words: readonly string[]): number {
  return words.reduce((least, {length}) => Math.min(least, length), words.length > 0 ? 100 : 0)
}

/** Commas and spaces tell nothing: every text has some. */
function isTelling(words: string): boolean {
  return /[^ ,.;:]/.test(words)
}
