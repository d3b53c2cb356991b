import type {Element, ElementContent} from 'xast'
import {readXml, writeXml} from './xml.js'

/** A drawing of more text than this, or of more elements once its references are followed, is refused. */
const mostBytes = 5_000_000
const mostElements = 50_000

const elements = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath ' +
    'image linearGradient radialGradient stop pattern clipPath mask marker style switch filter feBlend feColorMatrix ' +
    'feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset feDropShadow feComponentTransfer feFuncR feFuncG ' +
    'feFuncB feFuncA feMorphology view a'
  ).split(' ')
)
/** What draws nothing and is dropped without a word. */
const silent = new Set(['metadata', 'title', 'desc', 'view'])
const picture = /^\s*data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i

/** A drawing made harmless and what it lost, or why there is none. */
export type SafeDrawing =
  | {readonly svg: string; readonly lost: readonly string[]}
  | {readonly refused: string}

/**
 * Keeps of an SVG what draws: shapes, text, gradients. What runs, loads, embeds or moves is dropped: scripts,
 * handlers, foreign objects, addresses, style sheets that name any. Entities are unknown, and references that
 * multiply are counted before they are drawn.
 */
export function makeHarmless(source: string): SafeDrawing {
  if (source.length > mostBytes) return {refused: `a drawing of at most ${mostBytes / 1e6} MB`}
  const root = readXml(source.replace(/^\uFEFF/, ''))
  if (!root || localName(root.name) !== 'svg') return {refused: 'sound SVG without entities of its own'}
  const lost = new Set<string>()
  clean(root, lost, paintersOf(root))
  const foreign = [...new Set([...textOf(root)].filter((sign) => !set.test(sign)))]
  if (foreign.length > 0)
    return {
      refused: `letters turned into outlines where they are not Latin, Greek or Cyrillic (${foreign.slice(0, 8).join(' ')})`
    }
  if (drawnBy(root) > mostElements) return {refused: `a drawing of at most ${mostElements} elements`}
  root.attributes.xmlns ??= 'http://www.w3.org/2000/svg'
  return {svg: writeXml(root), lost: [...lost].sort()}
}

/** What the browser’s own font holds, in which the text of a drawing is set. */
const set =
  /[\s\u0021-\u024f\u0370-\u03ff\u0400-\u04ff\u2010-\u2026\u2030\u2032\u2033\u20ac\u2122\u2212\u2264\u2265]/

function textOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'element')
        return ['title', 'desc', 'style'].includes(localName(child.name)) ? '' : textOf(child)
      return child.type === 'text' ? child.value : ''
    })
    .join('')
}

function clean(node: Element, lost: Set<string>, painters: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    if (isHarmless(node, name, value ?? '')) continue
    delete node.attributes[name]
    if (!/^(?:xmlns|xml:|inkscape:|sodipodi:)/.test(name)) lost.add(name)
  }
  node.children = node.children.filter((child): child is ElementContent => {
    if (child.type !== 'element') return child.type === 'text' || child.type === 'cdata'
    const [prefix] = child.name.includes(':') ? child.name.split(':') : ['']
    const name = localName(child.name)
    if (
      (prefix === '' || prefix === 'svg') &&
      elements.has(name) &&
      (name !== 'style' || isHarmlessStyle(child, painters))
    )
      return !silent.has(name) || name === 'title' || name === 'desc'
    if (prefix === '' || prefix === 'svg') lost.add(`<${child.name}>`)
    return false
  })
  for (const child of node.children) if (child.type === 'element') clean(child, lost, painters)
}

function isHarmless(node: Element, name: string, value: string): boolean {
  const local = localName(name)
  if (/^on/i.test(local)) return false
  if (local === 'href' || local === 'src')
    return value.trim().startsWith('#') || (localName(node.name) === 'image' && picture.test(value))
  if (name === 'xml:base') return false
  if (/^xmlns(?::|$)/.test(name)) return true
  if (name.includes(':') && !/^(?:xml|xlink):/.test(name)) return false
  return isHarmlessCss(value)
}

/** What a style sheet draws with is not counted: it may name shades, and nothing that holds further drawings. */
function isHarmlessStyle({children}: Element, painters: ReadonlySet<string>): boolean {
  const css = children.map((child) => ('value' in child ? child.value : '')).join('')
  return isHarmlessCss(css) && idsIn(css).every((id) => !painters.has(id))
}

function paintersOf(root: Element): Set<string> {
  const ids = new Set<string>()
  const look = (node: Element) => {
    const name = localName(node.name)
    if (['pattern', 'mask', 'marker', 'clipPath'].includes(name) && node.attributes.id)
      ids.add(node.attributes.id)
    for (const child of node.children) if (child.type === 'element') look(child)
  }
  look(root)
  return ids
}

/** `url(#shade)` and nothing that leads out; an escape could spell anything. */
function isHarmlessCss(css: string): boolean {
  return !/\\|@import|@font-face|expression\(|javascript:|image-set\(|url\(\s*(?!["']?#)/i.test(css)
}

/** How many elements are drawn when every reference is followed; infinite where one leads back to itself. */
function drawnBy(root: Element): number {
  const named = new Map<string, Element>()
  const index = (node: Element) => {
    if (node.attributes.id && !named.has(node.attributes.id)) named.set(node.attributes.id, node)
    for (const child of node.children) if (child.type === 'element') index(child)
  }
  index(root)
  const known = new Map<Element, number>()
  const open = new Set<Element>()
  return count(root)

  function count(node: Element): number {
    const held = known.get(node)
    if (held !== undefined) return held
    if (open.has(node) || open.size > 2000) return Number.POSITIVE_INFINITY
    open.add(node)
    let sum = 1
    for (const child of node.children) if (child.type === 'element') sum += count(child)
    for (const target of referencesOf(node)) {
      const element = named.get(target)
      if (element) sum += count(element)
    }
    open.delete(node)
    known.set(node, sum)
    return sum
  }
}

function referencesOf({attributes}: Element): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!value) return []
    if (localName(name) === 'href') return value.trim().startsWith('#') ? [value.trim().slice(1)] : []
    return idsIn(value)
  })
}

/** `url(#shade)` names `shade`. */
function idsIn(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].flatMap(([, id]) => (id ? [id] : []))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
