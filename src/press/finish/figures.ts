import {PdfString} from '@libpdf/core'
import {formulaSign} from '../formula-sign.js'
import {type Tag, tagsOf} from './tag-tree.js'

/** Figures are pictures with a description; what holds a picture and its caption is a division; formulas are their own. */
export function mendFigures(top: Tag): void {
  for (const tag of tagsOf(top)) {
    if (tag.type !== 'Figure') continue
    const alt = tag.dict.getString('Alt')?.asString() ?? ''
    if (alt.startsWith(formulaSign)) {
      tag.type = 'Formula'
      tag.dict.set('Alt', PdfString.fromString(alt.slice(formulaSign.length)))
    } else if (!alt || holdsPicture(tag)) {
      tag.type = 'Div'
      tag.dict.delete('Alt')
    }
  }
}

function holdsPicture(tag: Tag): boolean {
  return tagsOf(tag).some((each) => each !== tag && (each.type === 'Figure' || each.type === 'Table'))
}
