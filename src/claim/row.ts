import type {Claim} from '../model/claim.js'
import type {Cell, Passage} from '../model/passage.js'
import {type Atom, type Finders, findAtoms} from './atoms.js'
import type {Grammar} from './constructions.js'
import type {Column} from './lexicon.js'
import {type Saying, saidByAtom, toClaim} from './saying.js'
import {type Sketch, toSketch} from './sketch.js'
import type {Vocabulary} from './vocabulary.js'

interface Reading {
  readonly finders: Finders
  readonly grammar: Grammar
  readonly vocabulary: Vocabulary
}

/** What a table row says of its one trial, cell by cell, as the heads of the columns tell. */
export function readRow(passage: Passage, atoms: readonly Atom[], reading: Reading): Claim[] {
  const cells = passage.cells.map((cell) => ({
    cell,
    column: reading.grammar.column(cell.head),
    own: atoms.filter(({from, to}) => cell.from <= from && to <= cell.to)
  }))
  const named = cells.flatMap(({own}) => own.flatMap((atom) => (atom.kind === 'trial' ? [atom] : [])))
  const linked = passage.links.flatMap(({href}) => /NCT\d{8}(?!\d)/i.exec(href)?.[0].toUpperCase() ?? [])
  const ids = new Set([...named.filter(({by}) => by === 'id').map(({trial}) => trial), ...linked])
  const naming = cells.flatMap(({own, column}) => (column === 'trial' || column === undefined ? own : []))
  const acronyms = naming.flatMap((atom) => (atom.kind === 'trial' && atom.by === 'acronym' ? [atom] : []))
  const trials = ids.size > 0 ? ids : new Set(acronyms.map(({trial}) => trial))
  const [trial] = trials
  if (trial === undefined || trials.size > 1) return []
  const misnamed = cells
    .filter(({column}) => column === 'trial')
    .flatMap(({cell, own}) => own.filter((atom) => isName(atom, cell, passage.text)))
    .flatMap((atom): Saying[] =>
      atom.kind === 'trial' && atom.by === 'acronym' && atom.trial !== trial
        ? [{trial, said: {about: 'acronym', name: atom.name, bearer: atom.trial}, range: atom}]
        : []
    )
  const isPart = passage.cells.some(({head}) => parts.test(head))
  const told = cells.flatMap(({cell, column, own}) => {
    // The number in a row for an arm or a subgroup is that of the arm.
    if (isPart && column === 'enrolment') return []
    const saying =
      column && column !== 'trial' ? readCell(passage.text, cell, column, own, reading) : undefined
    return saying ? [{trial, ...saying}] : []
  })
  return [...misnamed, ...told].map((saying) => toClaim(saying, passage))
}

/** Heads of columns that part a trial's people. */
const parts =
  /^(?:sub-?groups?|(?:study |treatment |trial )?(?:arms?|groups?)|cohorts?|populations?|analys[ei]s(?: set| population)?|stratum|strata|doses?|sous-groupes?|bras(?: de traitement)?|groupes?(?: de traitement)?|cohortes?|analyses?|strates?|comparat(?:or|eur)s?)\b/i

/** A cell that holds an acronym and nothing but an id or a note in brackets beside it. */
function isName(atom: Atom, cell: Cell, text: string): boolean {
  const rest = text.slice(cell.from, atom.from) + text.slice(atom.to, cell.to)
  return /^[\s“”"*]*(?:\(?\[?NCT\d{8}\]?\)?)?[\s“”"*]*$/i.test(rest.trim())
}

function readCell(
  text: string,
  cell: Cell,
  column: Exclude<Column, 'trial'>,
  own: readonly Atom[],
  {finders, grammar, vocabulary}: Reading
): Omit<Saying, 'trial'> | undefined {
  const range = {from: cell.from, to: cell.to}
  const words = text.slice(cell.from, cell.to)
  if (column === 'status') {
    const sketch: Sketch = toSketch(text, [cell.from, cell.to], own, [])
    const bare = sketch.text.trim().replace(/ ?[(].*$|\.$/, '')
    const status = grammar.bareStatus(bare)
    return status && {said: {about: 'status', status}, range}
  }
  if (column === 'sponsor')
    return /^\p{Lu}/u.test(words)
      ? {said: {about: 'sponsor', name: words, role: 'sponsor'}, range}
      : undefined
  if (column === 'phase') {
    const lead = /phase/i.test(words) ? '' : 'phase '
    const [atom, other] = findAtoms(`${lead}${words.trim()}`, finders, vocabulary)
    if (other || atom?.kind !== 'phase' || atom.from > 0) return undefined
    const rest = `${lead}${words.trim()}`.slice(atom.to).trim()
    const said = saidByAtom('phase', atom)
    return said && !/^[\d(/–-]/.test(rest) ? {said, range} : undefined
  }
  if (column === 'enrolment') {
    const match =
      /^\s*(?:n\s*=\s*)?(\d{1,3}(?:[,.\u00A0\u202F ]\d{3})+|\d+)(?:\s*\((?:actual|estimated|planned|enrolled|réel|estimé|prévu)[^)]*\)|\s[\p{L} ]+)?\s*$/iu.exec(
        words
      )
    const count = Number(match?.[1]?.replace(/\D/g, ''))
    return match ? {said: {about: 'enrolment', count, bound: 'exact'}, range} : undefined
  }
  if (column === 'intervention') {
    const drugs = own.filter(({kind}) => kind === 'drug')
    const [drug] = drugs
    const said =
      drug &&
      new Set(drugs.map((each) => (each.kind === 'drug' ? each.drug : 0))).size === 1 &&
      saidByAtom('intervention', drug)
    return said && drug ? {said, range: {from: drug.from, to: drug.to}} : undefined
  }
  const dates = own.filter(({kind}) => kind === 'date')
  const [date] = dates
  const said = date && dates.length === 1 && saidByAtom(column, date)
  return said && date ? {said, range: {from: date.from, to: date.to}} : undefined
}
