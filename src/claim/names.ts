import {Pattern} from './pattern.js'

/** Names to find in a text: at each place the first of them that stands there, as words of its own. */
export class Names {
  readonly #patterns: readonly Pattern[]
  readonly #after: RegExp

  /** `joins` tells whether a hyphen makes a name the beginning of another: `CENTAUR-like`. */
  constructor(patterns: readonly string[], flags: string, {joins = true} = {}) {
    // The longest first: CENTAUR-OLE is not CENTAUR.
    const ordered = [...new Set(patterns)].sort(
      (one, other) => other.length - one.length || (one < other ? -1 : 1)
    )
    this.#patterns = ordered.map((each) => new Pattern(each, undefined, flags))
    this.#after = joins ? joined : followed
  }

  /** All names of a text, none within another. */
  all(text: string): RegExpExecArray[] {
    const found: RegExpExecArray[] = []
    const next = this.#patterns.flatMap((pattern) => {
      const match = this.#next(pattern, text, 0)
      return match ? [{pattern, match}] : []
    })
    while (next.length > 0) {
      const first = next.reduce((one, other) => (other.match.index < one.match.index ? other : one))
      const end = first.match.index + first.match[0].length
      found.push(first.match)
      for (const [index, each] of [...next.entries()].reverse()) {
        if (end <= each.match.index) continue
        const match = this.#next(each.pattern, text, end)
        if (match) each.match = match
        else next.splice(index, 1)
      }
    }
    return found
  }

  #next(pattern: Pattern, text: string, from: number): RegExpExecArray | undefined {
    for (let match = pattern.exec(text, from); match; match = pattern.exec(text, match.index + 1)) {
      const end = match.index + match[0].length
      const isWhole = !preceded.test(text.slice(Math.max(match.index - 3, 0), match.index))
      if (isWhole && !this.#after.test(text.slice(end, end + 3))) return match
    }
    return undefined
  }
}

const letter = '[\\p{L}\\p{N}\\u0345]'
const preceded = new RegExp(`${letter}-?$`, 'u')
const followed = new RegExp(`^${letter}`, 'u')
const joined = new RegExp(`^-?${letter}`, 'u')
