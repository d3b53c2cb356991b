import type {DeckWords} from '../words/deck-words.js'
import {present} from './present.js'

/** A script of the deck: starts reveal.js with these options, and does what it leaves undone for listeners and old links. */
export function presentingScript(options: object, words: DeckWords, language: string): string {
  return `(${present})(${JSON.stringify(options)},${JSON.stringify({...words, language})})`
}
