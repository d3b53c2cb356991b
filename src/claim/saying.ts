import type {Claim, Said} from '../model/claim.js'
import type {Passage} from '../model/passage.js'
import type {Atom} from './atoms.js'
import type {Construction, Grammar} from './constructions.js'
import {signs} from './signs.js'
import type {Sketch} from './sketch.js'

/** Something said of a trial, before it is given its passage. */
export interface Saying {
  readonly trial: string
  readonly said: Said
  readonly range: {readonly from: number; readonly to: number}
  /** Said of several trials at once. */
  readonly isShared?: boolean
}

export function toClaim({trial, said, range: {from, to}}: Saying, passage: Passage): Claim {
  return {...said, trial, passage, from, to}
}

/** What the words of a construction come to, and where they stand. */
export function saidBy(
  {about, status: fixed}: Construction,
  [from, to]: readonly [from: number, to: number],
  sketch: Sketch,
  grammar: Grammar
): Omit<Saying, 'trial'> | undefined {
  const range = sketch.range(from, to)
  if (about === 'status') {
    const status = fixed ?? grammar.status(sketch.text.slice(from, to))
    return status && {said: {about, status}, range}
  }
  const atom = sketch.atom(from)
  const said = atom && saidByAtom(about, atom)
  if (said?.about === 'phase' && grammar.part.phase.test(sketch.text.slice(to))) return undefined
  if (said?.about === 'enrolment' && isOfSome(sketch, from, to, grammar))
    return {said: {...said, part: true}, range}
  return said && {said, range}
}

/** Whether a number is that of some participants: `89 patients on placebo`, `Part C, n = 108`. */
export function isOfSome({text}: Sketch, from: number, to: number, {part}: Grammar): boolean {
  return part.people.test(text.slice(to)) || some.test(text.slice(Math.max(from - 40, 0), from))
}

const some = new RegExp(
  `(?<![a-z])(?:parte?|partie|arms?|bras|groupe?|subgroup|sous-groupe|cohorte?|placebo|${signs.drug})(?: [a-d0-9])?[,:]? ?$`,
  'u'
)

/** What an atom says where its role is known. */
export function saidByAtom(about: Construction['about'], atom: Atom): Said | undefined {
  if (about === 'phase' && atom.kind === 'phase') return {about, phases: atom.phases, every: atom.every}
  if (about === 'enrolment' && 'count' in atom) return {about, count: atom.count, bound: atom.bound}
  if ((about === 'sponsor' || about === 'runs') && atom.kind === 'organisation')
    return {about: 'sponsor', name: atom.name, role: about}
  if (about === 'intervention' && (atom.kind === 'drug' || atom.kind === 'substance'))
    return {about, name: atom.name, trials: atom.drug.trials, possible: atom.drug.possible}
  if ((about === 'start' || about === 'completion') && atom.kind === 'date') return {about, date: atom.date}
  return undefined
}
