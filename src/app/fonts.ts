import type {VFile} from 'vfile'
import {toFontFaces} from '../font/to-font-faces.js'
import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'
import type {Resources} from './resources.js'

/** The fonts of all of a review’s outputs: which are asked for must not change a byte of any. */
export async function fontsFor(
  document: Document,
  words: Words,
  file: VFile,
  {faces}: Resources
): Promise<string> {
  const {css, missing} = await toFontFaces(JSON.stringify([document, {...words, math: undefined}]), faces)
  const lines = String(file).split('\n')
  const line = lines.findIndex((each) => missing.some((character) => each.includes(character)))
  if (line >= 0) {
    const column = Math.min(
      ...missing.map((each) => lines[line]?.indexOf(each) ?? -1).filter((at) => at >= 0)
    )
    const shown = missing
      .slice(0, 8)
      .map((each) => `\`${each}\` (U+${each.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`)
    const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : ''
    file.message(
      `Unexpected ${shown.join(', ')}${more}, expected characters that the fonts hold: they may print as boxes`,
      {
        place: {line: line + 1, column: column + 1},
        source: 'font',
        ruleId: 'missing-glyph'
      }
    )
  }
  return css
}
