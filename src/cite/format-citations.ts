import type {Engine} from 'citeproc'
import type {ElementContent} from 'hast'
import type {Bibliography, BibliographyEntry, CitationRequest, CitedPart, Mark} from '../model/citation.js'
import {nameOf, withOthers} from './authors.js'
import {identifierOf, withWholeDois} from './identifiers.js'
import {linked, outputFormat, toTree} from './output-format.js'
import {toCsl} from './to-csl.js'
import {toItem, undisguised} from './to-item.js'

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
  {works, citations}: CitationRequest,
  style: Style
): Promise<Bibliography> {
  if (works.length === 0) return {marks: [], entries: []}
  const {default: CSL} = await import('citeproc')
  // It would speak on the standard output.
  CSL.debug = () => undefined
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
  engine.updateItems(works.map(({id}) => id))

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
    const numbered = text.replace(/(?<!(?<!\uE010)[\p{L}\p{N}.])\d+(?!\p{N})/gu, (number) => {
      const anchor = anchors.get(number)
      if (!anchor) return number
      anchors.delete(number)
      return linked(number, anchor)
    })
    return undisguised(numbered)
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

function isRaised(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'sup'
}

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
