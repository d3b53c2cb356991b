import type {BibtexEntry} from './bibtex.js'
import {latexText} from './latex-text.js'

/** A BibTeX entry as a CSL-JSON item; a field it has not is absent. */
export function bibtexItem({type, key, fields}: BibtexEntry): Record<string, unknown> {
  const field = (...names: readonly string[]) => {
    const value = names
      .map((name) => fields.get(name))
      .find((each) => each !== undefined && each.trim() !== '')
    return value === undefined ? undefined : latexText(value)
  }
  const plain = (...names: readonly string[]) => field(...names)?.replace(/<\/?\w+>/g, '')
  const csl = types[type] ?? 'document'
  const isArticle = csl.startsWith('article')
  const [authors, editors] = [namesOf(fields.get('author')), namesOf(fields.get('editor'))]
  const subtitle = field('subtitle')
  const title = field('title')
  const item = {
    id: key,
    type: csl,
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    author: authors.names,
    editor: editors.names,
    'container-title': field('journal', 'journaltitle', 'booktitle'),
    'container-title-short': field('shortjournal'),
    'collection-title': field('series'),
    volume: plain('volume'),
    issue: isArticle ? plain('number', 'issue') : plain('issue'),
    number: isArticle ? undefined : plain('number'),
    page: plain('pages', 'eid')?.replace(/\s*[–—-]+\s*/g, '-'),
    publisher: field('publisher', 'institution', 'school', 'organization'),
    'publisher-place': field('address', 'location'),
    edition: plain('edition'),
    genre: field('type'),
    'chapter-number': plain('chapter'),
    language: plain('language', 'langid'),
    DOI: raw(fields.get('doi'))?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    PMID:
      raw(fields.get('pmid')) ??
      (/pubmed/i.test(fields.get('eprinttype') ?? '') ? raw(fields.get('eprint')) : undefined),
    PMCID: raw(fields.get('pmcid') ?? fields.get('pmc'))?.replace(/^(?=\d+$)/, 'PMC'),
    ISSN: plain('issn'),
    ISBN: plain('isbn'),
    URL: raw(fields.get('url')),
    issued: dateOf(plain('date') ?? plain('year'), plain('date') ? undefined : plain('month')),
    accessed: dateOf(plain('urldate'), undefined),
    custom: authors.others ? {authorsComplete: false} : undefined
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
}

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'book',
  manual: 'book',
  proceedings: 'book',
  collection: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  unpublished: 'manuscript',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage'
}

/** Identifiers and addresses, in which LaTeX escapes a few signs. */
function raw(value: string | undefined): string | undefined {
  const text = value
    ?.replace(/\\([_%#&~{}])/g, '$1')
    .replace(/^\{(.*)\}$/, '$1')
    .trim()
  return text || undefined
}

/** `Miller, Timothy and {The VALOR Group} and others` */
function namesOf(value: string | undefined): {names: object[] | undefined; others: boolean} {
  if (!value?.trim()) return {names: undefined, others: false}
  const parts = splitOutside(value.replace(/\s+/g, ' '), /\sand\s/iy).map((part) => part.trim())
  const names = parts.filter((part) => part !== '' && part.toLowerCase() !== 'others')
  return {names: names.map(nameOf), others: names.length < parts.filter(Boolean).length}
}

function nameOf(name: string): object {
  if (/^\{.*\}$/.test(name) && splitOutside(name.slice(1, -1), /,/y).length === 1)
    return {literal: latexText(name)}
  const [last = '', ...rest] = splitOutside(name, /,/y).map((part) => latexText(part))
  const given = rest.at(-1)
  if (given !== undefined)
    return {...withParticle(last), given, ...(rest.length > 1 ? {suffix: rest[0]} : {})}
  const words = splitOutside(name, /\s/y)
    .map((part) => latexText(part))
    .filter(Boolean)
  if (words.length === 1) return {family: words[0]}
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word))
  const from = particle > 0 && particle < words.length - 1 ? particle : words.length - 1
  return {...withParticle(words.slice(from).join(' ')), given: words.slice(0, from).join(' ')}
}

/** `van den Berg` has a particle. */
function withParticle(family: string): object {
  const [, particle, rest] = /^((?:\p{Ll}[\p{L}'’]{0,10}\s){1,3})(\p{Lu}.*)$/u.exec(family) ?? []
  return particle && rest ? {'non-dropping-particle': particle.trim(), family: rest} : {family}
}

/** A text at a sign that does not stand in braces. */
function splitOutside(text: string, sign: RegExp): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') at++
    else if (letter === '{') depth++
    else if (letter === '}') depth--
    sign.lastIndex = at
    const found = depth === 0 && letter !== '\\' ? sign.exec(text)?.[0] : undefined
    if (!found) continue
    parts.push(text.slice(from, at))
    from = at + found.length
    at = from - 1
  }
  return [...parts, text.slice(from)]
}

function dateOf(date: string | undefined, month: string | undefined): object | undefined {
  const [, year, inDate, day] = /^\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(date ?? '') ?? []
  if (!year) return undefined
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const named = month ? names.indexOf(month.slice(0, 3).toLowerCase()) + 1 : 0
  const number = Number(inDate ?? (/^\d{1,2}$/.test(month ?? '') ? month : named))
  const parts = [Number(year), ...(1 <= number && number <= 12 ? [number] : [])]
  return {'date-parts': [parts.length === 2 && day ? [...parts, Number(day)] : parts]}
}
