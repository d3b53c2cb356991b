import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  type PdfObject,
  type PdfRef
} from '@libpdf/core'
import {dictionary} from './objects.js'
import {type Annotation, type Piece, type Tag, tagsOf} from './tag-tree.js'

/** Writes the tree back, with the table that leads from each mark and each annotation to its element. */
export function writeTags(pdf: PDF, top: Tag): void {
  const root = dictionary(pdf, pdf.context.catalog.getDict().get('StructTreeRoot'))
  const at = root && pdf.context.getRef(root)
  if (!root || !at) return
  // Marks by the stream they stand in, pages first.
  const streams = new Map(pdf.getPages().map(({ref}) => [ref.objectNumber, {ref, owners: [] as PdfRef[]}]))
  const annotations: (readonly [Annotation, PdfRef])[] = []
  for (const tag of tagsOf(top)) {
    write(tag, tag.parent?.ref ?? at)
    for (const kid of tag.kids) {
      if (kid.kind === 'annotation') annotations.push([kid, tag.ref])
      if (kid.kind !== 'piece') continue
      const ref = kid.form ?? kid.page
      const stream = streams.get(ref.objectNumber) ?? {ref, owners: []}
      stream.owners[kid.mark] = tag.ref
      streams.set(ref.objectNumber, stream)
    }
  }

  const table = new PdfArray()
  let key = 0
  for (const {ref, owners} of streams.values()) {
    const dict = dictionary(pdf, ref)
    dict?.delete('StructParents')
    if (owners.length === 0) continue
    dict?.set('StructParents', PdfNumber.of(key))
    const row = Array.from(owners, (owner) => owner ?? PdfNull.instance)
    table.push(PdfNumber.of(key++), pdf.context.register(PdfArray.of(...row)))
  }
  for (const [{dict}, owner] of annotations) {
    dict.set('StructParent', PdfNumber.of(key))
    table.push(PdfNumber.of(key++), owner)
  }
  root.set('K', top.ref)
  root.set('ParentTree', pdf.context.register(PdfDict.of({Nums: table})))
  root.set('ParentTreeNextKey', PdfNumber.of(key))
}

function write(tag: Tag, parent: PdfRef): void {
  const page = tag.kids.find((kid) => kid.kind !== 'tag')?.page
  tag.dict.set('S', PdfName.of(tag.type))
  tag.dict.set('P', parent)
  if (page) tag.dict.set('Pg', page)
  else tag.dict.delete('Pg')
  const kids = tag.kids.map((kid): PdfObject => {
    if (kid.kind === 'tag') return kid.ref
    if (kid.kind === 'annotation') return PdfDict.of({Type: PdfName.of('OBJR'), Obj: kid.ref, Pg: kid.page})
    return kid.page.objectNumber === page?.objectNumber && !kid.form ? PdfNumber.of(kid.mark) : reference(kid)
  })
  const [only] = kids
  if (!only) tag.dict.delete('K')
  else tag.dict.set('K', kids.length === 1 ? only : PdfArray.of(...kids))
}

function reference({page, mark, form}: Piece): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('MCR'),
    Pg: page,
    ...(form ? {Stm: form} : {}),
    MCID: PdfNumber.of(mark)
  })
}
