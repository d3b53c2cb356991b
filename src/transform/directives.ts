import type {Paragraph, Root} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {readFigure} from './figure-directive.js'

/** The leaf directives there are, and what each places. */
const known = ['trials', 'references'] as const

/**
 * `::trials` and `::references` become places for tables, `::figure{pipeline}` for a figure. Any other directive is an error, and prints as it was
 * written: no text of the author’s is lost.
 */
export function remarkDirectives(file: VFile): (tree: Root) => void {
  return (tree) => {
    const seen = new Set<string>()
    visit(tree, (node, index, parent) => {
      if (node.type === 'containerDirective') complain(node, 'Unexpected directive')
      if (node.type !== 'leafDirective' || !parent || index === undefined) return
      if (node.name === 'figure') {
        const figure = readFigure(node, file, seen)
        if (figure) node.data = {hName: 'lectern-directive', hProperties: {name: figure}}
        else parent.children[index] = asWritten(node)
        return
      }
      const extras = node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0
      if (!isKnown(node.name)) complain(node, 'Unexpected directive')
      else if (extras) complain(node, 'Unexpected label or attributes of')
      else if (seen.has(node.name)) complain(node, 'Unexpected second')
      else {
        seen.add(node.name)
        node.data = {hName: 'lectern-directive', hProperties: {name: node.name}}
        return
      }
      parent.children[index] = asWritten(node)
    })
  }

  function complain(node: LeafDirective | ContainerDirective, what: string): void {
    const marker = node.type === 'leafDirective' ? '::' : ':::'
    const expected = [...known, 'figure{…}'].map((name) => `\`::${name}\``).join(' or ')
    file.message(`${what} \`${marker}${node.name}\`, expected ${expected} on a line of its own, once`, {
      place: node.position,
      source: 'transform',
      ruleId: 'unknown-directive'
    }).fatal = true
  }

  function asWritten(node: LeafDirective): Paragraph {
    const value = String(file).slice(node.position?.start.offset, node.position?.end.offset)
    const text = {type: 'text' as const, value, ...(node.position ? {position: node.position} : {})}
    return {type: 'paragraph', children: [text], ...(node.position ? {position: node.position} : {})}
  }
}

function isKnown(name: string): boolean {
  return known.some((each) => each === name)
}
