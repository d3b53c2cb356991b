import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Citable} from '../model/citation.js'
import {addressOf} from './output-format.js'

/** `doi:` and the number are one link. */
export function withWholeDois(nodes: readonly ElementContent[]): ElementContent[] {
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
export function identifierOf(work: Citable, text: string): ElementContent[] {
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

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
