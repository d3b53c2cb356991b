import type {Pdf} from '../pdf/pdf.js'
import {adopt, isTag, type Kid, newTag, type Tag, tagsOf} from './tag-tree.js'

/** Gives every list items only, and every item a label and a body: Chromium puts the body’s parts beside the label. */
export function mendLists(pdf: Pdf, top: Tag): void {
  for (const list of tagsOf(top)) {
    if (list.type !== 'L') continue
    for (const kid of list.kids) if (isTag(kid) && kid.type === 'NonStruct') kid.type = 'LI'
    adopt(
      list,
      list.kids.map((kid) => (isMember(kid) ? kid : newTag(pdf, 'LI', list, [kid])))
    )
  }
  for (const item of tagsOf(top)) {
    if (item.type !== 'LI') continue
    if (item.parent?.type === 'L') {
      const [labels, rest] = parted(item.kids)
      const isDone = rest.length === 1 && isTagOf(rest[0], 'LBody')
      if (!isDone) adopt(item, [...labels, newTag(pdf, 'LBody', item, rest)])
    } else item.type = 'Div'
  }
}

const members: ReadonlySet<string> = new Set(['L', 'LI', 'Caption'])

function isMember(kid: Kid): boolean {
  return isTag(kid) && members.has(kid.type)
}

function isTagOf(kid: Kid | undefined, type: string): boolean {
  return isTag(kid) && kid.type === type
}

function parted(kids: readonly Kid[]): [labels: Kid[], rest: Kid[]] {
  return [kids.filter((kid) => isTagOf(kid, 'Lbl')), kids.filter((kid) => !isTagOf(kid, 'Lbl'))]
}
