import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** A place of the review that links may lead to, and what a link without words of its own reads there. */
export interface Anchor {
  readonly id: string
  readonly name: string
  /** A table or figure: on paper, its page is told. */
  readonly exhibit?: boolean
}

/**
 * Leads the author’s links within the review to its headings, tables and figures; one without words, `[](#tbl-trials)`,
 * reads what that is called. A link that would lead nowhere on paper (an unknown
 * anchor, a file beside the review) keeps its text, loses its address, and is a warning.
 */
export function settleLinks(tree: Root, file: VFile, anchors: ReadonlyMap<string, Anchor>): void {
  const boxes = boxesOf(tree)
  visit(tree, 'element', (node) => {
    const {href} = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string') return
    if (/^(?:https?:|mailto:)/i.test(href) || href.startsWith('#user-content-fn')) return
    const name = href.startsWith('#') ? decode(href.slice(1)) : ''
    const anchor = anchors.get(name) ?? boxes.get(name)
    if (!anchor) return unlink(node, href)
    node.properties.href = `#${anchor.id}`
    if (anchor.exhibit) node.properties.className = ['cross-reference']
    if (node.children.length === 0) node.children = [{type: 'text', value: anchor.name}]
  })

  function unlink(node: Element, href: string): void {
    const expected = href.startsWith('#')
      ? 'a heading, table, figure or box of this review'
      : 'an address, or a heading, table, figure or box of this review'
    file.message(`Unexpected link to \`${href}\`, expected ${expected}`, {
      place: node.position,
      source: 'transform',
      ruleId: 'broken-link'
    })
    node.tagName = 'span'
    node.properties = {}
  }
}

/** Boxes that the author gave an id, which a link without words names by its title, and exhibits without a number, by their caption. */
function boxesOf(tree: Root): Map<string, Anchor> {
  const boxes = new Map<string, Anchor>()
  visit(tree, 'element', (node) => {
    const {id, dataKind} = node.properties
    const [first] = node.children
    if (typeof id !== 'string') return
    if (id.startsWith('box-')) boxes.set(id, {id, name: first ? textOf(first).trim() : id})
    else if (dataKind) boxes.set(id, {id, name: captionOf(node) ?? id})
  })
  return boxes
}

function captionOf(exhibit: Element): string | undefined {
  let text: string | undefined
  visit(exhibit, 'element', (node) => {
    if (node.tagName === 'caption' || [node.properties.className].flat().includes('caption'))
      text ??= textOf(node).trim()
  })
  return text
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
