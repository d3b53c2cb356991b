import type {Document} from '../model/document.js'

/** A page’s style sheets with its theme’s after them, so that the theme has the last word. */
export function themed(sheets: readonly string[], {theme}: Document): string[] {
  return [...sheets, `themes/${theme}/theme`]
}
