/** All that fonts are chosen by: each character of what is said, letters with their marks, and whether there are formulas. */
export interface Signs {
  readonly all: readonly string[]
  readonly clusters: readonly string[]
  readonly hasFormula: boolean
}

/**
 * The characters that `JSON.stringify` would write for a value, without writing it but where letters carry marks: a long
 * review holds millions, of a few hundred kinds.
 */
export function signsOf(value: unknown): Signs {
  const units = new Uint8Array(0x10000)
  const others = new Set<string>()
  const seen = new Set<object>()
  const keys = new Set<string>()
  let hasFormula = false
  enter(value)
  // What JSON is written with, whatever it says; a quotation mark in a text has a backslash as well.
  const all = new Set([...others, ...'[]{}:,"-0123456789truefalsn'])
  for (const [unit, state] of units.entries()) if (state === held) all.add(String.fromCharCode(unit))
  const hasMarks = [...all].some((each) => /\p{M}/u.test(each))
  return {all: [...all].sort(), clusters: hasMarks ? clustersIn(JSON.stringify(value)) : [], hasFormula}

  function enter(each: unknown): void {
    if (typeof each === 'string') read(each)
    else if (typeof each === 'number' && !Number.isSafeInteger(each)) read(String(each))
    else if (typeof each === 'object' && each !== null && !seen.has(each)) {
      seen.add(each)
      if (Array.isArray(each)) enterList(each)
      else enterObject(each as Record<string, unknown>)
    }
  }

  function enterList(list: readonly unknown[]): void {
    for (const each of list) enter(each)
  }

  function enterObject(object: Record<string, unknown>): void {
    if (object.tagName === 'math') hasFormula = true
    for (const key in object) {
      const each = object[key]
      if (each === undefined || typeof each === 'function') continue
      if (!keys.has(key)) {
        keys.add(key)
        read(key)
      }
      enter(each)
    }
  }

  function read(text: string): void {
    for (let at = 0; at < text.length; at++) if (units[text.charCodeAt(at)] === 0) at += add(text, at)
  }

  /** Adds a character; gives how many units it has beyond the first. What JSON escapes stands there as its escape. */
  function add(text: string, at: number): number {
    const unit = text.charCodeAt(at)
    const point = text.codePointAt(at) ?? unit
    if (point > 0xffff) {
      others.add(String.fromCodePoint(point))
      return 1
    }
    const isLone = 0xd800 <= unit && unit <= 0xdfff
    const isEscaped = unit < 0x20 || isLone
    if (isEscaped || unit === quote) units[backslash] = held
    if (isEscaped) read('bfnrtu0123456789abcdef')
    // A half of a character may be of a whole one elsewhere.
    if (!isLone) units[unit] = isEscaped ? left : held
    return 0
  }
}

const [quote, backslash] = [0x22, 0x5c]
const [held, left] = [1, 2]

function clustersIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/[^\p{M}\s]\p{M}+/gu), ([cluster]) => cluster))].sort()
}
