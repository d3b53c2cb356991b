import type {LinkText} from '../../model/page.js'
import type {Pdf, PdfPage} from '../pdf/pdf.js'
import {type Dict, nameText, Ref, Text} from '../pdf/values.js'
import {dictionary, items} from './objects.js'
import {type Annotation, adopt, type Kid, newTag, type Tag, tagsOf} from './tag-tree.js'

/** Puts every link into a `Link` element, and has it say in words what it is and where it leads. */
export function mendLinks(pdf: Pdf, pages: readonly PdfPage[], top: Tag, texts: readonly LinkText[]): void {
  adoptStrays(pdf, pages, top)
  const said = byTarget(texts)
  for (const tag of tagsOf(top)) {
    const links = tag.kids.filter(isLink)
    const [first] = links
    // A link to nowhere is text.
    if (tag.type === 'Link' && !first) tag.type = 'Span'
    if (!first) continue
    const target = targetOf(pdf, first.dict)
    const contents = Text.of(contentsOf(said.get(target)?.next().value ?? '', target))
    for (const {dict} of links) dict.set('Contents', contents)
    if (generic.has(tag.type)) tag.type = 'Link'
    else if (tag.type !== 'Link')
      adopt(tag, [...tag.kids.filter((kid) => !isLink(kid)), newTag(pdf, 'Link', tag, links)])
  }
  for (const {dict} of pages) if (dict.has('Annots')) dict.set('Tabs', 'S')
}

/** Elements that may be called something else: Chromium knows one role of a link that has two. */
const generic: ReadonlySet<string> = new Set(['NonStruct', 'Span', 'Div'])

function isLink(kid: Kid): kid is Annotation {
  return kid.kind === 'annotation' && kid.dict.get('Subtype') === 'Link'
}

/** A link that no element holds leads somewhere all the same: it stands at the end. */
function adoptStrays(pdf: Pdf, pages: readonly PdfPage[], top: Tag): void {
  const held = new Set<Dict>()
  for (const {kids} of tagsOf(top)) for (const kid of kids) if (kid.kind === 'annotation') held.add(kid.dict)
  for (const {ref: page, dict: own} of pages) {
    for (const item of items(pdf, own.get('Annots'))) {
      const dict = dictionary(pdf, item)
      if (dict && item instanceof Ref && !held.has(dict))
        top.kids.push(newTag(pdf, 'Link', top, [{kind: 'annotation', page, dict, ref: item}]))
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
function targetOf(pdf: Pdf, link: Dict): string {
  const place = pdf.resolve(link.get('Dest'))
  if (typeof place === 'string') return normal(`#${nameText(place)}`)
  if (place instanceof Text) return normal(`#${place}`)
  return normal(String(dictionary(pdf, link.get('A'))?.get('URI') ?? ''))
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
