import type {Pdf, PdfPage} from '../pdf/pdf.js'
import {type Dict, Ref, type Value} from '../pdf/values.js'
import {dictionary} from './objects.js'
import {type Annotation, type Piece, type Tag, tagsOf} from './tag-tree.js'

/** Writes the tree back, with the table that leads from each mark and each annotation to its element. */
export function writeTags(pdf: Pdf, pages: readonly PdfPage[], top: Tag): void {
  const at = pdf.catalog.get('StructTreeRoot')
  const root = dictionary(pdf, at)
  if (!root || !(at instanceof Ref)) return
  // Marks by the stream they stand in, pages first.
  const streams = new Map(pages.map(({ref}) => [ref.number, {ref, owners: [] as Ref[]}]))
  const annotations: (readonly [Annotation, Ref])[] = []
  for (const tag of tagsOf(top)) {
    write(tag, tag.parent?.ref ?? at)
    for (const kid of tag.kids) {
      if (kid.kind === 'annotation') annotations.push([kid, tag.ref])
      if (kid.kind !== 'piece') continue
      const ref = kid.form ?? kid.page
      const stream = streams.get(ref.number) ?? {ref, owners: []}
      stream.owners[kid.mark] = tag.ref
      streams.set(ref.number, stream)
    }
  }

  const table: Value[] = []
  let key = 0
  for (const {ref, owners} of streams.values()) {
    const dict = dictionary(pdf, ref)
    dict?.delete('StructParents')
    if (owners.length === 0) continue
    dict?.set('StructParents', key)
    const row = Array.from(owners, (owner) => owner ?? null)
    table.push(key++, pdf.add(row))
  }
  for (const [{dict}, owner] of annotations) {
    dict.set('StructParent', key)
    table.push(key++, owner)
  }
  root.set('K', top.ref)
  root.set('ParentTree', pdf.add(new Map([['Nums', table]])))
  root.set('ParentTreeNextKey', key)
}

function write(tag: Tag, parent: Ref): void {
  const page = tag.kids.find((kid) => kid.kind !== 'tag')?.page
  tag.dict.set('S', tag.type)
  tag.dict.set('P', parent)
  if (page) tag.dict.set('Pg', page)
  else tag.dict.delete('Pg')
  const kids = tag.kids.map((kid): Value => {
    if (kid.kind === 'tag') return kid.ref
    if (kid.kind === 'annotation')
      return new Map<string, Value>([
        ['Type', 'OBJR'],
        ['Obj', kid.ref],
        ['Pg', kid.page]
      ])
    return kid.page.number === page?.number && !kid.form ? kid.mark : reference(kid)
  })
  const [only] = kids
  if (only === undefined) tag.dict.delete('K')
  else tag.dict.set('K', kids.length === 1 ? only : kids)
}

function reference({page, mark, form}: Piece): Dict {
  const dict: Dict = new Map<string, Value>([
    ['Type', 'MCR'],
    ['Pg', page]
  ])
  if (form) dict.set('Stm', form)
  return dict.set('MCID', mark)
}
