import type {Atom} from './atoms.js'
import type {Grammar} from './constructions.js'
import type {Pattern} from './pattern.js'
import {signs} from './signs.js'
import type {Edit, Sketch} from './sketch.js'

/**
 * Puts the trial where a sentence refers to it: `the trial` and, at a clause’s beginning, `it`, where one trial is named
 * before; `the latter`, where two are. `before` is the one trial of the sentence before this.
 */
export function withReferents(sketch: Sketch, {refers, latter}: Grammar, before: Atom | undefined): Sketch {
  const {text} = sketch
  const named = [...text].flatMap((sign, index) => {
    const atom = sign === signs.trial ? sketch.atom(index) : undefined
    return atom?.kind === 'trial' ? [{index, atom}] : []
  })
  const all = new Set(named.map(({atom}) => atom.trial))
  const edits: Edit[] = []
  const put = (pattern: Pattern, atom: Atom, from: number, to = text.length) => {
    for (const match of pattern.all(text)) {
      const end = match.index + match[0].length
      if (from <= match.index && end <= to) edits.push({from: match.index, to: end, sign: signs.trial, atom})
    }
  }
  const [first] = named
  if (!first) {
    if (before && opens(refers.noun, text)) put(refers.noun, before, 0)
    return sketch.edited(edits)
  }
  if (all.size === 1) {
    // In `The study began in May 2021 (NCT04856982).` the id comes last.
    const isLast = text[first.index - 1] === '(' && /^[).\s]*$/.test(text.slice(first.index + 1))
    put(refers.noun, first.atom, isLast && opens(refers.noun, text) ? 0 : first.index)
    if (/^(?:the |l'|[a-z'-]+ ){0,3}$/.test(text.slice(0, first.index)))
      put(refers.pronoun, first.atom, first.index)
  }
  const other = named.find(({atom}) => atom.trial !== first.atom.trial)
  const third = named.find(({atom}) => atom.trial !== first.atom.trial && atom.trial !== other?.atom.trial)
  if (other && !third) {
    put(latter[0], first.atom, other.index)
    put(latter[1], other.atom, other.index)
  }
  return sketch.edited(edits)
}

function opens(pattern: Pattern, text: string): boolean {
  return pattern.exec(text)?.index === 0
}
