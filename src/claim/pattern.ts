import {type Landmarks, passes} from './landmarks.js'
import {Macros} from './macros.js'

/**
 * A pattern of a language’s, made ready only when a text may match it: there are hundreds, of thousands of letters each,
 * and a text holds what two or three of them ask for.
 */
export class Pattern {
  readonly #pieces: readonly string[]
  readonly #macros: Macros
  readonly #flags: string
  readonly #ignoresCase: boolean
  #landmarks: Landmarks | undefined
  #ready: RegExp | undefined

  /** A pattern may come in pieces, each whole by itself, that others are made of too. */
  constructor(source: string | readonly string[], macros = none, flags = 'gdu') {
    this.#pieces = [source].flat()
    this.#macros = macros
    this.#flags = flags
    this.#ignoresCase = flags.includes('i')
  }

  /** What a text must hold, in this order. */
  get landmarks(): Landmarks {
    this.#landmarks ??= this.#pieces.flatMap((piece) =>
      this.#macros.landmarksIn(this.#ignoresCase ? piece.toLowerCase() : piece)
    )
    return this.#landmarks
  }

  /** The first match at or after some place; one is looked for elsewhere than at the beginning where another was. */
  exec(text: string, from = 0): RegExpExecArray | null {
    if (from === 0 && !passes(this.#ignoresCase ? inSmall(text) : text, this.landmarks)) return null
    const ready = this.#made()
    ready.lastIndex = from
    return ready.exec(text)
  }

  test(text: string): boolean {
    return this.exec(text) !== null
  }

  /** All matches, none within another. */
  all(text: string): RegExpExecArray[] {
    const found: RegExpExecArray[] = []
    let at = 0
    for (let match = this.exec(text); match; match = this.exec(text, at)) {
      found.push(match)
      at = match.index + Math.max(match[0].length, 1)
    }
    return found
  }

  #made(): RegExp {
    if (this.#ready) return this.#ready
    this.#ready = new RegExp(this.#macros.expand(this.#pieces.join('')), this.#flags)
    this.#ready.test(long)
    this.#ready.lastIndex = 0
    return this.#ready
  }
}

const none = new Macros({})

/**
 * V8 compiles a pattern for its interpreter first, which takes four times as long, unless the first text is long; and
 * once more for texts in wide letters, as those with signs are.
 */
const long = '\uF8FF'.repeat(1024)

/** A text in small letters, kept for the next pattern that asks for the same. */
let known = {text: '', small: ''}

function inSmall(text: string): string {
  // The long s is one without regard to case.
  if (known.text !== text) known = {text, small: text.toLowerCase().replaceAll('ſ', 's')}
  return known.small
}
