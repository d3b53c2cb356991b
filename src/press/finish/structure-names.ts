import type {Pdf} from '../pdf/pdf.js'
import {Text, type Value} from '../pdf/values.js'
import {dictionary, items} from './objects.js'
import {type Tag, tagsOf} from './tag-tree.js'

/**
 * Names elements that others refer to, and notes, by their order: Chromium’s names come of a counter that all tabs
 * of a process share, so that what else is printed at the time shows in them.
 */
export function nameElements(pdf: Pdf, top: Tag): void {
  const tags = tagsOf(top)
  const own = new Map<string, Text>()
  const names: Value[] = []
  for (const tag of tags) {
    if (tag.type === 'Aside') tag.type = 'Note'
    const given = tag.dict.get('ID')
    if (given === undefined && tag.type !== 'Note') continue
    const name = Text.of(`node${String(names.length / 2 + 1).padStart(8, '0')}`)
    if (given !== undefined) own.set(String(given), name)
    tag.dict.set('ID', name)
    names.push(name, tag.ref)
  }
  for (const {dict} of tags) {
    for (const owned of items(pdf, dict.get('A')).map((item) => dictionary(pdf, item))) {
      if (!owned?.has('Headers')) continue
      const headers = items(pdf, owned.get('Headers')).flatMap((header) =>
        header instanceof Text ? (own.get(String(header)) ?? []) : []
      )
      if (headers.length > 0) owned.set('Headers', headers)
      else owned.delete('Headers')
    }
  }
  const root = dictionary(pdf, pdf.catalog.get('StructTreeRoot'))
  if (names.length === 0) root?.delete('IDTree')
  else root?.set('IDTree', pdf.add(new Map([['Names', names]])))
}
