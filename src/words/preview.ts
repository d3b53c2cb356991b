import {en} from './en-preview.js'
import {fr} from './fr-preview.js'
import type {PreviewWords} from './preview-words.js'

export type {PreviewWords} from './preview-words.js'

/** The words of the first language of these that is held; else English. */
export function previewWords(languages: readonly string[]): PreviewWords {
  for (const language of languages) {
    const [name] = language.toLowerCase().split('-')
    if (name === 'fr') return fr
    if (name === 'en') return en
  }
  return en
}
