import {en} from './en.js'
import {fr} from './fr.js'
import type {Words} from './words.js'

export type {Words} from './words.js'

const languages: Readonly<Record<string, Words>> = {en, fr}

/** The words of a language, `fr` for `fr-CA`; English where none are held. */
export function wordsFor(language: string): Words {
  return knownWords(language) ?? en
}

/** The words of a language, undefined where none are held. */
export function knownWords(language: string): Words | undefined {
  return languages[language.split('-')[0] ?? '']
}

/** All languages held: headings are known in any of them, as reviews mix. */
export const allWords: readonly Words[] = Object.values(languages)
