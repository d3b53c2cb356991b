import type {PptxDocument} from './pptx-document.js'
import {escaped} from './pptx-holder-xml.js'
import {clean} from './pptx-xml.js'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** `docProps/core.xml`: whose presentation this is; its day is the review’s, or none. */
export function coreXml({authors, subtitle, keywords, language, date}: PptxDocument, title: string): string {
  const said = (name: string, text: string | undefined) =>
    text ? `<${name}>${escaped(clean(text))}</${name}>` : ''
  const day = (name: string) =>
    date ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>` : ''
  return [
    `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    said('dc:title', title),
    said('dc:subject', subtitle),
    said('dc:creator', authors.join('; ')),
    said('cp:keywords', keywords.join(', ')),
    said('dc:language', language),
    day('created'),
    day('modified'),
    '</cp:coreProperties>'
  ].join('')
}

/** `docProps/app.xml` */
export function appXml(slides: number): string {
  return `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Lectern</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slides}</Slides><Notes>${slides}</Notes><HiddenSlides>0</HiddenSlides></Properties>`
}
