/// <reference lib="dom" />
import type {Patch} from '../protocol.js'

/**
 * Turns a page into a later version of itself: blocks that are there stay, with all that is known of them, new ones
 * come in between. False where the page must be loaded anew: its frame is another, or what changed runs scripts.
 */
export function patchPage(page: Document, patch: Patch): boolean {
  const root = page.documentElement
  const made = Object.values(patch.blocks)
  if (root.dataset.frame !== patch.frame || made.some((block) => block.startsWith('<script'))) return false
  for (const [index, list] of patch.lists.entries()) {
    const container = page.querySelector(`[data-blocks="${index}"]`)
    if (container) settle(container, list, patch.blocks)
  }
  root.dataset.version = String(patch.version)
  return true
}

function settle(container: Element, list: readonly string[], blocks: Patch['blocks']): void {
  const known = new Map<string, Element[]>()
  for (const child of container.children) {
    const name = nameOf(child)
    if (name) known.set(name, [...(known.get(name) ?? []), child])
  }
  const wanted = list.flatMap((name) => {
    const node = known.get(name)?.shift() ?? parsed(container.ownerDocument, blocks[name])
    return node ? [node] : []
  })
  const obsolete = new Set([...known.values()].flat())
  let cursor = nextKept(container.firstElementChild, obsolete)
  let last: Element | undefined
  for (const node of wanted) {
    if (cursor === node) cursor = nextKept(node.nextElementSibling, obsolete)
    else if (cursor) container.insertBefore(node, cursor)
    else if (last) last.after(node)
    else container.prepend(node)
    last = node
  }
  // Styles that go are gone only when those that came are there.
  for (const node of obsolete) node.remove()
}

/** A block by its digest, a container among blocks by its number; what scripts put there has no name. */
function nameOf(element: Element): string | undefined {
  const container = element.getAttribute('data-blocks')
  return element.getAttribute('data-block') ?? (container === null ? undefined : `=${container}`)
}

function nextKept(from: Element | null, obsolete: ReadonlySet<Element>): Element | null {
  let node = from
  while (node && (nameOf(node) === undefined || obsolete.has(node))) node = node.nextElementSibling
  return node
}

function parsed(page: Document, html: string | undefined): Element | undefined {
  if (html === undefined) return undefined
  const template = page.createElement('template')
  template.innerHTML = html
  const node = template.content.firstElementChild
  return node ? page.importNode(node, true) : undefined
}
