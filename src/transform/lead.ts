import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Clauses} from '../words/clauses.js'
import {sentences} from '../words/sentences.js'
import type {Words} from '../words/words.js'
import {elisionsOf} from './elisions.js'
import {slice, withoutMark} from './sentences.js'

/** A first sentence shorter than this names what the next ones speak of. */
const longestLabel = 60
/** How many sentences that limit the one before come with it. */
const mostLimits = 2

export interface LeadOptions {
  readonly words: Words
  /** Without them, sentences stay whole. */
  readonly clauses?: Clauses | undefined
  /** How much prose is shown; the first sentence is in any case. */
  readonly length?: number
  /** How much of what a label names is shown. */
  readonly labelled?: number
  /** Whether a long sentence gives up what only adds to it. */
  readonly elides?: boolean
}

/**
 * What a slide shows of some prose: the lead sentences, with those that limit them, so that a slide never says more
 * than its author did. `whole` says that it is all.
 */
export function leadFor(
  nodes: readonly ElementContent[],
  {words, clauses, length = 0, labelled = 0, elides}: LeadOptions
): {lead: ElementContent[]; whole: boolean} {
  const text = nodes.map((node) => withoutMark(node)).join('')
  let end = 0
  let limits = 0
  let room = length
  for (const sentence of sentences(text, words)) {
    const isLimit = limits < mostLimits && clauses?.limits.test(sentence)
    if (end > 0 && !isLimit && end + sentence.trimEnd().length > room) break
    if (end > 0 && isLimit) limits++
    end += sentence.length
    const shown = text.slice(0, end).trim()
    if (shown.length < longestLabel && !shown.endsWith(':')) room = Math.max(room, labelled)
  }
  const rest = text.slice(end).trim() === ''
  const drops = elides && clauses ? elisionsOf(text.slice(0, end), clauses) : []
  if (drops.length === 0) return {lead: slice(nodes, 0, end), whole: rest}
  const lead: ElementContent[] = []
  let at = 0
  for (const {from, to} of drops) {
    lead.push(...slice(nodes, at, from), {type: 'text', value: '…'})
    at = to
  }
  return {lead: [...lead, ...slice(nodes, at, end)], whole: false}
}

/** A text no longer than some length: at the end of a clause if there is one, else of a word, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length - 1)
  const clause = Math.max(...[': ', '; ', ', ', ' – ', ' — ', ' ('].map((sign) => head.lastIndexOf(sign)))
  const bracket = head.lastIndexOf('(') > head.lastIndexOf(')') ? head.lastIndexOf('(') : -1
  const space = head.lastIndexOf(' ')
  const end = clause >= length / 2 ? clause : bracket > length / 3 ? bracket : space > 0 ? space : head.length
  return `${head.slice(0, end).replace(/[\s:;,–—([]+$/u, '')}…`
}

/** The same of nodes. */
export function shortenedNodes(nodes: readonly ElementContent[], length: number): ElementContent[] {
  const text = nodes.map((node) => textOf(node)).join('')
  if (text.length <= length) return [...nodes]
  return [...slice(nodes, 0, shortened(text, length).length - 1), {type: 'text', value: '…'}]
}
