import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'

/** `25 February 2025 · Version 2`: what is known of when and which; empty where nothing is. */
export function imprintOf({date, version}: Pick<Document, 'date' | 'version'>, words: Words): string {
  return [date && words.date(date), version && `${words.version} ${version}`].filter(Boolean).join(' · ')
}
