import type {Element, ElementContent} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {audienceOf} from './audience.js'

/**
 * Footnotes as a part of a review has them: those it refers to, in the order in which it does, its marks numbered
 * anew. One that only the speaker’s notes refer to is the speaker’s.
 */
export function withOwnNotes(body: ElementContent[]): ElementContent[] {
  const section = body.find((node): node is Element => isElement(node) && 'dataFootnotes' in node.properties)
  const list = section?.children.filter(isElement).find(({tagName}) => tagName === 'ol')
  if (!section || !list) return body
  const byId = new Map(
    list.children.filter(isElement).map((item) => [String(item.properties.id), item] as const)
  )
  const marks: Element[] = []
  const shown = new Set<string>()
  const order: string[] = []
  const collect = (nodes: readonly ElementContent[], isSaid: boolean) => {
    const asides: Element[] = []
    visit({type: 'root', children: [...nodes]}, 'element', (node) => {
      if (!isSaid && audienceOf(node) === 'notes') {
        asides.push(node)
        return SKIP
      }
      if (!('dataFootnoteRef' in node.properties)) return
      const id = String(node.properties.href).slice(1)
      const note = byId.get(id)
      marks.push(node)
      if (!isSaid) shown.add(id)
      if (!note || order.includes(id)) return
      order.push(id)
      collect(note.children, isSaid)
    })
    for (const aside of asides) collect([aside], true)
  }
  collect(
    body.filter((node) => node !== section),
    false
  )
  const ids = new Set(marks.map(({properties}) => properties.id))
  for (const mark of marks) {
    const number = order.indexOf(String(mark.properties.href).slice(1)) + 1
    mark.children = [{type: 'text', value: String(number)}]
  }
  list.children = order.flatMap((id): ElementContent[] => {
    const note = byId.get(id)
    if (!note) return []
    if (!shown.has(id)) note.properties.dataAudience = 'notes'
    note.children = withoutLostBackLinks(note, ids)
    return [{type: 'text', value: '\n'}, note]
  })
  return order.length > 0 ? body : body.filter((node) => node !== section)
}

function withoutLostBackLinks(node: Element, ids: ReadonlySet<unknown>): ElementContent[] {
  return node.children.filter((child) => {
    if (!isElement(child)) return true
    if ('dataFootnoteBackref' in child.properties) return ids.has(String(child.properties.href).slice(1))
    child.children = withoutLostBackLinks(child, ids)
    return true
  })
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
