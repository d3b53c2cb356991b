import type {Element, ElementContent} from 'hast'

/** Nodes as a page of its own has them, to be changed there. Places and what is attached to nodes are shared: no page changes them. */
export function copied<T extends ElementContent>(nodes: readonly T[]): T[] {
  return nodes.map((node) => copiedNode(node))
}

/** One node, with all below it. */
export function copiedNode<T extends ElementContent>(node: T): T {
  if (node.type !== 'element') return {...node}
  const copy: Element = {
    ...node,
    properties: {...node.properties},
    children: node.children.map((child) => copiedNode(child))
  }
  for (const name in copy.properties) {
    const value = copy.properties[name]
    if (Array.isArray(value)) copy.properties[name] = [...value]
  }
  return copy as T & Element
}
