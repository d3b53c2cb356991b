import type {Atom} from './atoms.js'
import type {Names} from './constructions.js'
import type {Pattern} from './pattern.js'
import {signs} from './signs.js'
import type {Edit, Sketch} from './sketch.js'

/** A trial’s acronym said of another trial’s id. */
export interface Misnamed {
  readonly trial: string
  readonly acronym: Extract<Atom, {kind: 'trial'}>
}

const {trial: T} = signs

/**
 * Makes one naming of an acronym and the id beside it: `VALOR (NCT02623699)`. Where the two are not of one trial, the
 * id is what is spoken of, and the acronym is misnamed; where the acronym only says what the trial follows on
 * (`the extension of CENTAUR (NCT03488524)`), it names none here.
 */
export function withOneName(sketch: Sketch, names: Names): {sketch: Sketch; misnamed: Misnamed[]} {
  const misnamed: Misnamed[] = []
  const whole = sketch.edited(
    names.drop
      .all(sketch.text)
      .flatMap(({indices}) =>
        Object.values(indices?.groups ?? {}).flatMap((at) => (at ? [{from: at[0], to: at[1]}] : []))
      )
  )
  let tidy = whole.edited(
    names.follows.all(whole.text).flatMap((match) => {
      const at = match.index + match[0].indexOf(T)
      const atom = whole.atom(at)
      const next = whole.atom(whole.text.indexOf(T, at + 1))
      const isOther = atom?.kind === 'trial' && next?.kind === 'trial' && atom.trial !== next.trial
      return isOther && atom.by === 'acronym' ? [{from: at, to: at + 1, sign: 'x'}] : []
    })
  )
  const edits: Edit[] = []
  for (const match of names.pair.all(tidy.text)) {
    const gap = match[1] ?? ''
    const [first, second] = [match.index, match.index + 1 + gap.length]
    const [one, other] = [tidy.atom(first), tidy.atom(second)]
    if (one?.kind !== 'trial' || other?.kind !== 'trial') continue
    if (one.trial !== other.trial) {
      if (one.by === other.by || gap.includes(',')) continue
      const acronym = one.by === 'acronym' ? one : other
      const id = one.by === 'id' ? one : other
      misnamed.push({trial: id.trial, acronym})
      edits.push({from: first, to: first + 1, sign: T, atom: id})
    }
    edits.push(restOf(tidy.text, first + 1, second, gap))
  }
  tidy = tidy.edited(edits)
  misnamed.push(...misnamedIn(tidy, names.same))
  return {sketch: tidy, misnamed}
}

/** The acronyms that a sentence says are of other trials’ ids: `NCT02881476 is the ALSUMMIT study`. */
function misnamedIn(sketch: Sketch, same: readonly Pattern[]): Misnamed[] {
  return same
    .flatMap((pattern) => pattern.all(sketch.text))
    .flatMap(({index, indices}) => {
      const {trials, next} = indices?.groups ?? {}
      const both = [trials, next].flatMap((at) => (at ? [sketch.atom(at[0])] : []))
      const [id, acronym] = both[0]?.kind === 'trial' && both[0].by === 'id' ? both : [both[1], both[0]]
      if (id?.kind !== 'trial' || acronym?.kind !== 'trial' || id.trial === acronym.trial) return []
      return id.by === 'id' && acronym.by === 'acronym' && !denied.test(sketch.text.slice(0, index))
        ? [{trial: id.trial, acronym}]
        : []
    })
}

const denied =
  /(?:^|[^a-z])(?:not|no|wrong|wrongly|incorrect|mistake|mistaken|confuse[a-z]*|if|whether|as if|pas|faux|à tort|confond[a-z]*|erreur|si|s'il)(?![a-z])/

/** The second naming, with the brackets or the comma that held it. */
function restOf(text: string, from: number, second: number, gap: string): Edit {
  const open = gap.lastIndexOf('(')
  if (open < 0) return {from: second - (/[ ,:–]*$/.exec(gap)?.[0].length ?? 0), to: second + 1}
  if (text[second + 1] === ')') return {from: from + open - (gap[open - 1] === ' ' ? 1 : 0), to: second + 2}
  return {from: second, to: second + 1 + (/^[\s,;:–]+/.exec(text.slice(second + 1))?.[0].length ?? 0)}
}
