import type {Signs} from '../../font/signs-of.js'
import {type FontFaces, toFontFaces} from '../../font/to-font-faces.js'
import type {Memory} from '../cache/memory.js'
import type {Resources} from '../resources.js'

/** The fonts of pages that say no more than these signs. Cutting them is remembered, whatever page they are of. */
export function cutFonts(
  signs: Signs,
  language: string,
  {faces, scripts, fonts}: Pick<Resources, 'faces' | 'scripts' | 'fonts'>,
  memory: Memory
): Promise<FontFaces> {
  return memory.value('fonts', [JSON.stringify(signs), language, fonts], () =>
    toFontFaces(signs, faces, {scripts, language})
  )
}
