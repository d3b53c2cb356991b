import type {Description} from '../../model/page.js'

/** What a PDF says of itself, and of what made it. */
export interface XmpDescription extends Omit<Description, 'headings' | 'links'> {
  readonly creator: string
  readonly producer?: string
}

/** The XMP packet of a PDF that follows PDF/UA-1. */
export function toXmp(description: XmpDescription): string {
  const {title, authors, language, subject, keywords, date, creator, producer} = description
  const day = date && `${date}T00:00:00Z`
  const properties = [
    property('pdfuaid:part', '1'),
    property('dc:format', 'application/pdf'),
    property('dc:title', inOwnLanguage(title)),
    property('dc:creator', list('Seq', authors)),
    property('dc:language', list('Bag', [language])),
    property('dc:subject', list('Bag', keywords)),
    property('dc:description', subject && inOwnLanguage(subject)),
    property('pdf:Keywords', escaped(keywords.join(' '))),
    property('pdf:Producer', producer && escaped(producer)),
    property('xmp:CreatorTool', escaped(creator)),
    property('xmp:CreateDate', day && escaped(day)),
    property('xmp:ModifyDate', day && escaped(day))
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function property(name: string, value: string | undefined): string {
  return value ? `<${name}>${value}</${name}>` : ''
}

function list(kind: 'Bag' | 'Seq', values: readonly string[]): string {
  const each = values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`)
  return each.length > 0 ? `<rdf:${kind}>${each.join('')}</rdf:${kind}>` : ''
}

/** A text in the PDF’s own language, which its catalog names. */
function inOwnLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
}

/** A text as XML may hold it: signs that XML forbids are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
