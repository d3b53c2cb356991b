import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

interface Content {
  readonly label: readonly ElementContent[]
  readonly children: readonly ElementContent[]
  readonly attributes: Readonly<Record<string, string>>
}

/** A table with its caption and, below it, its notes: the first table of the blocks, and all else after it. */
export function toTableExhibit({label, children, attributes: {id}}: Content): ElementContent[] {
  const table = children.find((node) => isNamed(node, 'table'))
  const others = children.filter((node) => node !== table && !isBlank(node))
  if (table?.type === 'element') {
    const rest = table.children.filter((node) => !isNamed(node, 'caption'))
    const own = table.children.find((node) => isNamed(node, 'caption'))
    const caption = label.length > 0 || own?.type !== 'element' ? label : own.children
    table.children = [toCaption('caption', caption), ...rest]
  }
  const notes = others.length > 0 ? [h('div', {className: ['table-notes']}, others)] : []
  const content = table ? [table, ...notes] : [toCaption('p', label), ...notes]
  return [toExhibit('table', id, content)]
}

/** Pictures, their caption, and notes. A width is that of each picture. */
export function toFigure({label, children, attributes: {id, width}}: Content): ElementContent[] {
  const pictures: Element[] = []
  const others: ElementContent[] = []
  for (const node of children) {
    if (isBlank(node)) continue
    const shown = isNamed(node, 'p') ? node.children.filter((child) => !isBlank(child)) : [node]
    if (shown.every((child) => isPicture(child))) pictures.push(...shown.filter((child) => isPicture(child)))
    else others.push(node)
  }
  if (width) for (const picture of pictures) picture.properties.style = `width:${width}`
  const notes = others.length > 0 ? [h('div', {className: ['notes']}, others)] : []
  return [toExhibit('figure', id, [...pictures, toCaption('p', label), ...notes])]
}

/** A paragraph that holds only a picture with a title is a figure: `![alternative](x.png "Caption")`. */
export function figuresOfTitles(tree: {children: (ElementContent | {type: 'doctype'})[]}): void {
  visit({type: 'root', children: tree.children} as import('hast').Root, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || !parent || index === undefined) return
    const [picture, ...others] = node.children.filter((child) => !isBlank(child))
    if (!picture || others.length > 0 || !isNamed(picture, 'img') || !picture.properties.title) return
    const caption = String(picture.properties.title)
    delete picture.properties.title
    const [figure] = toFigure({label: [{type: 'text', value: caption}], children: [node], attributes: {}})
    if (figure) parent.children[index] = {...figure, ...(node.position ? {position: node.position} : {})}
  })
}

/** What is numbered: the number itself is filled in where all exhibits of a review are known. */
function toExhibit(kind: 'table' | 'figure', id: string | undefined, children: ElementContent[]): Element {
  return h('div', {className: ['exhibit', kind], ...(id ? {id} : {}), dataKind: kind}, children)
}

function toCaption(tagName: 'caption' | 'p', label: readonly ElementContent[]): Element {
  const properties = tagName === 'p' ? {className: ['caption']} : {}
  return h(tagName, properties, [
    h('span', {className: ['number']}),
    ...(label.length > 0 ? [' '] : []),
    ...label
  ])
}

/** A picture, or a link round one. */
function isPicture(node: ElementContent): node is Element {
  if (!isNamed(node, 'img', 'a')) return false
  return (
    node.tagName === 'img' ||
    (node.children.length > 0 && node.children.every((child) => isNamed(child, 'img')))
  )
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && textOf(node).trim() === '')
}

function isNamed(node: ElementContent, ...names: readonly string[]): node is Element {
  return node.type === 'element' && names.includes(node.tagName)
}
