import type {Engine} from 'citeproc'
import type {Citable} from '../model/citation.js'
import {others} from './output-format.js'
import {namesOf} from './to-csl.js'

/** The authors as a sentence names them: `Miller et al.`; a work without any by its title. */
export function nameOf(work: Citable, engine: Engine): string {
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

/** The sign for authors that nobody noted, and the `and` before it, as the language’s `et al.` */
export function withOthers(text: string, engine: Engine, between: string): string {
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
