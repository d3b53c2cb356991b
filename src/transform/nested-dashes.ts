import type {List, Nodes, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/**
 * Puts lists of `–` lines that were not indented below the last item of the `•` list they follow, and joins
 * what they had parted.
 */
export function remarkNestedDashes(source: string): (tree: Root) => void {
  return (tree) => {
    visit(tree, (node) => {
      if (isParent(node) && node.children.some((child) => isList(child, '–'))) nest(node)
    })
  }

  function nest(parent: Parents): void {
    const kept: Nodes[] = []
    let reopened: List | undefined
    for (const child of parent.children) {
      const last = kept.at(-1)
      const item = last && isList(last, '•') ? last.children.at(-1) : undefined
      if (last && item && isList(child, '–')) {
        item.children.push(child)
        extend(item, child)
        extend(last, child)
        reopened = last as List
      } else if (reopened && last === reopened && isList(child, '•')) {
        reopened.children.push(...child.children)
        extend(reopened, child)
      } else {
        kept.push(child)
        reopened = undefined
      }
    }
    parent.children = kept as typeof parent.children
  }

  function isList(node: Nodes, marker: string): node is List {
    return node.type === 'list' && source.charAt(node.children[0]?.position?.start.offset ?? -1) === marker
  }
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node
}

function extend(node: Nodes, by: Nodes): void {
  if (node.position && by.position) node.position.end = by.position.end
}
