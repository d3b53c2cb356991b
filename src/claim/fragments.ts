import type {Passage} from '../model/passage.js'
import type {Grammar} from './constructions.js'
import {isOfSome, type Saying, saidByAtom} from './saying.js'
import {signs} from './signs.js'
import type {Sketch} from './sketch.js'

/**
 * What is said without a verb, between commas: `NCT02623699: phase 3, n = 176, completed`, `VALOR (phase 3; completed)`.
 * A fact between commas belongs to the one trial of its brackets or, in a line without a verb, of its line.
 */
export function readFacts(sketch: Sketch, grammar: Grammar, kind: Passage['kind']): Saying[] {
  const {text} = sketch
  const sayings: Saying[] = []
  for (const match of text.matchAll(bracketed)) {
    const [whole, before = '', inside = ''] = match
    const from = match.index + whole.length - inside.length - 1
    const own = trialsIn(sketch, from, from + inside.length)
    if (before !== '' && !grammar.whole.exec(text, match.index)) continue
    const trial = own.length === 0 && before !== '' ? trialsIn(sketch, match.index, from) : own
    const [only] = trial
    if (only !== undefined && trial.length === 1)
      sayings.push(...factsIn(sketch, from, from + inside.length, only, grammar))
  }
  const all = trialsIn(sketch, 0, text.length, governed)
  const [only] = all
  const isFragment = kind !== 'heading' && !grammar.verb.test(text.replace(/\([^()]*\)/g, ''))
  if (isFragment && all.length === 1 && only !== undefined && /[:,;–(]/.test(text))
    sayings.push(...factsIn(sketch, 0, text.length, only, grammar))
  return sayings
}

/** Brackets, with the trial right before them where there is one. */
const bracketed = new RegExp(`(${signs.trial}(?: [a-z]+)? )?\\(([^()]{1,300})\\)`, 'gu')

/** What another trial follows on: `extension of PHOENIX`. */
const governed = new RegExp(
  `(?:of|from|after|to|de|du|apres|issus? de|d') (?:the |l'|l'essai |l'etude )?${signs.trial}`,
  'gu'
)

function trialsIn(sketch: Sketch, from: number, to: number, without?: RegExp): string[] {
  const left = new Set(
    [...sketch.text.matchAll(without ?? /$^/g)].map(({index, 0: words}) => index + words.length - 1)
  )
  const trials = [...sketch.text.slice(from, to)].flatMap((sign, index) => {
    const atom = sign === signs.trial && !left.has(from + index) ? sketch.atom(from + index) : undefined
    return atom?.kind === 'trial' ? [atom.trial] : []
  })
  return [...new Set(trials)]
}

function factsIn(sketch: Sketch, from: number, to: number, trial: string, grammar: Grammar): Saying[] {
  return [...sketch.text.slice(from, to).matchAll(/[^,;:()–|]+/g)].flatMap((match) => {
    const lead = /^ */.exec(match[0])?.[0].length ?? 0
    const start = from + match.index + lead
    const words = match[0].trim().replace(/\.$/, '')
    const status = grammar.bareStatus(words)
    if (status)
      return [{trial, said: {about: 'status', status}, range: sketch.range(start, start + words.length)}]
    for (const [about, pattern] of grammar.facts) {
      const at = pattern.exec(words)?.indices?.groups?.said
      const atom = at && sketch.atom(start + at[0])
      const said = atom && saidByAtom(about, atom)
      const isPart =
        at && said?.about === 'enrolment' && isOfSome(sketch, start + at[0], start + at[1], grammar)
      if (said && atom)
        return [{trial, said: isPart ? {...said, part: true} : said, range: {from: atom.from, to: atom.to}}]
    }
    return []
  })
}
