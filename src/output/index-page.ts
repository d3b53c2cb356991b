import type {Page} from '../model/page.js'
import type {OutputContext} from './output-context.js'

/** A review in the list of all, with its artifacts; addresses are relative to the list. */
export interface Listing {
  readonly title: string
  readonly language: string
  readonly imprint: string
  readonly artifacts: readonly {
    readonly address: string
    readonly name: string
    readonly size: string
    /** Of pictures of slides, those after the first. */
    readonly further: readonly {readonly address: string; readonly number: number}[]
  }[]
}

/** `out/index.html`: every review that is there, and what there is of it. */
export function toIndex(
  reviews: readonly Listing[],
  {words, fill}: Pick<OutputContext, 'words' | 'fill'>
): Page {
  return {
    tree: fill('page/index', {language: words.language, reviews}),
    sheets: ['tokens', 'text', 'web', 'themes/journal/theme', 'scripts'],
    style: '',
    scripts: []
  }
}
