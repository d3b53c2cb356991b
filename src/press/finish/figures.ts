import {formulaSign} from '../formula-sign.js'
import {Text} from '../pdf/values.js'
import {type Tag, tagsOf} from './tag-tree.js'

/** Figures are pictures with a description; what holds a picture and its caption is a division; formulas are their own. */
export function mendFigures(top: Tag): void {
  for (const tag of tagsOf(top)) {
    if (tag.type !== 'Figure') continue
    const alt = String(tag.dict.get('Alt') ?? '')
    if (alt.startsWith(formulaSign)) {
      tag.type = 'Formula'
      tag.dict.set('Alt', Text.of(alt.slice(formulaSign.length)))
    } else if (!alt || holdsPicture(tag)) {
      tag.type = 'Div'
      tag.dict.delete('Alt')
    }
  }
}

function holdsPicture(tag: Tag): boolean {
  return tagsOf(tag).some((each) => each !== tag && (each.type === 'Figure' || each.type === 'Table'))
}
