import {type PDF, type PdfDict, PdfNumber, type PdfObject, PdfRef} from '@libpdf/core'
import {dictionary, items} from './objects.js'
import type {Kid, Tag} from './tag-tree.js'

/** The tag tree of a PDF, its top element a `Document`; undefined where nothing is tagged. */
export function readTags(pdf: PDF): Tag | undefined {
  const root = dictionary(pdf, pdf.context.catalog.getDict().get('StructTreeRoot'))
  const [top] = root ? items(pdf, root.get('K')) : []
  const seen = new Set<PdfDict>()
  return top instanceof PdfRef ? readTag(top, undefined, undefined) : undefined

  function readTag(ref: PdfRef, parent: Tag | undefined, page: PdfRef | undefined): Tag | undefined {
    const dict = dictionary(pdf, ref)
    if (!dict || seen.has(dict)) return undefined
    seen.add(dict)
    const own = dict.getRef('Pg') ?? page
    const tag: Tag = {kind: 'tag', dict, ref, type: dict.getName('S')?.value ?? '', parent, kids: []}
    for (const kid of items(pdf, dict.get('K'))) {
      const read = readKid(kid, tag, own)
      if (read) tag.kids.push(read)
    }
    return tag
  }

  function readKid(value: PdfObject, parent: Tag, page: PdfRef | undefined): Kid | undefined {
    if (value instanceof PdfNumber) return page && {kind: 'piece', page, mark: value.value}
    const dict = dictionary(pdf, value)
    const own = dict?.getRef('Pg') ?? page
    switch (dict?.getName('Type')?.value) {
      case undefined:
      case 'StructElem':
        return value instanceof PdfRef ? readTag(value, parent, page) : undefined
      case 'MCR': {
        const mark = dict?.getNumber('MCID')?.value
        return own && mark !== undefined ? {kind: 'piece', page: own, mark} : undefined
      }
      case 'OBJR': {
        const ref = dict?.getRef('Obj')
        const target = dictionary(pdf, ref)
        return own && ref && target ? {kind: 'annotation', page: own, dict: target, ref} : undefined
      }
      default:
        return undefined
    }
  }
}
