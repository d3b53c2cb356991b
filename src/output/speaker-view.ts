import type {DeckWords} from '../words/deck-words.js'
import {dressSpeakerView} from './dress-speaker-view.js'

/**
 * A script of the deck: reveal.js writes its speaker view as a page of its own, in English. This gives it the deck’s
 * language, fonts and style sheets as it opens.
 */
export function speakerViewScript({speaker}: DeckWords, language: string): string {
  return `(${dressSpeakerView})(${JSON.stringify({...speaker, language})})`
}
