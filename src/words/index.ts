import type {Clauses} from './clauses.js'
import {en} from './en.js'
import {clauses as enClauses} from './en-clauses.js'
import {fr} from './fr.js'
import {clauses as frClauses} from './fr-clauses.js'
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

const clauses: Readonly<Record<string, Clauses>> = {en: enClauses, fr: frClauses}

/** The clauses of a language; undefined where none are held, and nothing is left out of a sentence. */
export function clausesFor(language: string): Clauses | undefined {
  return clauses[language.split('-')[0] ?? '']
}
