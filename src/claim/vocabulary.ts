import type {Evidence} from '../model/evidence.js'
import {type Drug, readDrugs, toTerm} from './drugs.js'
import {Names} from './names.js'
import type {Pattern} from './pattern.js'
import {readRoutes, routeOf, routes} from './routes.js'
import {unheldDrug} from './substances.js'

/** The names that the evidence knows, and how to find them in a text. */
export interface Vocabulary {
  /** Acronyms of trials. */
  readonly names: Names
  /** The trial that is meant by an acronym. */
  bearer(name: string): string | undefined
  readonly drugs: Names
  drug(name: string): Drug | undefined
  /** A drug that no record tests. */
  substance(name: string): Drug
  /** Ways of giving a drug. */
  readonly routes: Pattern
  route(name: string): Drug | undefined
  /** Sponsors and collaborators. */
  readonly organisations: Names
}

const kept = new WeakMap<Evidence, Vocabulary>()

/** The vocabulary of an evidence, made once. */
export function vocabularyOf(evidence: Evidence): Vocabulary {
  const vocabulary = kept.get(evidence) ?? makeVocabulary(evidence)
  kept.set(evidence, vocabulary)
  return vocabulary
}

function makeVocabulary(evidence: Evidence): Vocabulary {
  const bearers = acronyms(evidence)
  const drugs = readDrugs(evidence)
  const ways = readRoutes(evidence)
  return {
    names: new Names([...bearers.keys()].map(acronymPattern), 'gu'),
    bearer: (name) => bearers.get(shouted(name)),
    drugs: new Names([...drugs.keys()].map(loosely), 'giu'),
    drug: (name) => drugs.get(toTerm(name)),
    substance: (name) => unheldDrug(name, evidence, drugs.values()),
    routes,
    route: (name) => ways.get(routeOf(name)),
    organisations: new Names(organisationNames(evidence).map(loosely), 'giu', {joins: false})
  }
}

/** Acronyms, as they are written in capitals; one that two trials share names neither. */
function acronyms({studies}: Evidence): Map<string, string> {
  const bearers = new Map<string, string | undefined>()
  for (const {id, acronym, title = '', officialTitle = ''} of studies.values()) {
    const own = acronym?.replace(/\s*\([^)]*\)\s*$/, '').trim()
    const titled = [title, officialTitle].flatMap((each) => titledName.exec(each)?.[1] ?? [])
    const names = own ? [own] : titled.slice(0, 1)
    for (const name of names) {
      const key = name.replace(/\s+/g, ' ')
      if (!/^\p{L}[\p{L}\p{N} .-]{2,40}$/u.test(key)) continue
      bearers.set(key, bearers.has(key) ? undefined : id)
    }
  }
  const found = new Map<string, string>()
  for (const [name, id] of bearers) if (id !== undefined) found.set(name, id)
  const all = new Map(found)
  for (const [name, id] of found) all.set(shouted(name), id)
  return all
}

/** `(ENDURANCE STUDY)`, in a title. */
const titledName = /(?:\(|\bthe )([A-Z][A-Z0-9-]{3,24})[ -](?:STUDY|TRIAL|[Ss]tudy|[Tt]rial)\b/

function shouted(name: string): string {
  const bare = name.replace(/\s+(?:trial|study)s?$/i, '').replace(/^(?:essai|étude)\s+/i, '')
  return bare.replace(/\s+/g, ' ').toUpperCase()
}

/** As recorded, or in capitals; a name that is a common word in capitals at its beginning only must be called a trial. */
function acronymPattern(name: string): string {
  const pattern = escaped(name).replace(/ /g, '\\s')
  const isPlain = /^\p{Lu}?\p{Ll}+$/u.test(name)
  return isPlain ? `${pattern}\\s(?:trial|study)` : pattern
}

function organisationNames({studies}: Evidence): string[] {
  const names = [...studies.values()].flatMap(({sponsor, collaborators}) =>
    [sponsor ?? [], collaborators].flat()
  )
  return [...new Set(names.flatMap(aliasesOf))].filter((name) => name.length > 2)
}

function aliasesOf(name: string): string[] {
  const [, short] = /\(([A-Z]{3,})\)/.exec(name) ?? []
  const bare = name.replace(/\s*\([^)]*\)/g, '')
  return [bare, coreName(bare), ...(short ? [short] : [])]
}

/** `Amylyx` of `Amylyx Pharmaceuticals Inc.` */
function coreName(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word !== '')
  const core = words.filter((word) => !legal.test(word))
  return core.length === 1
    ? (core[0]?.replace(/-cell$/i, '') ?? name)
    : name.replace(/,?\s(?:Inc|Ltd|LLC|Corp)\.?$/i, '')
}

const legal =
  /^(?:inc|ltd|llc|corp|co|sa|ag|gmbh|plc|pharma|pharmaceuticals?|therapeutics|biotech|medical|center|centre)\.?$/i

/** A name that spaces, hyphens and signs may part in other ways. */
function loosely(name: string): string {
  const words = name
    .replace(/[®™.,]/g, '')
    .split(/[\s–—/-]+/)
    .map(escaped)
  return `${words.join('[®™.,]{0,2}\\s?[–—/-]?\\s?(?:and\\s|et\\s)?')}`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
