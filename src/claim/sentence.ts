import type {Claim} from '../model/claim.js'
import type {Passage} from '../model/passage.js'
import type {Atom} from './atoms.js'
import type {Construction, Grammar} from './constructions.js'
import {readFacts} from './fragments.js'
import {withReferents} from './referents.js'
import {type Saying, saidBy, toClaim} from './saying.js'
import {type Sketch, toSketch} from './sketch.js'
import {readSole} from './sole.js'
import {withOneName} from './tidy.js'

/** What one sentence of a passage says of the trials that it names; `before` is the one trial of the sentence before. */
export function readSentence(
  passage: Passage,
  part: readonly [from: number, to: number],
  atoms: readonly Atom[],
  grammar: Grammar,
  before?: Atom
): Claim[] {
  const [from, to] = part
  const own = atoms.filter((atom) => from <= atom.from && atom.to <= to)
  const links = passage.links.filter((link) => from <= link.from && link.to <= to)
  if (!own.some(({kind}) => kind === 'trial') && links.length === 0 && !before) return []
  const {sketch: tidy, misnamed} = withOneName(toSketch(passage.text, part, own, links), grammar.names)
  const sketch = withReferents(tidy, grammar, before)
  const named = misnamed.map(
    ({trial, acronym}): Saying => ({
      trial,
      said: {about: 'acronym', name: acronym.name, bearer: acronym.trial},
      range: acronym
    })
  )
  if (/\?\W*$/.test(sketch.text)) return []
  const sayings = [
    ...named,
    ...constructed(sketch, grammar),
    ...readFacts(sketch, grammar, passage.kind),
    ...readSole(sketch, grammar)
  ]
  return unique(sayings).map((saying) => toClaim(saying, passage))
}

/** What the language’s constructions find; each thing said is said once, by the surest of them. */
function constructed(sketch: Sketch, grammar: Grammar): Saying[] {
  const sayings: Saying[] = []
  const kinds = new Set(sketch.atoms().map(({kind}) => kind))
  if (!kinds.has('trial')) return []
  const done = new Set<string>()
  for (const construction of grammar.constructions) {
    if (!kinds.has(needs[construction.about])) continue
    const {pattern} = construction
    // Matches may overlap: one trial’s words are within another’s.
    for (let match = pattern.exec(sketch.text); match; match = pattern.exec(sketch.text, match.index + 1)) {
      for (const saying of read(match, construction, sketch, grammar)) {
        const key = `${saying.said.about} ${saying.range.from}`
        if (done.has(key) && !saying.isShared) continue
        sayings.push(saying)
      }
      for (const {said, range} of sayings) done.add(`${said.about} ${range.from}`)
    }
  }
  return sayings
}

const needs = {
  phase: 'phase',
  status: 'trial',
  enrolment: 'trial',
  sponsor: 'organisation',
  runs: 'organisation',
  intervention: 'drug',
  start: 'date',
  completion: 'date'
} as const satisfies Record<Construction['about'], Atom['kind']>

function read(
  match: RegExpExecArray,
  construction: Construction,
  sketch: Sketch,
  grammar: Grammar
): Saying[] {
  const {about, denies} = construction
  const groups = match.indices?.groups ?? {}
  const {trials, said, next} = groups
  // A trial may test whether a drug works: what it is about comes after the doubt.
  const end = about === 'intervention' || denies ? match.index : said?.[0]
  if (!trials || !said) return []
  // What stands beside a trial is so whatever the sentence doubts: `They could enter CENTAUR-OLE, a phase 3 trial`.
  const isApposed = about === 'phase' && apposition.test(sketch.text.slice(trials[1], said[0]))
  const isDenied = isApposed
    ? grammar.doubt.test(sketch.text.slice(trials[1], end))
    : isDoubted(match.index, end ?? 0, sketch.text, grammar)
  if (isDenied) return []
  const named = sketch.atoms(trials[0], trials[1], {deep: sketch.text.slice(...trials).startsWith('(')})
  const of = named.flatMap((atom) => (atom.kind === 'trial' ? [atom.trial] : []))
  const those = [...new Set(of)]
  const things = [said, next].flatMap((each) => (each ? [saidBy(construction, each, sketch, grammar)] : []))
  const [found, second] = things
  const first = found && adapted(found, denies)
  if (!first) return []
  if (next) {
    const [one, other] = those
    return those.length === 2 && one && other && second
      ? [
          {trial: one, ...first},
          {trial: other, ...second}
        ]
      : []
  }
  const shares = about === 'phase' || about === 'status' || about === 'sponsor'
  if (those.length > 1 && !shares) return []
  return those.map((trial) => ({trial, ...first, isShared: those.length > 1}))
}

function adapted(saying: Omit<Saying, 'trial'>, denies: Construction['denies']): Omit<Saying, 'trial'> {
  const {said} = saying
  return denies && said.about === 'phase' ? {...saying, said: {...said, denied: true}} : saying
}

const apposition = /^(?: \([^()]*\))?, (?:an?|une?|etude|essai|extension) /

/** Whether something before it, in the same clause, makes it no statement. */
function isDoubted(start: number, said: number, text: string, {clause, doubt}: Grammar): boolean {
  const ends = clause.all(text).map(({index, 0: words}) => index + words.length)
  const from = ends.findLast((each) => each <= start) ?? 0
  return doubt.test(text.slice(from + fronted(text.slice(from, start)), said))
}

/** How long the subordinate clause is that a sentence begins with: `If VALOR failed, …`. */
function fronted(text: string): number {
  return /^(?:if|si|while|although|though|bien que)[ '][^,]*, /.exec(text)?.[0].length ?? 0
}

/** One of each thing that the same words say. */
function unique(sayings: readonly Saying[]): Saying[] {
  const found: Saying[] = []
  for (const saying of sayings) {
    const {said, trial, range} = saying
    const isKnown = found.some(
      (each) =>
        each.said.about === said.about &&
        each.trial === trial &&
        each.range.from < range.to &&
        range.from < each.range.to
    )
    if (!isKnown) found.push(saying)
  }
  return found
}
