import type {Document} from '../model/document.js'

/** A page’s style sheets with its theme’s after them, and last what a script needs in any theme. */
export function themed(sheets: readonly string[], {theme}: Document): string[] {
  return [...sheets, `themes/${theme}/theme`, 'scripts']
}
