import type {Passage} from '../../model/passage.js'
import {isSlip} from '../trials/near-trial.js'
import {type Token, tokensOf} from '../works/tokens.js'
import {isNoun, type Organisation, wordsOfName} from './organisation.js'

/** A name as a text has it, up to the word that says what kind of organisation it is. */
export interface NameGiven {
  readonly text: string
  readonly words: readonly string[]
  readonly passage: Passage
  readonly from: number
}

/**
 * The names in some passages that begin like one of the organisations, or as a slip of the pen would, by organisation.
 * A short form without such a word, “Cedars-Sinai”, is left out.
 */
export function namesIn(
  passages: readonly Passage[],
  known: ReadonlyMap<string, Organisation>
): Map<Organisation, NameGiven[]> {
  const names = new Map<Organisation, NameGiven[]>()
  for (const passage of passages) {
    const tokens = tokensOf(passage.text)
    for (const [index, token] of tokens.entries()) {
      if (!/^\p{Lu}/u.test(passage.text.slice(token.from, token.from + 2))) continue
      const length = lengthAt(index, tokens, passage.text)
      const organisation = length > 1 ? like(token.word, known) : undefined
      if (!organisation) continue
      const text = passage.text.slice(token.from, tokens[index + length - 1]?.to)
      const given = {text, words: wordsOfName(text), passage, from: token.from}
      const others = names.get(organisation)
      if (others) others.push(given)
      else names.set(organisation, [given])
    }
  }
  return names
}

function like(word: string, known: ReadonlyMap<string, Organisation>): Organisation | undefined {
  const exact = known.get(word)
  if (exact || word.length < 6) return exact
  for (const [first, organisation] of known) if (isSlip(word, first)) return organisation
  return undefined
}

/** How many words a name has from here on: capitals, with nothing but spaces and hyphens between; 0 if it ends in no noun. */
function lengthAt(index: number, tokens: readonly Token[], text: string): number {
  for (let length = 1; length <= longest; length++) {
    const [token, next] = [tokens[index + length - 1], tokens[index + length]]
    if (!token || !/^\p{Lu}/u.test(text.slice(token.from, token.from + 2))) return 0
    if (length > 1 && isNoun(token.word === 'centre' ? 'center' : token.word)) return length
    if (!next || !/^(?:[ \u00A0‐‑-]|®? )$/.test(text.slice(token.to, next.from))) return 0
  }
  return 0
}

const longest = 6
