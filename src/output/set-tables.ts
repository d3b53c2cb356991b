import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'
import {copied, copiedNode} from './copied.js'

/** Class names that set a table: none, `turned`, `turned small`, `turned broken`. */
export type TableClasses = ReadonlyMap<Element, readonly string[]>

/** The author’s own tables: ours are designed for the page. */
export function ownTables(body: readonly ElementContent[]): Element[] {
  const tables: Element[] = []
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const {className} = node.properties
    if (Array.isArray(className) && className.includes('evidence')) return SKIP
    if (node.tagName !== 'table') return
    tables.push(node)
    return SKIP
  })
  return tables
}

/** What a message calls a table: its caption, else how its first row begins. */
export function nameOf(table: Element): string {
  const parts = table.children.filter((node): node is Element => node.type === 'element')
  const caption = parts.find(({tagName}) => tagName === 'caption')
  const text = textOf(caption ?? parts[0] ?? table)
    .replace(/\s+/g, ' ')
    .trim()
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``
}

/** A page of nothing but tables, as wide as they are, to be measured. */
export function toTablesPage(
  tables: readonly Element[],
  document: Document,
  sheets: readonly string[]
): Page {
  const head = h('head', [h('meta', {charSet: 'utf-8'}), h('title', document.title)])
  const main = h('main', {className: ['prose', 'measured']}, copied(tables))
  const tree: Root = {
    type: 'root',
    children: [h('html', {lang: document.language, className: ['report']}, [head, h('body', [main])])]
  }
  return {tree, sheets, style: '', scripts: []}
}

/** The body with its tables set: one that turns takes its caption, its notes and the headings right above it with it. */
export function withSetTables(body: readonly ElementContent[], settings: TableClasses): ElementContent[] {
  const blocks: ElementContent[] = []
  for (const node of body) {
    const block = setIn(node, settings)
    if (isTurned(block)) {
      const above = blocks.findLastIndex((each) => !isHeading(each)) + 1
      block.children.unshift(...blocks.splice(above))
    }
    blocks.push(block)
  }
  return blocks
}

function isTurned(node: ElementContent): node is Element {
  return node.type === 'element' && String(node.properties.className).startsWith('set,turned')
}

function isHeading(node: ElementContent): boolean {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName)
}

function setIn(node: ElementContent, settings: TableClasses): ElementContent {
  if (node.type !== 'element') return node
  const table = settings.size > 0 ? ownTables([node]).find((each) => settings.has(each)) : undefined
  const copy = copiedNode(node)
  if (!table) return copy
  const classes = settings.get(table) ?? []
  const isWhole = node === table || node.properties.dataKind === 'table'
  if (isWhole) return h('div', {className: ['set', ...classes]}, [copy])
  const children = node.children.map((child) => setIn(child, settings))
  return {...copy, children} as Element
}
