import type {Evidence} from '../../model/evidence.js'
import type {Reference} from '../../model/reference.js'
import {wordsOf} from './tokens.js'

/** What came after a work: `corrigendum`, and the notice’s record, DOI and date as far as they are known. */
export interface WorkUpdate {
  readonly type: string
  readonly doi?: string
  readonly date?: string
  readonly notice?: Reference
}

/** What a work’s record, its title, or another record of the evidence says came after it. */
export function updatesOf(work: Reference, {references}: Evidence): WorkUpdate[] {
  const told = (work.item.custom?.updates ?? []).map(({type, DOI, date}) => ({
    type: type.toLowerCase().replace(/[_\s]+/g, '-'),
    ...(DOI ? {doi: DOI, ...noticeBy(DOI, references)} : {}),
    ...(date ? {date} : {})
  }))
  const own = titled(work.item.title ?? '')
  const title = own?.rest ?? wordsOf(work.item.title ?? '').join(' ')
  const notices = noticesIn(references).flatMap(({type, rest, each}): WorkUpdate[] => {
    if (each === work || rest !== title || told.some(({notice}) => notice === each)) return []
    return [{type, notice: each, ...(each.item.DOI ? {doi: each.item.DOI} : {})}]
  })
  return [...told, ...(own?.isWork ? [{type: own.type}] : []), ...notices]
}

export function isRetraction({type}: WorkUpdate): boolean {
  return /retract|withdraw|removal/.test(type)
}

/** New editions and the like correct nothing. */
export function isCorrection({type}: WorkUpdate): boolean {
  return /corrig|errat|correct|concern/.test(type)
}

const kept = new WeakMap<readonly Reference[], {type: string; rest: string; each: Reference}[]>()

/** The notices among some works, by their titles; read once. */
function noticesIn(references: readonly Reference[]): {type: string; rest: string; each: Reference}[] {
  const known = kept.get(references)
  if (known) return known
  const notices = references.flatMap((each) => {
    const {type, rest, isWork = true} = titled(each.item.title ?? '') ?? {}
    return type !== undefined && rest !== undefined && !isWork ? [{type, rest, each}] : []
  })
  kept.set(references, notices)
  return notices
}

function noticeBy(doi: string, references: readonly Reference[]): {notice?: Reference} {
  const notice = references.find(({item}) => item.DOI?.toLowerCase() === doi.toLowerCase())
  return notice ? {notice} : {}
}

/** `Corrigendum: …` is a notice; `RETRACTED: …` the work itself. */
function titled(title: string): {type: string; rest: string; isWork: boolean} | undefined {
  const [, kind, rest] =
    /^\[?((?:(?:author|publisher)(?:’s|'s)? )?correction|corrigendum|erratum|expression of concern|retraction(?: note| notice)?|retracted(?: article)?|withdrawn)\]?\s*(?::|\.|to:?|of:?|for:?)?\s+(.+)$/i.exec(
      title
    ) ?? []
  if (!kind || !rest) return undefined
  const type = kind.toLowerCase()
  const isWork = /^(?:retracted|withdrawn)/.test(type)
  return {
    type: isWork ? 'retraction' : type.replace(/^(?:author|publisher)\S* /, ''),
    rest: wordsOf(rest).join(' '),
    isWork
  }
}
