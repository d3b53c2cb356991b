import type {Pdf} from '../pdf/pdf.js'
import {type Dict, Ref, type Value} from '../pdf/values.js'
import {dictionary, items} from './objects.js'
import type {Kid, Tag} from './tag-tree.js'

/** The tag tree of a PDF, its top element a `Document`; undefined where nothing is tagged. */
export function readTags(pdf: Pdf): Tag | undefined {
  const root = dictionary(pdf, pdf.catalog.get('StructTreeRoot'))
  const [top] = root ? items(pdf, root.get('K')) : []
  const seen = new Set<Dict>()
  return top instanceof Ref ? readTag(top, undefined, undefined) : undefined

  function readTag(ref: Ref, parent: Tag | undefined, page: Ref | undefined): Tag | undefined {
    const dict = dictionary(pdf, ref)
    if (!dict || seen.has(dict)) return undefined
    seen.add(dict)
    const own = reference(dict, 'Pg') ?? page
    const tag: Tag = {kind: 'tag', dict, ref, type: String(dict.get('S') ?? ''), parent, kids: []}
    for (const kid of items(pdf, dict.get('K'))) {
      const read = readKid(kid, tag, own)
      if (read) tag.kids.push(read)
    }
    return tag
  }

  function readKid(value: Value, parent: Tag, page: Ref | undefined): Kid | undefined {
    if (typeof value === 'number') return page && {kind: 'piece', page, mark: value}
    const dict = dictionary(pdf, value)
    const own = (dict && reference(dict, 'Pg')) ?? page
    switch (dict?.get('Type')) {
      case undefined:
      case 'StructElem':
        return value instanceof Ref ? readTag(value, parent, page) : undefined
      case 'MCR': {
        const mark = dict?.get('MCID')
        return own && typeof mark === 'number' ? {kind: 'piece', page: own, mark} : undefined
      }
      case 'OBJR': {
        const ref = dict && reference(dict, 'Obj')
        const target = dictionary(pdf, ref)
        return own && ref && target ? {kind: 'annotation', page: own, dict: target, ref} : undefined
      }
      default:
        return undefined
    }
  }
}

function reference(dict: Dict, key: string): Ref | undefined {
  const value = dict.get(key)
  return value instanceof Ref ? value : undefined
}
