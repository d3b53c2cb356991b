import type {Evidence} from '../../model/evidence.js'
import type {Passage} from '../../model/passage.js'
import type {Reference} from '../../model/reference.js'
import type {WorkMention} from '../../model/work-mention.js'
import {endOfAuthors, journalAfter, yearsGiven} from './after-title.js'
import {bracketsAfter, readBrackets, trailingBrackets} from './brackets.js'
import {isJournalName} from './journal-names.js'
import type {Part} from './part.js'
import {isItsJournal} from './same-journal.js'
import {type TitleGiven, titleOfItem, titleOfWords} from './title-given.js'
import {wordsOf} from './tokens.js'
import type {Year} from './years.js'

/** What an author gives of a work: its title, the years, and its journal where that is certainly another. */
export interface Given {
  readonly work: Reference
  readonly passage: Passage
  readonly title?: TitleGiven | undefined
  readonly otherJournal?: Part | undefined
  readonly years: readonly Year[]
}

/** What is given of each work: by a link’s words that end in “(Journal, 2023)”, or by an item of the reference list. */
export function givenOf(mentions: readonly WorkMention[], evidence: Evidence): Given[] {
  const works = new Map<Passage, Set<Reference>>()
  for (const {passage, work} of mentions) works.set(passage, (works.get(passage) ?? new Set()).add(work))
  const read = new Set<Passage>()
  return mentions.flatMap((mention) => {
    const {passage, by} = mention
    // An item gives one work; what is longer has been annotated.
    const isItem = passage.inReferences && passage.text.length <= 1200 && works.get(passage)?.size === 1
    if (read.has(passage) || (by !== 'link' && !isItem)) return []
    if (isItem) read.add(passage)
    return [{work: mention.work, passage, ...parted(mention, isItem, evidence)}]
  })
}

function parted(
  mention: WorkMention,
  isItem: boolean,
  evidence: Evidence
): Pick<Given, 'title' | 'otherJournal' | 'years'> {
  const {work, passage, by, from, to} = mention
  const {text} = passage
  const title = work.item.title ?? ''
  const link = by === 'link' && to - from <= 500 ? {text: text.slice(from, to), from} : undefined
  const isOther = (name: Part, hasYear: boolean) =>
    !isItsJournal(name.text, work.item) &&
    !isAuthor(name.text, work) &&
    isJournalName(name.text, hasYear, evidence)

  const brackets = link && (trailingBrackets(link) ?? bracketsAfter(text, to))
  const {names, years} = brackets ? readBrackets(brackets) : {names: [], years: []}
  const isNamed = names.some(
    (name) =>
      isItsJournal(name.text, work.item) || isAuthor(name.text, work) || isOther(name, years.length > 0)
  )
  const words = link && brackets && {text: text.slice(from, Math.min(brackets.from - 1, to)), from}
  const titled = words && titleOfWords(words, title)
  // In running text, what stands behind a link may be of something else, unless its words are the title.
  const isOwn = isItem || titled !== undefined || (brackets !== undefined && brackets.from < to && isNamed)
  if (brackets && isOwn && (names.length === 0 ? years.length > 0 : isNamed)) {
    const others = names.some((name) => isItsJournal(name.text, work.item))
      ? []
      : names.filter((name) => isOther(name, years.length > 0))
    return {
      title: titled,
      otherJournal: others.length === 1 ? others[0] : undefined,
      years
    }
  }
  if (!isItem) return {years: []}

  const given = (link && titleOfWords(link, title)) ?? titleOfItem(text, title)
  const authors = given ? undefined : endOfAuthors(text)
  const next = given
    ? journalAfter(text, given.from + given.text.length)
    : authors === undefined
      ? undefined
      : sourceAfter(text, authors)
  // Where no title is found, its words may stand before the journal’s.
  const otherJournal =
    next && isOther(next, true) && (given || !endsInItsJournal(next.text, work)) ? next : undefined
  const journal = next && isItsJournal(next.text, work.item) ? next : otherJournal
  return {title: given, otherJournal, years: yearsGiven(text, given, journal)}
}

/** What stands in a journal’s place right behind the authors: `Nat. Genet. 2023`, `(Lancet 2020)`. */
function sourceAfter(text: string, authors: number): Part | undefined {
  const brackets = bracketsAfter(text, authors)
  const {names, years} = brackets ? readBrackets(brackets) : {names: [], years: []}
  const next = brackets
    ? years.length > 0 && names.length === 1
      ? names[0]
      : undefined
    : journalAfter(text, authors)
  return next && wordsOf(next.text).length <= 6 ? next : undefined
}

function endsInItsJournal(name: string, {item}: Reference): boolean {
  const words = name.split(/\s+/)
  return words.some((_, index) => isItsJournal(words.slice(index).join(' '), item))
}

/** `Miller`, `Miller & Shaw`: an author where a journal could stand. */
function isAuthor(name: string, {item}: Reference): boolean {
  const words = wordsOf(name)
  return (item.author ?? []).some(({family, literal}) =>
    wordsOf(family ?? literal ?? '').some((each) => each.length > 2 && words.includes(each))
  )
}
