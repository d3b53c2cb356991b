import type {CitationItem, Engine} from 'citeproc'
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {
  Bibliography,
  BibliographyEntry,
  Citable,
  CitationRequest,
  CitedPart,
  Mark
} from '../model/citation.js'
import {addressOf, linked, others, outputFormat, toTree, withoutSigns} from './output-format.js'
import {namesOf, toCsl} from './to-csl.js'

export interface Style {
  /** The style’s CSL, checked by `readStyle`. */
  readonly csl: string
  /** `fr-FR`, one of the locales. */
  readonly language: string
  /** CSL’s locales by language. */
  readonly locales: ReadonlyMap<string, string>
}

/** Citations and references as a style prints them. The processor is read only here, as few reviews need none. */
export async function formatCitations(
  {works, citations, listed}: CitationRequest,
  style: Style
): Promise<Bibliography> {
  if (works.length === 0) return {marks: [], entries: []}
  const {default: CSL} = await import('citeproc')
  CSL.Output.Formats.lectern = {...CSL.Output.Formats.html, ...outputFormat}
  const byId = new Map(works.map((work) => [work.id, work]))
  const items = new Map(works.map((work) => [work.id, toCsl(work)]))
  const engine = new CSL.Engine(
    {
      retrieveLocale: (language) => style.locales.get(language) ?? false,
      retrieveItem: (id) => structuredClone({...items.get(id), system_id: id}),
      wrapCitationEntry: (text, id) => linked(text, byId.get(id)?.anchor ?? '')
    },
    style.csl,
    style.language,
    true
  )
  engine.opt.development_extensions.wrap_url_and_doi = true
  const isNumeric = engine.opt.update_mode === CSL.NUMERIC
  engine.opt.development_extensions.apply_citation_wrapper = !isNumeric
  engine.setOutputFormat('lectern')
  const cited = citations.flatMap(({parts}) => parts.map(({id}) => id))
  engine.updateItems([...new Set([...cited, ...listed])].filter((id) => byId.has(id)))

  const known = new Map<string, Mark>()
  const marks = citations.map(({parts, how}): Mark => {
    const name = JSON.stringify([parts, how])
    const mark = known.get(name) ?? toMark(parts, how)
    known.set(name, mark)
    return structuredClone(mark)
  })
  const entries = entriesOf(engine, byId)
  if (entries.length < byId.size) throw new Error('a reference for each work')
  return {marks, entries}

  /** Each reference’s number leads to it. */
  function withNumbers(text: string, parts: readonly CitedPart[]): string {
    const anchors = new Map(
      parts.map(({id}) => [String(engine.registry.registry[id]?.seq), byId.get(id)?.anchor ?? ''])
    )
    return text
      .replace(/(?<!(?<!\uE010)[\p{L}\p{N}.])\d+(?!\p{N})/gu, (number) => {
        const anchor = anchors.get(number)
        if (!anchor) return number
        anchors.delete(number)
        return linked(number, anchor)
      })
      .replace(/[\uE020-\uE029]/g, (sign) => String(sign.charCodeAt(0) - firstDigit))
  }

  function toMark(parts: readonly CitedPart[], how: string): Mark {
    const isSentence = how === 'sentence'
    const made = engine.makeCitationCluster(
      parts.map((part) =>
        toItem(part, {isSentence, isNumeric, hasLocators: /variable="locator"/.test(style.csl)})
      )
    )
    // Where the processor marks each part of a citation, it leaves out what stands around them all.
    const {layout_prefix: before, layout_suffix: after} = engine.citation.opt
    const text = isNumeric ? withNumbers(made, parts) : made && `${before}${made}${after}`
    const {content} = toTree(withOthers(text, engine, ' '))
    const isNote = engine.opt.class === 'note'
    const work = byId.get(parts[0]?.id ?? '')
    return {
      content: isNote ? [textNode('('), ...content, textNode(')')] : content,
      raised: content.length > 0 && content.every(isRaised),
      ...(isSentence && work ? {name: nameOf(work, engine)} : {})
    }
  }
}

const firstDigit = 0xe020

function disguised(digit: string): string {
  return String.fromCharCode(firstDigit + Number(digit))
}

function toItem(
  {id, prefix, suffix, locator, label, suppressAuthor}: CitedPart,
  {isSentence, isNumeric, hasLocators}: {isSentence: boolean; isNumeric: boolean; hasLocators: boolean}
): CitationItem {
  const [before, after] = [withoutSigns(prefix ?? ''), withoutSigns(suffix ?? '')]
  const where = locator ? withoutSigns(locator) : ''
  // Numbers of the author’s are not those of references.
  const set = (text: string) => (isNumeric ? text.replace(/[0-9]/g, disguised) : text)
  // A style that prints no locators must not lose the author’s.
  const shown = `, ${written[label ?? ''] ?? label} ${where}`
  const kept = hasLocators || !where ? after : `${shown}${after && !/^[,;:.]/.test(after) ? ' ' : ''}${after}`
  return {
    id,
    ...(before ? {prefix: set(`${before} `)} : {}),
    ...(kept ? {suffix: set(/^[,;:.]/.test(kept) ? kept : ` ${kept}`)} : {}),
    ...(where && hasLocators ? {locator: where, label: label ?? 'page'} : {}),
    ...(suppressAuthor || isSentence ? {'suppress-author': true} : {})
  }
}

const written: Readonly<Record<string, string>> = {
  page: 'p.',
  chapter: 'chap.',
  figure: 'fig.',
  section: 'sec.',
  paragraph: 'para.',
  volume: 'vol.',
  note: 'n.',
  line: 'l.'
}

/** The authors as a sentence names them: `Miller et al.`; a work without any by its title. */
function nameOf(work: Citable, engine: Engine): string {
  const item = work.kind === 'work' ? work.reference.item : undefined
  const names = item ? namesOf(item.author, item.custom?.authorsComplete === false) : []
  const [first, second, ...more] = names.map(
    (name) =>
      name.literal ?? [name['non-dropping-particle'], name.family ?? name.given].filter(Boolean).join(' ')
  )
  if (!first) {
    const title = work.kind === 'work' ? (item?.title ?? work.id) : (work.study.acronym ?? work.id)
    return work.kind === 'work'
      ? `${engine.getTerm('open-quote')}${title}${engine.getTerm('close-quote')}`
      : title
  }
  if (!second) return first
  const isPair = more.length === 0 && second !== others
  return isPair ? `${first} ${engine.getTerm('and')} ${second}` : `${first} ${engine.getTerm('et-al')}`
}

function entriesOf(
  engine: Engine,
  byId: ReadonlyMap<string, CitationRequest['works'][number]>
): BibliographyEntry[] {
  const made = engine.makeBibliography()
  if (!made) return []
  const [{entry_ids: ids}, texts] = made
  return texts.flatMap((text, index): BibliographyEntry[] => {
    const work = byId.get(ids[index]?.[0] ?? '')
    if (!work) return []
    const {label, content} = toTree(withOthers(text, engine, ', '))
    return [
      {
        id: work.id,
        anchor: work.anchor,
        ...(label ? {label} : {}),
        content: [...withWholeDois(content), ...identifierOf(work, text)]
      }
    ]
  })
}

/** The sign for authors that nobody noted, and the `and` before it, as the language’s `et al.` */
function withOthers(text: string, engine: Engine, between: string): string {
  if (!text.includes(others)) return text
  const joins = [engine.getTerm('and'), engine.getTerm('and', 'symbol'), '&'].map((term) =>
    term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  )
  const term = engine.getTerm('et-al')
  return text
    .replace(new RegExp(`([,;]?)\\s*(?:(?:${joins.join('|')})\\s+)?${others}`, 'g'), (_, sign: string) =>
      sign ? `${sign} ${term}` : `${between}${term}`
    )
    .replaceAll(term.endsWith('.') ? `${term}.` : '\uE014', term)
}

/** `doi:` and the number are one link. */
function withWholeDois(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index): ElementContent => {
    const next = nodes[index + 1]
    const last = nodes[index - 1]
    if (node.type === 'text' && isDoi(next)) return {...node, value: node.value.replace(beforeDoi, '')}
    if (node.type !== 'element' || !isDoi(node) || last?.type !== 'text') return node
    const before = beforeDoi.exec(last.value)?.[0] ?? ''
    return {...node, children: [...(before ? [textNode(before)] : []), ...node.children]}
  })
}

const beforeDoi = /(?:doi:\s?|https?:\/\/(?:dx\.)?doi\.org\/)$/i

function isDoi(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && /^https?:\/\/doi\.org\//.test(String(node.properties.href))
}

/** Where a style prints neither DOI nor address, the most lasting name of the work follows. */
function identifierOf(work: Citable, text: string): ElementContent[] {
  if (work.kind !== 'work') return []
  const {DOI, PMID, PMCID, URL: address} = work.reference.item
  if (DOI) return text.toLowerCase().includes(DOI.toLowerCase()) ? [] : name(`doi:${DOI}`, addressOf(DOI))
  if (address && text.includes(address)) return []
  if (PMID) return name(`PMID\u00a0${PMID}`, `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`)
  return PMCID ? name(PMCID, `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`) : []
}

function name(text: string, href: string): ElementContent[] {
  return [textNode(' '), h('a', {href}, text)]
}

function isRaised(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'sup'
}

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
