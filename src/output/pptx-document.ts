import type {Document} from '../model/document.js'

/** What a presentation says of the document that it is of. */
export type PptxDocument = Pick<
  Document,
  'title' | 'subtitle' | 'authors' | 'keywords' | 'language' | 'date' | 'theme'
>

/** A document without all that a presentation does not say of it. */
export function pptxDocument(document: Document): PptxDocument {
  const {title, authors, keywords, language, theme, subtitle, date} = document
  return {
    ...{title, authors, keywords, language, theme},
    ...(subtitle === undefined ? {} : {subtitle}),
    ...(date === undefined ? {} : {date})
  }
}
