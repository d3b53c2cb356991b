import type {Severities} from './finding.js'
import type {FrontMatter} from './matter.js'
import type {Place} from './origin.js'

/** `lectern.yaml`: front matter for all reviews, and for those whose path matches a pattern; later ones win. */
export interface Config {
  readonly defaults: FrontMatter
  readonly byPath: readonly {readonly pattern: string; readonly matter: FrontMatter}[]
  /** npm packages of fonts for characters that Lectern’s own lack, in the order they are asked. */
  readonly fonts: readonly FontPackage[]
  /** The severity of rules in this project, where it is another than theirs. */
  readonly rules: Severities
}

/** `@fontsource/noto-sans-jp`, and where `lectern.yaml` names it. */
export interface FontPackage {
  readonly name: string
  readonly place: Place
}
