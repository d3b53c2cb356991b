import type {Description} from '../../model/page.js'
import type {Pdf} from '../pdf/pdf.js'
import {type Dict, Stream, Text, type Value} from '../pdf/values.js'
import {dictionary} from './objects.js'
import {toXmp} from './xmp.js'

const creator = 'Lectern'

/** Describes a PDF as a library catalogue wants it, once for old readers (Info) and once for all others (XMP). */
export function describe(pdf: Pdf, description: Description): void {
  const {title, authors, language, subject, keywords, date} = description
  const given = dictionary(pdf, pdf.trailer.get('Info'))?.get('Producer')
  const producer = given instanceof Text ? String(given) : undefined
  // Chromium dates every PDF with the hour of its printing.
  const day = date && `D:${date.replaceAll('-', '')}000000Z`
  const info: Dict = new Map()
  for (const [key, text] of [
    ['Title', title],
    ['Author', authors.join('; ')],
    ['Subject', subject],
    ['Keywords', keywords.join(' ')],
    ['Creator', creator],
    ['Producer', producer],
    ['CreationDate', day],
    ['ModDate', day]
  ] as const)
    if (text) info.set(key, Text.of(text))
  pdf.trailer.set('Info', pdf.add(info))

  const {catalog} = pdf
  const preferences: Dict = dictionary(pdf, catalog.get('ViewerPreferences')) ?? new Map()
  preferences.set('DisplayDocTitle', true)
  catalog.set('ViewerPreferences', preferences)
  catalog.set('Lang', Text.of(language))
  // A catalogue that reads no PDF finds it in the bytes: it is not compressed.
  const xmp = toXmp({...description, creator, ...(producer ? {producer} : {})})
  const packet = new Stream(
    new Map([
      ['Type', 'Metadata'],
      ['Subtype', 'XML']
    ]),
    Buffer.from(xmp, 'utf8')
  )
  catalog.set('Metadata', pdf.add(packet))
  catalog.set(
    'MarkInfo',
    new Map<string, Value>([
      ['Type', 'MarkInfo'],
      ['Marked', true]
    ])
  )
}
