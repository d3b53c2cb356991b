import type {Claim, Naming} from '../model/claim.js'
import type {Evidence} from '../model/evidence.js'
import type {Passage} from '../model/passage.js'
import {wordsFor} from '../words/index.js'
import {sentences} from '../words/sentences.js'
import {type Atom, findAtoms} from './atoms.js'
import {languageOf} from './languages.js'
import {readRow} from './row.js'
import {readSentence} from './sentence.js'
import {vocabularyOf} from './vocabulary.js'

/** What the passages of a review say of trials, in the language they are written in, and where they name one. */
export function toClaims(
  passages: readonly Passage[],
  evidence: Evidence,
  language: string
): {claims: Claim[]; namings: Naming[]} {
  const vocabulary = vocabularyOf(evidence)
  const {finders, grammar} = languageOf(language)
  const claims: Claim[] = []
  const namings: Naming[] = []
  for (const passage of passages) {
    const atoms = findAtoms(passage.text, finders, vocabulary)
    for (const {trial, by, from, to} of atoms.filter(isTrial)) namings.push({trial, by, passage, from, to})
    for (const {from, href} of passage.links) {
      const id = /NCT\d{8}(?!\d)/i.exec(href)?.[0].toUpperCase()
      if (id) namings.push({trial: id, by: 'id', passage, from, to: from})
    }
    if (!atoms.some(isTrial) && passage.links.length === 0) continue
    const said =
      passage.kind === 'row'
        ? readRow(passage, atoms, {finders, grammar, vocabulary})
        : parts(passage.text, language).flatMap((part, index, all) =>
            readSentence(passage, part, atoms, grammar, onlyTrial(atoms, all[index - 1]))
          )
    claims.push(...said)
  }
  return {claims, namings}
}

function isTrial(atom: Atom): atom is Extract<Atom, {kind: 'trial'}> {
  return atom.kind === 'trial'
}

/** The trial of a sentence that names one and no other. */
function onlyTrial(
  atoms: readonly Atom[],
  part: readonly [from: number, to: number] | undefined
): Atom | undefined {
  if (!part) return undefined
  const named = atoms.filter((atom) => isTrial(atom) && part[0] <= atom.from && atom.to <= part[1])
  const ids = new Set(named.map((atom) => (isTrial(atom) ? atom.trial : '')))
  return ids.size === 1 ? named[0] : undefined
}

/** A sentence without end is read in pieces. */
const longest = 1500

function parts(text: string, language: string): [from: number, to: number][] {
  const found: [number, number][] = []
  let start = 0
  for (const sentence of sentences(text, wordsFor(language))) {
    for (let from = 0; from < sentence.length; from += longest)
      found.push([start + from, start + Math.min(from + longest, sentence.length)])
    start += sentence.length
  }
  return found
}
