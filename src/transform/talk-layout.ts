import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {SlideKind} from '../model/deck.js'
import {nearest} from '../words/likely.js'
import {isFigure} from './figure-units.js'
import {plain} from './sentences.js'
import {isAttribution, toAttribution} from './talk-blocks.js'
import {isDark} from './talk-colours.js'
import type {Setting} from './talk-setting.js'

/** Says what is wrong with a slide, at a place of the text. */
export type Say = (message: string, place: Element['position'], rule?: string) => void

const layouts = [
  'title',
  'section',
  'statement',
  'columns',
  'figure',
  'table',
  'quote',
  'image',
  'content'
] as const satisfies readonly SlideKind[]
export type Layout = (typeof layouts)[number]

/** One short paragraph alone on its slide is said large. */
const longestStatement = 240

/** The layout that an author asks for; undefined where there is none or he asks for none. */
export function layoutOf(setting: Setting | undefined, say: Say): Layout | undefined {
  if (setting?.layout === undefined) return undefined
  const layout = layouts.find((each) => each === setting.layout)
  if (layout) return layout
  const expected = nearest(setting.layout, layouts, layouts.length).map((each) => `\`${each}\``)
  say(
    `Unexpected layout \`${setting.layout}\`, expected ${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`,
    setting.node.position
  )
  return undefined
}

/** The layout that a slide’s content asks for by itself. */
export function inferred(nodes: readonly ElementContent[], hasHeading: boolean): Layout {
  const shown = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [only, ...others] = shown
  if (!only) return hasHeading ? 'section' : 'content'
  if (shown.some(isColumn)) return 'columns'
  if (others.length > 0 || only.type !== 'element') return 'content'
  if (only.tagName === 'blockquote') return 'quote'
  if (isPicture(only) || isFigure(only)) return 'figure'
  if (only.tagName === 'table' || (isExhibit(only) && holds(only, 'table'))) return 'table'
  if (only.tagName === 'p' && plain(only).length <= longestStatement) return 'statement'
  return 'content'
}

/** Says where a slide lacks what its layout is for. */
export function refuseLacking(
  layout: Layout,
  nodes: readonly ElementContent[],
  setting: Setting | undefined,
  say: Say
): void {
  const lacks: Partial<Record<Layout, readonly [isThere: boolean, what: string]>> = {
    columns: [nodes.some(isColumn), 'two `:::column`'],
    figure: [
      nodes.some((node) => holds(node, 'img', 'svg', 'lectern-directive') || isPiece(node)),
      'a picture'
    ],
    image: [nodes.some((node) => holds(node, 'img')), 'a picture'],
    table: [nodes.some((node) => holds(node, 'table') || isPiece(node)), 'a table'],
    quote: [nodes.some((node) => holds(node, 'blockquote')), 'a quotation']
  }
  const [isThere = true, what] = lacks[layout] ?? []
  if (!isThere)
    say(`Unexpected layout \`${layout}\` of a slide without it, expected ${what}`, setting?.node.position)
}

/** A quotation and the line below it that says whose it is, as one. */
export function withAttribution(nodes: readonly ElementContent[]): ElementContent[] {
  const shown = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [quote, by, ...others] = shown
  if (quote?.type !== 'element' || quote.tagName !== 'blockquote' || !by || others.length > 0)
    return [...nodes]
  return isAttribution(by) ? [{...quote, children: [...quote.children, toAttribution(by)]}] : [...nodes]
}

/** The picture that fills a slide, first, and all else after it; of a figure, its caption too. */
export function withPictureFirst(nodes: readonly ElementContent[]): ElementContent[] {
  let picture: Element | undefined
  const others = nodes.map((node) => {
    if (node.type !== 'element') return node
    const copy = structuredClone(node)
    visit({type: 'root', children: [copy]}, 'element', (each, index, parent) => {
      if (picture || each.tagName !== 'img' || !parent || index === undefined) return
      picture = each
      parent.children.splice(index, 1)
    })
    return copy
  })
  if (!picture) return [...nodes]
  const rest = others.filter((node) => plainOf(node) !== '' || holds(node, 'img', 'svg'))
  return [{...h('p', [picture]), ...(picture.position ? {position: picture.position} : {})}, ...rest]
}

/** What is behind a slide, and the set of colours that reads on it. */
export function lookOf(
  setting: Setting | undefined,
  say: Say
): {theme?: string; background?: {colour?: string; image?: Element}} {
  if (!setting) return {}
  const {theme, colour, image, wrong, node} = setting
  if (wrong)
    say(
      `Unexpected background \`${wrong}\`, expected a colour (\`#0f3547\`, \`midnightblue\`) or a picture of the project`,
      node.position
    )
  if (image) return {theme: theme ?? 'dark', background: {image}}
  if (!colour) return theme ? {theme} : {}
  const isLightText = theme === 'dark' || theme === 'accent'
  if (theme && ['dark', 'accent', 'wash'].includes(theme) && isLightText !== isDark(colour))
    say(
      `Unexpected background \`${colour}\` behind the ${isLightText ? 'light' : 'dark'} text of theme \`${theme}\`, expected a ${isLightText ? 'dark' : 'light'} colour, or no theme`,
      node.position
    )
  const own = theme ?? (isDark(colour) ? 'dark' : undefined)
  return {...(own ? {theme: own} : {}), background: {colour}}
}

/** Whether a node is a column of a slide. */
export function isColumn(node: ElementContent): node is Element {
  return node.type === 'element' && [node.properties.className].flat().includes('talk-column')
}

function isPiece(node: ElementContent): boolean {
  return node.type === 'element' && node.properties.dataPiece !== undefined
}

function isExhibit(node: Element): boolean {
  return [node.properties.className].flat().includes('exhibit')
}

function isPicture(node: Element): boolean {
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const isOne = (child: ElementContent) => child.type === 'element' && child.tagName === 'img'
  return node.tagName === 'img' || (node.tagName === 'p' && shown.length > 0 && shown.every(isOne))
}

function holds(node: ElementContent, ...names: readonly string[]): boolean {
  let found = false
  visit(node, 'element', ({tagName}) => {
    found ||= names.includes(tagName)
  })
  return found
}

function plainOf(node: ElementContent): string {
  return node.type === 'element' || node.type === 'text' ? plain(node) : ''
}
