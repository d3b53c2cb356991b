import {type PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfStream} from '@libpdf/core'
import type {Description} from '../../model/page.js'
import {dictionary} from './objects.js'
import {toXmp} from './xmp.js'

const creator = 'Lectern'

/** Describes a PDF as a library catalogue wants it, once for old readers (Info) and once for all others (XMP). */
export function describe(pdf: PDF, description: Description): void {
  const {title, authors, language, subject, keywords, date} = description
  pdf.setTitle(title, {showInWindowTitleBar: true})
  pdf.setCreator(creator)
  pdf.setLanguage(language)
  if (authors.length > 0) pdf.setAuthor(authors.join('; '))
  if (subject) pdf.setSubject(subject)
  if (keywords.length > 0) pdf.setKeywords([...keywords])
  const info = dictionary(pdf, pdf.context.info.trailer.get('Info'))
  if (date) {
    const day = new Date(`${date}T00:00:00Z`)
    pdf.setCreationDate(day)
    pdf.setModificationDate(day)
  } else {
    // Chromium dates every PDF with the hour of its printing.
    info?.delete('CreationDate')
    info?.delete('ModDate')
  }
  const producer = info?.getString('Producer')?.asString()
  const xmp = toXmp({...description, creator, ...(producer ? {producer} : {})})
  // A catalogue that reads no PDF finds it in the bytes: an empty filter keeps it from being compressed.
  const stream = PdfStream.fromDict(
    {Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML'), Filter: PdfArray.of()},
    Buffer.from(xmp, 'utf8')
  )
  const catalog = pdf.context.catalog.getDict()
  catalog.set('Metadata', pdf.context.register(stream))
  catalog.set('MarkInfo', PdfDict.of({Type: PdfName.of('MarkInfo'), Marked: PdfBool.TRUE}))
}
