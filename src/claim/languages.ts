import {type Finders, findersOf} from './atoms.js'
import {type Grammar, toGrammar} from './constructions.js'
import {en} from './en.js'
import {fr} from './fr.js'
import type {Lexicon} from './lexicon.js'

/** A language, ready to read. */
export interface Language {
  readonly finders: Finders
  readonly grammar: Grammar
}

const lexicons: Readonly<Record<string, Lexicon>> = {en, fr}
const made = new Map<Lexicon, Language>()

/** How a review’s language speaks of trials; English where none is held. */
export function languageOf(language: string): Language {
  const lexicon = lexicons[language.split('-')[0]?.toLowerCase() ?? ''] ?? en
  const known = made.get(lexicon) ?? {finders: findersOf(lexicon), grammar: toGrammar(lexicon)}
  made.set(lexicon, known)
  return known
}
