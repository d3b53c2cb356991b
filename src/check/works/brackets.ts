import {bare, type Part} from './part.js'
import {type Year, yearsIn} from './years.js'

/** What stands in brackets behind a title. */
export interface Source {
  /** What is left when years, volumes, pages and the like are taken out: a journal, it may be. */
  readonly names: readonly Part[]
  readonly years: readonly Year[]
}

/** The brackets that a text ends with, without their signs: of “Title (Cells, 2023;12(11))” the last but one. */
export function trailingBrackets({text, from}: Part): Part | undefined {
  const end = text.replace(/[\s.,;”"»]+$/, '').length
  if (text[end - 1] !== ')') return undefined
  let depth = 0
  for (let at = end - 1; at >= Math.max(0, end - longest); at--) {
    if (text[at] === ')') depth++
    if (text[at] === '(') depth--
    if (depth === 0) return {text: text.slice(at + 1, end - 1), from: from + at + 1}
  }
  return undefined
}

/** The brackets that follow an offset at once. */
export function bracketsAfter(text: string, offset: number): Part | undefined {
  const [whole, opening = '', content = ''] =
    /^([\s.,]{0,3}\()([^()]{2,120}(?:\([^()]{1,20}\)[^()]{0,60})?)\)/.exec(
      text.slice(offset, offset + longest)
    ) ?? []
  return whole === undefined ? undefined : {text: content, from: offset + opening.length}
}

/** Takes brackets apart: the years, and what may be names. */
export function readBrackets({text, from}: Part): Source {
  const years = yearsIn(text).map((each) => ({...each, from: from + each.from, to: from + each.to}))
  const names: Part[] = []
  let at = 0
  for (const piece of text.split(/([,;])/)) {
    const lead = leadIn.exec(piece)?.[0].length ?? 0
    const name = bare({text: piece.slice(lead).replace(figures, ''), from: from + at + lead})
    if (/\p{L}{2}/u.test(name.text) && !aside.test(name.text)) names.push(name)
    at += piece.length
  }
  return {names, years}
}

const longest = 200

/** `in`, `published in` */
const leadIn = /^\s*(?:published\s+|publiée?\s+|paru\w?\s+)?(?:in|dans)\b:?\s+/i

/** From the year, volume or page on. */
const figures = /(?:^|\s)\(?(?:vol|no|p|pp|art)?\.?\s*\d.*$/i

/** What stands beside a journal without being one. */
const aside =
  /^(?:et al|et coll|doi\b.*|pmid\b.*|pmc\b.*|epub.*|online.*|in press|sous presse|open access|libre accès|free|pdf|html|preprint|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/i
