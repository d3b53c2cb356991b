import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import {audienceOf} from './audience.js'
import {levelOf} from './talk-base.js'
import {type Setting, settingOf} from './talk-setting.js'
import {isFootnotes} from './to-blocks.js'

/** A slide as its author wrote it. */
export interface Draft {
  /** What `::slide` says; a second one counts for nothing. */
  readonly settings: readonly Setting[]
  readonly heading: Element | undefined
  /** What is shown, in the author’s order. */
  readonly nodes: readonly ElementContent[]
  /** What is said. */
  readonly notes: readonly ElementContent[]
}

/**
 * A text in slides: one begins at each rule, and at each heading of the first two levels that is not the first thing
 * on its slide. `::slide` right above such a heading is of the heading’s slide, unless it is right below another.
 */
export function toDrafts(body: readonly ElementContent[]): Draft[] {
  const drafts: ElementContent[][] = []
  let open: ElementContent[] | undefined
  for (const [index, node] of body.entries()) {
    if (isFootnotes(node)) continue
    if (node.type === 'element' && node.tagName === 'hr') {
      open = undefined
      continue
    }
    if (!open || beginsSlide(node, open, body[index + 1])) {
      open = []
      drafts.push(open)
    }
    open.push(node)
  }
  return drafts.map(toDraft)
}

function beginsSlide(
  node: ElementContent,
  open: readonly ElementContent[],
  next: ElementContent | undefined
): boolean {
  if (open.every(isPrelude)) return false
  if (!settingOf(node)) return levelOf(node) !== undefined
  const isBelowHeading = open.every((each) => levelOf(each) !== undefined || audienceOf(each) === 'notes')
  return next !== undefined && levelOf(next) !== undefined && !isBelowHeading
}

/** What may stand before the first thing on a slide. */
function isPrelude(node: ElementContent): boolean {
  return settingOf(node) !== undefined || audienceOf(node) === 'notes'
}

function toDraft(all: readonly ElementContent[]): Draft {
  const [settings, notes]: [Setting[], ElementContent[]] = [[], []]
  const heading = all.find((node): node is Element => levelOf(node) !== undefined)
  const kept = all.flatMap((node) => (node === heading ? [] : take(node)))
  return {settings, heading, nodes: kept, notes}

  /** A node without the settings and notes inside it, and without what is for the report alone. */
  function take(node: ElementContent): ElementContent[] {
    const setting = settingOf(node)
    if (setting) {
      settings.push(setting)
      return []
    }
    const audience = audienceOf(node)
    if (audience === 'report' || node.type !== 'element') return audience === 'report' ? [] : [node]
    if (audience === 'notes') {
      notes.push(...saidOf(node))
      return []
    }
    if (audience === 'slides') return node.children.flatMap(take)
    return [holdsMarked(node) ? {...node, children: node.children.flatMap(take)} : node]
  }
}

/** What is said, without its mark. */
function saidOf(node: Element): ElementContent[] {
  const {dataAudience: _, className, ...properties} = node.properties
  const isBox = [className].flat().includes('audience')
  return isBox ? node.children : [{...node, properties: className ? {...properties, className} : properties}]
}

function holdsMarked(node: Element): boolean {
  let found = false
  visit(node, 'element', (each) => {
    found ||= each !== node && (settingOf(each) !== undefined || audienceOf(each) !== undefined)
  })
  return found
}
