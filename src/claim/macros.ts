import {type Landmarks, type Part, partOf} from './landmarks.js'
import {signs} from './signs.js'

/** What stands for `{name}` in the patterns of a language: macros of its own, and what all languages share. */
export class Macros {
  readonly #own: Readonly<Record<string, string>>
  readonly #parts = new Map<string, Part>()
  readonly #landmarks = new Map<string, Landmarks>()

  constructor(own: Readonly<Record<string, string>>) {
    this.#own = own
  }

  /** A pattern with its macros put in. */
  expand(pattern: string): string {
    return pattern.replace(macro, (_, name: string) => this.expand(this.#named(name)))
  }

  /** What a text must hold for a pattern to match; read once of a piece that several patterns share. */
  landmarksIn(piece: string): Landmarks {
    const landmarks = this.#landmarks.get(piece) ?? partOf(piece, (name) => this.#part(name)).landmarks
    this.#landmarks.set(piece, landmarks)
    return landmarks
  }

  #part(name: string): Part {
    const part = this.#parts.get(name) ?? partOf(this.#named(name), (each) => this.#part(each))
    this.#parts.set(name, part)
    return part
  }

  #named(name: string): string {
    const macro = this.#own[name] ?? shared[name]
    if (macro === undefined) throw new Error(`No macro {${name}} in ${this.#own.language}`)
    return macro
  }
}

/** `{name}`, and not the `{L}` of a class of letters. */
const macro = /(?<!\\[pP])\{([A-Za-z]+)\}/g

const {trial, phase, people, size, number, date, organisation, drug} = signs
/** What all languages share. */
const shared: Readonly<Record<string, string>> = {
  T: `(?<trials>${trial})`,
  P: `(?<said>${phase})`,
  C: `(?<said>${people})`,
  N: `(?<said>${size})`,
  B: `(?<said>${number})`,
  CB: `(?<said>[${people}${number}])`,
  CNB: `(?<said>[${people}${number}${size}])`,
  Y: `(?<said>${date})`,
  O: `(?<said>${organisation})`,
  R: `(?<said>${drug})`,
  t: trial,
  p: phase,
  c: people,
  n: size,
  b: number,
  y: date,
  o: organisation,
  r: drug,
  /** A word that may stand before a noun. */
  w: `(?!(?:{stop}|{finite})(?![a-z]))[^\\s${trial}(),;:]+`,
  m: '(?:{w},? ){0,6}',
  /** The same, and no phase. */
  v: `(?!(?:{stop}|{finite})(?![a-z]))[^\\s${trial}${phase}(),;:]+`,
  /** A word of what follows a noun and belongs to it. */
  x: `(?!(?:{break}|{noun})(?![a-z]))[^\\s${trial}(),;:]+`,
  z: `(?!(?:{break})(?![a-z]))[^\\s${trial}${phase}(),;:]+`,
  aside: `(?: \\([^()]{0,160}\\))`,
  /** Trials in a row. */
  Ts: `(?<trials>${trial}{aside}?(?:(?:(?:,|/)(?: {the})? ?|,? {and}(?: {the})?(?: {v}){0,3} )${trial}{aside}?){1,8})`,
  appositive: `(?:, [^,;:]{1,100},)`,
  also: `(?: [^,;:()]{1,90}?,? {and}| {be} [^,;:()]{1,80}? {that})`
}
