import type {Passage} from '../model/passage.js'
import type {Reference} from '../model/reference.js'
import type {WorkMention} from '../model/work-mention.js'
import {knownWork} from './known-work.js'
import {printedWorks} from './printed-works.js'

/** Where the prose names works of the evidence, in its order; a link whose words print an identifier is one mention. */
export function workMentionsOf(
  passages: readonly Passage[],
  references: readonly Reference[]
): WorkMention[] {
  return passages.flatMap((passage) => {
    const found: WorkMention[] = []
    const add = (work: Reference | undefined, by: WorkMention['by'], from: number, to: number) => {
      if (!work || found.some((each) => each.work === work && from < each.to && each.from < to)) return
      found.push({work, by, passage, from, to})
    }
    for (const {href, from, to} of passage.links) add(knownWork(href, references), 'link', from, to)
    for (const {address, from, to} of printedWorks(passage.text))
      add(knownWork(address, references), 'identifier', from, to)
    for (const match of passage.text.matchAll(citation)) {
      const key = match[1] ?? match[2]?.replace(/[.:?!]+$/, '') ?? ''
      add(citedWork(key, references), 'citation', match.index, match.index + match[0].length)
    }
    return found.sort((a, b) => a.from - b.from)
  })
}

/** `@key` and `@{key}`, not as part of a word or of an address. */
const citation = /(?<![\p{L}\p{N}._@-])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_][^\s\]};,]{0,200}))/gu

function citedWork(key: string, references: readonly Reference[]): Reference | undefined {
  const [, kind, id = ''] = /^(doi|pmid|pmcid):(.+)$/i.exec(key) ?? []
  const field = kind?.toUpperCase()
  return references.find(({item}) => {
    if (field === 'DOI' || field === 'PMID' || field === 'PMCID')
      return item[field]?.toLowerCase() === id.toLowerCase()
    return item.id === key
  })
}
