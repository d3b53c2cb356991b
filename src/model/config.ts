import type {FrontMatter} from './matter.js'

/** `lectern.yaml`: front matter for all reviews, and for those whose path matches a pattern; later ones win. */
export interface Config {
  readonly defaults: FrontMatter
  readonly byPath: readonly {readonly pattern: string; readonly matter: FrontMatter}[]
}
