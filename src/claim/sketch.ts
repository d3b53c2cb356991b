import type {PassageLink} from '../model/passage.js'
import type {Atom} from './atoms.js'
import {signs} from './signs.js'

/** One sign of a sketch: what it stands for, and which part of the passage. */
interface Sign {
  readonly sign: string
  readonly from: number
  readonly to: number
  readonly atom?: Atom
}

/** Signs that go, or one sign in their place. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly sign?: string
  readonly atom?: Atom
}

/** A sentence as patterns see it: plain small letters, and one sign for each atom. */
export class Sketch {
  #signs: readonly Sign[]
  /** One character for each sign. */
  text: string

  constructor(signs: readonly Sign[]) {
    this.#signs = signs
    this.text = signs.map(({sign}) => sign).join('')
  }

  /** The part of the passage that a part of the sketch stands for. */
  range(from: number, to: number): {from: number; to: number} {
    return {from: this.#signs[from]?.from ?? 0, to: this.#signs[to - 1]?.to ?? 0}
  }

  atom(index: number): Atom | undefined {
    return this.#signs[index]?.atom
  }

  /** All atoms of a part; those within brackets that close in it only where asked. */
  atoms(from = 0, to = this.text.length, {deep = true} = {}): Atom[] {
    const part = this.#signs.slice(from, to)
    const shut = part.findLastIndex(({sign}) => sign === ')')
    let depth = 0
    return part.flatMap(({sign, atom}, index) => {
      if (sign === '(' && index < shut) depth++
      if (sign === ')') depth--
      return atom && (deep || depth <= 0) ? [atom] : []
    })
  }

  /** The same without some signs, or with others in their place. */
  edited(edits: readonly Edit[]): Sketch {
    const signs: (Sign | undefined)[] = [...this.#signs]
    for (const {from, to, sign, atom} of edits)
      for (let index = from; index < to; index++) {
        const old = signs[index]
        signs[index] =
          sign && old && index === from
            ? {sign, from: old.from, to: old.to, ...(atom ? {atom} : {})}
            : undefined
      }
    return new Sketch(signs.filter((each) => each !== undefined))
  }
}

/** A sketch of a part of a passage. A link without an id of its own names the trial that it leads to, after its words. */
export function toSketch(
  text: string,
  [from, to]: readonly [from: number, to: number],
  atoms: readonly Atom[],
  links: readonly PassageLink[]
): Sketch {
  const signsMade: Sign[] = []
  const push = (sign: string, at: number, end: number, atom?: Atom) => {
    if (sign === ' ' && (signsMade.at(-1)?.sign ?? ' ') === ' ') return
    signsMade.push({sign, from: at, to: end, ...(atom ? {atom} : {})})
  }
  const leading = new Map(
    links.flatMap(({from: start, to: end, href}): [number, Atom][] => {
      const id = registered.exec(href)?.[1]?.toUpperCase()
      const names = atoms.some(
        (atom) => atom.kind === 'trial' && atom.by === 'id' && start <= atom.from && atom.to <= end
      )
      return id && !names ? [[end, {kind: 'trial', trial: id, by: 'id', name: id, from: start, to: end}]] : []
    })
  )
  const at = new Map(atoms.map((atom) => [atom.from, atom]))
  for (let index = from; index < to; ) {
    const atom = at.get(index)
    if (atom && atom.to <= to) push(signs[atom.kind], index, atom.to, atom)
    else for (const sign of plain(text[index] ?? '')) push(sign, index, index + 1)
    index = atom && atom.to <= to ? atom.to : index + 1
    const link = leading.get(index)
    if (link) {
      for (const sign of [' ', '(']) push(sign, link.from, link.to)
      push(signs.trial, link.from, link.to, link)
      push(')', link.from, link.to)
    }
  }
  return new Sketch(signsMade)
}

/** A trial’s page at a registry, or a register that shows its entries. */
const registered = /(?:clinicaltrials\.gov|trialsearch\.who\.int)\/[^\s]*?(NCT\d{8})(?!\d)/i

function plain(character: string): string {
  if (/[a-z0-9 ,.;:()]/.test(character)) return character
  if (/[“”"«»„*_`]/.test(character)) return ''
  if (/[’‘']/.test(character)) return "'"
  if (character === '[' || character === '{') return '('
  if (character === ']' || character === '}') return ')'
  if (/[—–]/.test(character)) return '–'
  if (/[\s\u00A0\u202F]/.test(character)) return ' '
  if (character === 'à' || character === 'À') return 'à'
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.length === 1 ? bare : (bare[0] ?? '')
}
