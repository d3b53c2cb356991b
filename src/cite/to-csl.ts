import type {Citable} from '../model/citation.js'
import type {ReferenceItem} from '../model/reference.js'
import type {Study} from '../model/study.js'
import {others, withoutSigns} from './output-format.js'
import {soundItem} from './sound-item.js'

/** What is cited as the processor takes it. */
export function toCsl(work: Citable): Record<string, unknown> {
  return work.kind === 'work' ? workToCsl(work.reference.item, work.id) : trialToCsl(work.study)
}

/** A record without what is ours, and with a sign in its list of authors for those it does not name. */
function workToCsl({custom, ...item}: ReferenceItem, id: string): Record<string, unknown> {
  const {URL: address, DOI: doi, author, ...rest} = item
  // The address of a DOI says what the DOI says.
  const ownAddress = doi && address && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? undefined : address
  const authors = namesOf(author, custom?.authorsComplete === false)
  return clean({
    ...soundItem(rest),
    id,
    ...(doi ? {DOI: doi} : {}),
    ...(ownAddress ? {URL: ownAddress} : {}),
    ...(authors.length > 0 ? {author: authors} : {})
  })
}

/** A trial’s record at the registry: its title, the registry and the id, its address, and the day the registry said so. */
function trialToCsl({id, title, acronym, origin}: Study): Record<string, unknown> {
  const parts = origin.asOf?.split('-').map(Number)
  return clean({
    id,
    type: 'webpage',
    title: title ?? acronym ?? id,
    // Styles that set titles in capitals leave this one alone.
    'container-title': `<span class="nocase">ClinicalTrials.gov: ${id}</span>`,
    URL: `https://clinicaltrials.gov/study/${id}`,
    ...(parts ? {accessed: {'date-parts': [parts]}} : {})
  })
}

type Names = NonNullable<ReferenceItem['author']>

/** Records write `et al.` for authors that nobody noted, alone or after the last name. */
export function namesOf(names: Names | undefined, isIncomplete: boolean): Names {
  const known: Names = []
  let goesOn = isIncomplete
  for (const name of names ?? []) {
    const literal = name.literal?.replace(/,?\s*\bet\s+al\.?$/i, '').trim()
    goesOn ||= literal !== undefined && literal !== name.literal?.trim()
    if (literal === '') continue
    known.push({
      ...name,
      ...(literal ? {literal} : {}),
      ...(name.given ? {given: givenOf(name.given, name.family)} : {})
    })
  }
  return known.length > 0 && goesOn ? [...known, {literal: others}] : known
}

/** `Seong-il` has two initials, and so has `TM`, unless the whole name is in capitals. */
function givenOf(given: string, family = ''): string {
  if (/^\p{Lu}{2,3}$/u.test(given) && /\p{Ll}/u.test(family))
    return [...given].map((each) => `${each}.`).join(' ')
  return given.replace(/-\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function clean<T>(value: T): T {
  if (typeof value === 'string') return (value === others ? value : withoutSigns(value)) as T
  if (Array.isArray(value)) return value.map((each) => clean(each)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)])) as T
}
