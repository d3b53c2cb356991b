import type {Element, ElementContent, Nodes, Parents, Root, Text} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Place} from '../model/origin.js'

const id = /(?<![A-Za-z0-9])NCT\d{8}(?![A-Za-z0-9])/gi
const retired =
  /https?:\/\/(?:www\.|classic\.)?clinicaltrials\.gov\/(?:ct2\/)?show\/(?:[a-z]+\/)?(NCT\d{8})(?:[?/#][^\s)\],;]*)?/gi

/** A trial’s page at the registry. */
export function addressOf(trial: string): string {
  return `https://clinicaltrials.gov/study/${trial}`
}

/**
 * Knows every trial id of the text, linked or bare: bare ones become links, retired addresses become today’s,
 * in links and where they are printed. Gives the ids in order of first mention, those of the front matter’s texts first.
 */
export function rehypeTrials(file: VFile, matter = ''): (tree: Root) => Map<string, Place> {
  return (tree) => {
    visit(tree, 'element', (node) => {
      const {href} = node.properties
      if (node.tagName === 'a' && typeof href === 'string')
        node.properties.href = href.replace(retired, renewed)
    })
    const mentions = findMentions(tree, file, matter)
    visitParents(tree, 'text', (node, ancestors) => {
      if (!ancestors.some((each) => isElement(each, ['code', 'pre'])))
        node.value = node.value.replace(retired, renewed)
    })
    linkBareIds(tree)
    return mentions
  }
}

/** The trials that some nodes name, once bare ids are links. */
export function trialsNamed(nodes: readonly ElementContent[]): Set<string> {
  const found = new Set<string>()
  const root: Root = {type: 'root', children: [...nodes]}
  visit(root, (node) => {
    for (const trial of idsIn(node)) found.add(trial)
  })
  return found
}

/** The trials that a text names. */
export function trialsIn(text: string): string[] {
  return [...text.matchAll(id)].map(([match]) => match.toUpperCase())
}

function renewed(_: string, trial: string): string {
  return addressOf(trial.toUpperCase())
}

function findMentions(tree: Root, file: VFile, matter: string): Map<string, Place> {
  const source = String(file)
  const lines = location(source)
  const found = new Map<string, Place>()
  for (const [match] of matter.matchAll(id)) {
    const point = lines.toPoint(Math.max(source.indexOf(match), 0))
    found.set(match.toUpperCase(), {line: point?.line ?? 1, column: point?.column ?? 1})
  }
  visit(tree, (node) => {
    const {position} = node
    for (const trial of idsIn(node)) {
      if (found.has(trial)) continue
      const start = position?.start.offset ?? 0
      const within = source.slice(start, position?.end.offset).toUpperCase().indexOf(trial)
      const point = lines.toPoint(start + Math.max(within, 0))
      found.set(trial, {line: point?.line ?? 1, column: point?.column ?? 1})
    }
  })
  return found
}

function idsIn(node: Nodes): string[] {
  const text = node.type === 'text' ? node.value : isLink(node) ? String(node.properties.href) : ''
  return trialsIn(text)
}

function linkBareIds(tree: Root): void {
  visitParents(tree, 'text', (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (!parent || ancestors.some((each) => isLink(each) || isElement(each, ['code', 'pre']))) return
    const pieces = linked(node)
    if (pieces.length < 2 && pieces[0] === node) return
    const siblings: Parents['children'] = parent.children
    const index = siblings.indexOf(node)
    siblings.splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

function linked(node: Text): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  const take = (text: string) => {
    if (text) pieces.push(placed<Text>({type: 'text', value: text}, node))
  }
  for (const match of node.value.matchAll(id)) {
    take(node.value.slice(from, match.index))
    pieces.push(
      placed<Element>(
        {
          type: 'element',
          tagName: 'a',
          properties: {href: addressOf(match[0].toUpperCase())},
          children: [placed<Text>({type: 'text', value: match[0]}, node)]
        },
        node
      )
    )
    from = match.index + match[0].length
  }
  if (from === 0) return [node]
  take(node.value.slice(from))
  return pieces
}

function placed<T extends Nodes>(node: T, like: Nodes): T {
  if (like.position) node.position = like.position
  return node
}

function isLink(node: Nodes): node is Element {
  return isElement(node, ['a']) && typeof node.properties.href === 'string'
}

function isElement(node: Nodes, names: readonly string[]): node is Element {
  return node.type === 'element' && names.includes(node.tagName)
}
