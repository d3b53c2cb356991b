import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import {copied, copiedNode} from './copied.js'
import {withoutDeadLinks} from './dead-links.js'
import {imprintOf} from './imprint.js'
import type {OutputContext} from './output-context.js'
import {paperStyle} from './paper.js'
import {withShortAddresses} from './print-links.js'
import {themed} from './themed.js'

/** How much of it a briefing prints; each level fits on less paper than the one before. */
export const briefingLevels = [
  {
    rows: Number.POSITIVE_INFINITY,
    blocks: Number.POSITIVE_INFINITY,
    points: Number.POSITIVE_INFINITY,
    small: false
  },
  {
    rows: Number.POSITIVE_INFINITY,
    blocks: Number.POSITIVE_INFINITY,
    points: Number.POSITIVE_INFINITY,
    small: true
  },
  {rows: 24, blocks: 6, points: 8, small: true},
  {rows: 16, blocks: 3, points: 6, small: true},
  {rows: 8, blocks: 1, points: 4, small: true},
  {rows: 4, blocks: 0, points: 2, small: true}
] as const
export type BriefingLevel = (typeof briefingLevels)[number]

/** The briefing: key points, the short table of trials, the conclusion. What a level leaves out, it says. */
export function toBriefing(document: Document, level: BriefingLevel, context: OutputContext): Page {
  const {words, fill, fillSlots, paper} = context
  const {conclusion} = document
  const shown = conclusion?.content.slice(0, level.blocks) ?? []
  const closing = copied(shown)
  withShortAddresses(closing)
  const tree = fill('page/briefing', {
    language: document.language,
    title: document.title,
    subtitle: document.subtitle,
    kind: words.briefing,
    small: level.small,
    imprint: imprintOf(document, words),
    keyPoints: document.keyPoints.length > 0 ? document.keyPoints.slice(0, level.points) : undefined,
    conclusionHeading: shown.length > 0 ? conclusion?.heading : undefined
  })
  return {
    tree: withoutDeadLinks(
      fillSlots(tree, {
        trials: document.shortTrials ? [shortened(document.shortTrials, level.rows, words.moreTrials)] : [],
        conclusion: closing
      })
    ),
    sheets: themed(['tokens', 'text', 'tables', 'exhibits', 'print', 'briefing'], document),
    style: paperStyle(document, paper, words),
    scripts: []
  }
}

/** A table’s first rows, and a row that says how many are left out. */
function shortened(table: Element, rows: number, more: (count: number) => string): Element {
  const copy = copiedNode(table)
  const body = copy.children.find(isNamed('tbody'))
  const all = body?.children.filter(isNamed('tr')) ?? []
  if (!body || all.length <= rows) return copy
  const columns = all[0]?.children.filter((cell) => cell.type === 'element').length ?? 1
  body.children = [
    ...all.slice(0, rows),
    h('tr', [h('td', {colSpan: columns, className: ['absent']}, more(all.length - rows))])
  ]
  return copy
}

function isNamed(name: string) {
  return (node: ElementContent): node is Element => node.type === 'element' && node.tagName === name
}
