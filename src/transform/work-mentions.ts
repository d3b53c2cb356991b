import type {Passage} from '../model/passage.js'
import type {Reference} from '../model/reference.js'
import type {WorkMention} from '../model/work-mention.js'
import {citedWork, knownWork} from './known-work.js'
import {printedWorks} from './printed-works.js'

/** Where the prose names works of the evidence, in its order; a link whose words print an identifier is one mention. */
export function workMentionsOf(
  passages: readonly Passage[],
  references: readonly Reference[]
): WorkMention[] {
  const known = new Map<string, Reference | undefined>()
  const workAt = (address: string) => {
    if (!known.has(address)) known.set(address, knownWork(address, references))
    return known.get(address)
  }
  return passages.flatMap((passage) => {
    const {text, links} = passage
    const named = [
      ...links.map(({href, from, to}) => ({work: workAt(href), by: 'link' as const, from, to})),
      ...printedWorks(text).map(({address, from, to}) => ({
        work: workAt(address),
        by: 'identifier' as const,
        from,
        to
      })),
      ...citationsIn(text).map(({key, from, to}) => ({
        work: citedWork(key, references),
        by: 'citation' as const,
        from,
        to
      }))
    ]
    const ends = new Map<Reference, number>()
    return named
      .toSorted((a, b) => a.from - b.from)
      .flatMap(({work, ...rest}) => {
        if (!work || rest.from < (ends.get(work) ?? 0)) return []
        ends.set(work, rest.to)
        return [{work, passage, ...rest}]
      })
  })
}

function citationsIn(text: string): {key: string; from: number; to: number}[] {
  return [...text.matchAll(citation)].map((match) => ({
    key: match[1] ?? match[2]?.replace(/[.:?!]+$/, '') ?? '',
    from: match.index,
    to: match.index + match[0].length
  }))
}

/** `@key` and `@{key}`, not as part of a word or of an address. */
const citation = /(?<![\p{L}\p{N}._@-])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_][^\s\]};,]{0,200}))/gu
