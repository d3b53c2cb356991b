import {type PDF, type PdfDict, PdfName, PdfString} from '@libpdf/core'
import type {LinkText} from '../../model/page.js'
import {dictionary, items, resolved} from './objects.js'
import {type Annotation, adopt, type Kid, newTag, type Tag, tagsOf} from './tag-tree.js'

/** Puts every link into a `Link` element, and has it say in words what it is and where it leads. */
export function mendLinks(pdf: PDF, top: Tag, texts: readonly LinkText[]): void {
  adoptStrays(pdf, top)
  const said = byTarget(texts)
  for (const tag of tagsOf(top)) {
    const links = tag.kids.filter(isLink)
    const [first] = links
    // A link to nowhere is text.
    if (tag.type === 'Link' && !first) tag.type = 'Span'
    if (!first) continue
    const target = targetOf(pdf, first.dict)
    const contents = PdfString.fromString(contentsOf(said.get(target)?.next().value ?? '', target))
    for (const {dict} of links) dict.set('Contents', contents)
    if (generic.has(tag.type)) tag.type = 'Link'
    else if (tag.type !== 'Link')
      adopt(tag, [...tag.kids.filter((kid) => !isLink(kid)), newTag(pdf, 'Link', tag, links)])
  }
  for (const {dict} of pdf.getPages()) if (dict.has('Annots')) dict.set('Tabs', PdfName.of('S'))
}

/** Elements that may be called something else: Chromium knows one role of a link that has two. */
const generic: ReadonlySet<string> = new Set(['NonStruct', 'Span', 'Div'])

function isLink(kid: Kid): kid is Annotation {
  return kid.kind === 'annotation' && kid.dict.getName('Subtype')?.value === 'Link'
}

/** A link that no element holds leads somewhere all the same: it stands at the end. */
function adoptStrays(pdf: PDF, top: Tag): void {
  const held = new Set<PdfDict>()
  for (const {kids} of tagsOf(top)) for (const kid of kids) if (kid.kind === 'annotation') held.add(kid.dict)
  for (const {ref: page, dict: own} of pdf.getPages()) {
    for (const item of items(pdf, own.get('Annots'))) {
      const dict = dictionary(pdf, item)
      const ref = dict && pdf.context.getRef(dict)
      if (dict && ref && !held.has(dict))
        top.kids.push(newTag(pdf, 'Link', top, [{kind: 'annotation', page, dict, ref}]))
    }
  }
}

function byTarget(texts: readonly LinkText[]): Map<string, Iterator<string, undefined>> {
  const found = new Map<string, string[]>()
  for (const {address, text} of texts) {
    const target = normal(address)
    const same = found.get(target)
    if (same) same.push(text)
    else found.set(target, [text])
  }
  return new Map([...found].map(([target, same]) => [target, same.values()]))
}

/** `#methods` for a place in the document, else an address as Chromium writes it. */
function targetOf(pdf: PDF, link: PdfDict): string {
  const place = resolved(pdf, link.get('Dest'))
  if (place?.type === 'name') return normal(`#${place.value}`)
  if (place?.type === 'string') return normal(`#${place.asString()}`)
  return normal(dictionary(pdf, link.get('A'))?.getString('URI')?.asString() ?? '')
}

function normal(address: string): string {
  try {
    return address.startsWith('#') ? decodeURIComponent(address) : new URL(address).href
  } catch {
    return address
  }
}

/** `the registry’s record (https://clinicaltrials.gov/study/NCT…)`; a place in the document needs no address. */
function contentsOf(text: string, target: string): string {
  if (!text) return target
  return target.startsWith('#') || target.includes(text) ? text : `${text} (${target})`
}
