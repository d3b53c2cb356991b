import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Place} from '../model/origin.js'
import {type Reference, ReferenceItem} from '../model/reference.js'
import {readBibtex} from './bibtex.js'
import {bibtexItem} from './bibtex-item.js'

/** The works of a BibTeX file. A wrong entry is an error at its line; the sound ones beside it are read. */
export function readBibliography(file: VFile): Reference[] {
  if (file.messages.some(({fatal}) => fatal)) return []
  const text = String(file)
  const lines = location(text)
  const at = (offset: number): Place => {
    const point = lines.toPoint(offset)
    return {line: point?.line ?? 1, column: point?.column ?? 1}
  }
  const complain = (message: string, offset: number) => {
    file.message(message, {place: at(offset), source: 'read', ruleId: 'malformed-evidence'}).fatal = true
  }
  const {entries, errors} = readBibtex(text)
  for (const {message, offset} of errors) complain(`Unexpected BibTeX, expected ${message}`, offset)
  return entries.flatMap((entry): Reference[] => {
    const result = ReferenceItem.safeParse(bibtexItem(entry))
    if (!result.success) {
      complain(`Unexpected entry \`${entry.key}\`, expected a sound record`, entry.offset)
      return []
    }
    const origin = {file: file.path, place: at(entry.offset), kind: 'compiled', sources: []} as const
    return [{item: result.data, origin}]
  })
}
