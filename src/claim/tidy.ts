import type {Atom} from './atoms.js'
import {type Edit, type Sketch, signs} from './sketch.js'

/** A trial’s acronym said of another trial’s id. */
export interface Misnamed {
  readonly trial: string
  readonly acronym: Extract<Atom, {kind: 'trial'}>
}

const {trial: T, drug: R, phase: P} = signs

/**
 * Makes one naming of an acronym and the id beside it: `VALOR (NCT02623699)`. Where the two are not of one trial, the
 * id is what is spoken of, and the acronym is misnamed; where the acronym only says what the trial follows on
 * (`the extension of CENTAUR (NCT03488524)`), it names none here.
 */
export function withOneName(
  sketch: Sketch,
  macros: {noun: string; follows: string}
): {sketch: Sketch; misnamed: Misnamed[]} {
  const misnamed: Misnamed[] = []
  let tidy = sketch.edited(
    [
      ...sketch.text.matchAll(
        new RegExp(
          `(?:${macros.follows})[^(),;:]{0,40}?(${T})(?:,? (?:${macros.noun}))?(?= ?\\([^()]{0,40}${T})`,
          'gu'
        )
      )
    ].flatMap((match) => {
      const at = match.index + match[0].indexOf(T)
      const atom = sketch.atom(at)
      const next = sketch.atom(sketch.text.indexOf(T, at + 1))
      const isOther = atom?.kind === 'trial' && next?.kind === 'trial' && atom.trial !== next.trial
      return isOther && atom.by === 'acronym' ? [{from: at, to: at + 1, sign: 'x'}] : []
    })
  )
  const between = `(?:,? (?:${macros.noun}))?(?: (?:de )?${P})?(?:,? (?:${macros.noun}))?(?: (?:of|du|de|d'|on) (?:the )?${R})?(?: ?[(–:,]+ ?| )(?:(?:${macros.noun}) )?(?:nct (?:no\\.? |number )?|clinicaltrials\\.gov (?:id(?:entifier)?:? )?)?`
  const pair = new RegExp(`${T}(?=(${between})${T})`, 'gu')
  const edits: Edit[] = []
  for (const match of tidy.text.matchAll(pair)) {
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
  return {sketch: tidy, misnamed}
}

/** The second naming, with the brackets or the comma that held it. */
function restOf(text: string, from: number, second: number, gap: string): Edit {
  const open = gap.lastIndexOf('(')
  if (open < 0) return {from: second - (/[ ,:–]*$/.exec(gap)?.[0].length ?? 0), to: second + 1}
  if (text[second + 1] === ')') return {from: from + open - (gap[open - 1] === ' ' ? 1 : 0), to: second + 2}
  return {from: second, to: second + 1 + (/^[\s,;:–]+/.exec(text.slice(second + 1))?.[0].length ?? 0)}
}
