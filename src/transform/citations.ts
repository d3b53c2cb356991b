import type {Element, ElementContent} from 'hast'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Citation, CitedPart} from '../model/citation.js'
import type {Place} from '../model/origin.js'
import {type Citables, isPrefixed, likely} from './citable.js'
import type {CitationNode} from './citation-syntax.js'
import type {Made} from './made.js'
import {keyAt, readCitation, readSuffix, type TypedPart} from './read-citation.js'

declare module 'hast' {
  interface ElementData {
    citation?: Citation
  }
}

/** No citation is longer, lines’ beginnings in quotes included. */
const longest = 2000
/** For how many unknown keys a likely one is sought. */
const mostSought = 100

/** What stands in the tree for a citation until all of them are formatted. */
export const citationName = 'lectern-citation'

/** A text that looks like citations, none of whose keys is known, and where it stands. */
export interface UnknownCitation {
  readonly offset: number
  readonly text: string
}

/**
 * Knows the citations of a tree: each is a place for its mark. A key of which no record is held keeps its text, and
 * is a warning with the key that was likely meant.
 */
export function remarkCitations(
  file: VFile,
  made: Made,
  citables: Citables
): (tree: Root, unknown: Iterable<UnknownCitation>) => void {
  const source = String(file)
  const lines = location(source)
  const sought = new Map<string, string | undefined>()
  return (tree, unknown) => {
    visit(tree, 'citation', (node, index, parent) => {
      if (!parent || index === undefined) return
      const typed = partsOf(node)
      const offset = node.position?.start.offset ?? 0
      const places = placesOf(typed, offset)
      const parts = typed.flatMap((part) => citedPart(part) ?? [])
      const others = typed.filter(({key}) => !citables.find(key))
      for (const [at, {key}] of typed.entries()) if (!citables.find(key)) say(key, places[at])
      const citation: Citation = {
        parts,
        how: node.value.startsWith('[') ? 'brackets' : 'sentence',
        place: places[0] ?? {line: 1, column: 1}
      }
      const key = made.add(() => [placeFor(citation, node.value, node.position), ...asText(others)])
      node.data = {
        hName: 'lectern-directive',
        hProperties: {name: 'citation', key},
        hChildren: [{type: 'text', value: node.value}]
      }
    })
    for (const {offset, text} of unknown) sayUnknown(offset, text)
  }

  function citedPart({
    key,
    prefix,
    suppressAuthor,
    label,
    locator,
    suffix
  }: TypedPart): CitedPart | undefined {
    const work = citables.find(key)
    return (
      work && {
        id: work.id,
        ...(prefix ? {prefix} : {}),
        ...(label && locator ? {label, locator} : {}),
        ...(suffix ? {suffix} : {}),
        ...(suppressAuthor ? {suppressAuthor} : {})
      }
    )
  }

  function sayUnknown(offset: number, text: string): void {
    const isSentence = text.startsWith('@') && !source.startsWith('[', offset)
    const typed = isSentence ? partsOf({value: text}) : (readCitation(text) ?? [])
    const opens = !isSentence && /^-?@/.test(text)
    const places = placesOf(typed, offset)
    for (const [index, {key}] of typed.entries()) {
      // A trial without a record is told as such.
      if (/^nct:NCT\d{8}$/i.test(key)) continue
      if (opens || isPrefixed(key) || (!isSentence && likelyKey(key))) say(key, places[index])
    }
  }

  function say(key: string, place: Place | undefined): void {
    const meant = likelyKey(key)
    const expected = meant ? `\`@${meant}\`` : 'the id of a record in `content/evidence/`'
    file.message(`Unexpected citation \`@${key}\`, expected ${expected}`, {
      place: place ?? {line: 1, column: 1},
      source: 'transform',
      ruleId: 'unknown-citation'
    })
  }

  function likelyKey(key: string): string | undefined {
    if (!sought.has(key) && sought.size < mostSought) sought.set(key, likely(key, citables.keys))
    return sought.get(key)
  }

  /** Where the `@` of each part stands in the source. */
  function placesOf(typed: readonly TypedPart[], offset: number): Place[] {
    const written = source.slice(offset, offset + longest)
    let from = 0
    return typed.map(({key}) => {
      const found = [written.indexOf(`@${key}`, from), written.indexOf(`@{${key}`, from)].filter(
        (at) => at >= 0
      )
      const at = found.length > 0 ? Math.min(...found) : from
      from = at + 1
      const point = lines.toPoint(offset + at)
      return {line: point?.line ?? 1, column: point?.column ?? 1}
    })
  }
}

function partsOf({value}: Pick<CitationNode, 'value'>): TypedPart[] {
  if (value.startsWith('[')) return readCitation(value.slice(1, -1).replace(/\r\n?|\n/g, ' ')) ?? []
  const rest = value.slice(1)
  const key = keyAt(rest) ?? ''
  const where = /\[([^\]]*)\]$/.exec(rest)?.[1] ?? ''
  return [{key, at: 0, written: value, prefix: '', suppressAuthor: false, ...readSuffix(where)}]
}

/** The place of a citation’s mark; its text is the author’s, for whoever reads the tree before the mark stands there. */
export function placeFor(citation: Citation, written: string, position: Element['position']): Element {
  const placed = position ? {position} : {}
  return {
    type: 'element',
    tagName: citationName,
    properties: {},
    children: [{type: 'text', value: written, ...placed}],
    data: {citation} as Element['data'] & object,
    ...placed
  }
}

/** What could not be cited stands as it was typed. */
function asText(parts: readonly TypedPart[]): ElementContent[] {
  if (parts.length === 0) return []
  return [{type: 'text', value: ` [${parts.map(({written}) => written).join('; ')}]`}]
}
