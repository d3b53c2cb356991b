import {type Landmarks, passes} from './landmarks.js'
import type {Macros} from './macros.js'

/**
 * A pattern of a language’s, made ready only when a text may match it: there are hundreds, of thousands of letters each,
 * and a text holds what two or three of them ask for.
 */
export class Pattern {
  readonly #source: string
  readonly #macros: Macros
  readonly #flags: string
  #landmarks: Landmarks | undefined
  #ready: RegExp | undefined

  constructor(source: string, macros: Macros, flags = 'gdu') {
    this.#source = source
    this.#macros = macros
    this.#flags = flags
  }

  /** What a text must hold, in this order. */
  get landmarks(): Landmarks {
    this.#landmarks ??= this.#macros.landmarksIn(this.#source)
    return this.#landmarks
  }

  /** The first match at or after some place. */
  exec(text: string, from = 0): RegExpExecArray | null {
    if (!passes(text, this.landmarks)) return null
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
    this.#ready = new RegExp(this.#macros.expand(this.#source), this.#flags)
    this.#ready.test(long)
    this.#ready.lastIndex = 0
    return this.#ready
  }
}

/** V8 compiles a pattern for its interpreter first, which takes four times as long, unless the first text is long. */
const long = '\n'.repeat(1024)
