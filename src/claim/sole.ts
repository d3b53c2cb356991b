import type {Atom} from './atoms.js'
import type {Grammar, Sole} from './constructions.js'
import type {Pattern} from './pattern.js'
import {type Saying, saidByAtom} from './saying.js'
import {signs} from './signs.js'
import type {Sketch} from './sketch.js'

/**
 * What a clause says that names one trial and no other: the drug that is given in it and the people who take part,
 * wherever in the clause the trial stands. Anything that may speak of another study makes it say nothing.
 */
export function readSole(sketch: Sketch, {sole, doubt, part}: Grammar): Saying[] {
  const own = sketch.edited(
    sole.elsewhere.flatMap((pattern) =>
      pattern.all(sketch.text).map(({index, 0: words}) => {
        const at = index + words.lastIndexOf(signs.trial)
        return {from: at, to: at + 1, sign: 'x'}
      })
    )
  )
  return clausesOf(own, sole.clause).flatMap(([from, to]) => {
    const trial = onlyTrial(own.atoms(from, to))
    if (trial === undefined) return []
    const clause = {trial, from, text: own.text.slice(from, to), sketch: own, of: own.atoms(from, to)}
    const isPlain = (before: string, after: string) =>
      [doubt, sole.other].every((pattern) => !pattern.test(before)) && !sole.apart.test(after)
    return [...drugIn(clause, sole, isPlain), ...peopleIn(clause, sole, {isPlain, ofSome: part.people})]
  })
}

interface Clause {
  readonly trial: string
  readonly from: number
  readonly text: string
  readonly sketch: Sketch
  readonly of: readonly Atom[]
}

type IsPlain = (before: string, after: string) => boolean

/** The drug that is tested or given, where the clause names none of the trial’s own. */
function drugIn(
  {trial, from, text, sketch, of}: Clause,
  {intervention, into}: Sole,
  isPlain: IsPlain
): Saying[] {
  const drugs = of.flatMap((atom) => (atom.kind === 'drug' || atom.kind === 'substance' ? [atom] : []))
  if (drugs.length === 0 || drugs.some(({drug}) => drug.possible.includes(trial))) return []
  for (const pattern of intervention) {
    const at = place(pattern, text)
    const atom = at && sketch.atom(from + at[0])
    const said = atom && saidByAtom('intervention', atom)
    if (!atom || !said || !isPlain(text.slice(0, at[0]), text.slice(at[1]))) continue
    const next = text.indexOf(signs.trial, at[1])
    if (next >= 0 && !text.slice(0, at[0]).includes(signs.trial) && !into.test(text.slice(at[1], next)))
      continue
    return [{trial, said, range: {from: atom.from, to: atom.to}}]
  }
  return []
}

/** The one number of people: of all, or of some, who are no more than all. */
function peopleIn(
  {trial, from, text, sketch, of}: Clause,
  {everyone, someone}: Sole,
  {isPlain, ofSome}: {isPlain: IsPlain; ofSome: Pattern}
): Saying[] {
  if (of.filter(({kind}) => kind === 'people' || kind === 'size').length !== 1) return []
  const isCounted = of.some(({kind}) => kind === 'number')
  for (const [patterns, isPart] of [
    [everyone, false],
    [someone, true]
  ] as const)
    for (const pattern of patterns) {
      const at = place(pattern, text)
      const atom = at && sketch.atom(from + at[0])
      const said = atom && saidByAtom('enrolment', atom)
      if (!atom || said?.about !== 'enrolment' || !isPlain(text.slice(0, at[0]), text.slice(at[1]))) continue
      const part = isPart || isCounted || ofSome.test(text.slice(at[1]))
      return [{trial, said: part ? {...said, part} : said, range: {from: atom.from, to: atom.to}}]
    }
  return []
}

function place(pattern: Pattern, text: string): readonly [number, number] | undefined {
  return pattern.exec(text)?.indices?.groups?.said
}

function clausesOf({text}: Sketch, ends: Pattern): [from: number, to: number][] {
  const clauses: [number, number][] = []
  let start = 0
  for (const {index, 0: words} of ends.all(text)) {
    clauses.push([start, index])
    start = index + words.length
  }
  return [...clauses, [start, text.length]]
}

function onlyTrial(atoms: readonly Atom[]): string | undefined {
  const trials = new Set(atoms.flatMap((atom) => (atom.kind === 'trial' ? [atom.trial] : [])))
  const [only] = trials
  return trials.size === 1 ? only : undefined
}
