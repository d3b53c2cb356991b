import type {Element, ElementContent, Root} from 'hast'

/** What is made of a directive’s label and blocks, once they are safe. */
export type Make = (content: {label: ElementContent[]; children: ElementContent[]}) => ElementContent[]

/**
 * What the directives of a review become. Ours stands for it in the tree while the author’s HTML is made safe:
 * only the key passes, and what it opens is ours, classes and ids too.
 */
export class Made {
  readonly #makes: Make[] = []
  // The ids of Lectern’s own tables and sections are taken.
  readonly #seen = new Set(['#tbl-trials', '#tbl-works', '#audit'])

  /** The key of what is to be made. */
  add(make: Make): string {
    this.#makes.push(make)
    return String(this.#makes.length - 1)
  }

  /** Whether a name or an id is used for the first time. */
  isFirst(name: string): boolean {
    if (this.#seen.has(name)) return false
    this.#seen.add(name)
    return true
  }

  /** Puts what was made in the places of the keys, innermost first. */
  settle(tree: Root): void {
    tree.children = tree.children.flatMap((node) => (node.type === 'doctype' ? [] : this.#settled(node)))
  }

  #settled(node: ElementContent): ElementContent[] {
    if (node.type !== 'element') return [node]
    node.children = node.children.flatMap((child) => this.#settled(child))
    const {key} = node.properties
    const make =
      node.tagName === 'lectern-directive' && key !== undefined ? this.#makes[Number(key)] : undefined
    if (!make) return [node]
    const content = make(parted(node))
    for (const each of content) if (node.position) each.position = node.position
    return content
  }
}

/** The label of a directive round blocks, apart from the blocks. */
function parted({children}: Element): {label: ElementContent[]; children: ElementContent[]} {
  const isLabel = (node: ElementContent) => node.type === 'element' && node.tagName === 'lectern-label'
  const label = children.find(isLabel)
  return {
    label: label?.type === 'element' ? label.children : [],
    children: children.filter((node) => !isLabel(node))
  }
}
