import {bare, type Part} from './part.js'
import {type Year, yearsIn} from './years.js'

/** What stands in a journal’s place: right behind the title and before a year or volume. */
export function journalAfter(text: string, end: number): Part | undefined {
  const match = inItsPlace.exec(text.slice(end, end + 160))
  const [, before = '', name] = match ?? []
  return name === undefined ? undefined : bare({text: name, from: end + before.length})
}

/** Where the authors of an item end that names them by the first: `Suzuki et al.` */
export function endOfAuthors(text: string): number | undefined {
  const match = /^.{2,80}?\bet (?:al|coll)\b\.?/u.exec(text)
  return match?.[0].length
}

const inItsPlace =
  /^(\s?["”»’?!]{0,2}[.,:;]?["”»]?\s*(?:[–—-]\s*)?(?:In:?\s+)?)(\p{Lu}[\p{L}&.'’ -]{1,80}?)[.,]?\s*\(?\s*(?:(?:19|20)\d{2}(?!\d)|(?:vol\.?\s*)?\d{1,4}\s*[(:;,])/u

/**
 * The years that an item gives its work: in brackets of their own, before a volume, behind the journal, or at its end;
 * those of its title, or of a remark, are none.
 */
export function yearsGiven(text: string, title: Part | undefined, journal: Part | undefined): Year[] {
  const afterJournal = journal && journal.from + journal.text.length
  return yearsIn(text).filter(({from, to}) => {
    if (title && title.from <= from && from < title.from + title.text.length) return false
    if (visited.test(text.slice(Math.max(from - 40, 0), from))) return false
    const [before, after] = [text.slice(Math.max(from - 3, 0), from), text.slice(to, to + 8)]
    if (before.endsWith('(') && after.startsWith(')')) return true
    if (/^\s*;\s*\d/.test(after)) return true
    if (afterPages.test(text.slice(Math.max(from - 40, 0), from)) && /^[.,]?(?:\s|$)/.test(after)) return true
    if (/[.,]\s+$/.test(before) && /^[.\s]*$/.test(text.slice(to))) return true
    return (
      afterJournal !== undefined && from >= afterJournal && /^[.,\s(]*$/.test(text.slice(afterJournal, from))
    )
  })
}

/** `pp. 109–119, Jul. `, `no. 2, ` */
const afterPages =
  /\b(?:pp?|no|vol)\.\s*[\p{L}\p{N}]+(?:[–-][\p{L}\p{N}]+)?,\s+(?:\p{Lu}\p{Ll}{2,8}\.?\s+)?$/u

/** `Accessed: Mar. 3, `: a day that is not the work’s. */
const visited = /(?:accessed|retrieved|viewed|visited|consultée?|vue?)(?:\s(?:on|le))?[\s:,]+[^;()]{0,20}$/i
