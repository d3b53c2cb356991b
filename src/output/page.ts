import type {Element, Nodes, Root} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {LinkText, Page} from '../model/page.js'

/** A page as text: one file that needs nothing else. `sheets` holds the style sheets by name. */
export function toHtml(page: Page, sheets: ReadonlyMap<string, string>, fonts: string): string {
  const css = page.sheets.map((name) => {
    const sheet = sheets.get(name)
    if (sheet === undefined)
      throw new Error(`Unexpected style sheet \`${name}\`, expected \`styles/${name}.css\``)
    return sheet
  })
  const styles = [fonts, ...css, page.style].filter(Boolean).map((text) => h('style', closed(text, 'style')))
  const scripts = page.scripts.map((text) => h('script', closed(text, 'script')))
  return stringify(withParts(page.tree, styles, scripts))
}

function withParts(tree: Root, styles: Element[], scripts: Element[]): Root {
  const parts: Readonly<Record<string, Element[]>> = {head: styles, body: scripts}
  const children = tree.children.map((html) =>
    html.type === 'element'
      ? {
          ...html,
          children: html.children.map((part) =>
            part.type === 'element'
              ? {...part, children: [...part.children, ...(parts[part.tagName] ?? [])]}
              : part
          )
        }
      : html
  )
  return {...tree, children}
}

/** Text that cannot end the element it stands in. */
function closed(text: string, element: 'style' | 'script'): string {
  return text.replaceAll(new RegExp(`</(?=${element})`, 'gi'), '<\\/')
}

/**
 * A page for paper: what no font holds is replaced by a sign that one does. A glyph that is none would stand there all
 * the same, and could not be read aloud.
 */
export function withStandIns(page: Page, missing: readonly string[]): Page {
  if (missing.length === 0) return page
  const absent = new Set(missing)
  const replaced = (text: string) => [...text].map((sign) => (absent.has(sign) ? standIn : sign)).join('')
  const tree = structuredClone(page.tree)
  visit(tree, 'text', (node) => {
    node.value = replaced(node.value)
  })
  const style = page.style.replace(/\\([0-9a-f]+) /g, (escaped, code) =>
    absent.has(String.fromCodePoint(Number.parseInt(code, 16))) ? standIn : escaped
  )
  return {...page, tree, style: replaced(style)}
}

const standIn = '□'

/** The texts of a page’s headings, in order. */
export function headingsOf({tree}: Page): string[] {
  const headings: string[] = []
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) headings.push(textOf(said(node)).replace(/\s+/g, ' ').trim())
  })
  return headings
}

/** What a heading says: formulas in words, as their letters alone would read as others; no mark of a note or citation; a break as a space. */
function said<T extends Nodes>(node: T): T {
  if (node.type === 'element' && node.tagName === 'math')
    return {...node, children: [{type: 'text', value: String(node.properties.alttext ?? '')}]}
  if (node.type === 'element' && node.tagName === 'br')
    return {...node, children: [{type: 'text', value: ' '}]}
  if (node.type === 'element' && isMark(node)) return {...node, children: []}
  return 'children' in node ? {...node, children: node.children.map((child) => said(child))} : node
}

function isMark({tagName, properties: {className}, children: [link]}: Element): boolean {
  if (Array.isArray(className) && className.includes('citation')) return true
  return (
    tagName === 'sup' &&
    link?.type === 'element' &&
    /^#(?:user-content-fn|note)-/.test(String(link.properties.href))
  )
}

/** What a page’s links say and where they lead, in order; a picture says what it shows. */
export function linksOf({tree}: Page): LinkText[] {
  const links: LinkText[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return
    const pictures: string[] = []
    visit(node, 'element', ({properties: {alt}}) => {
      if (typeof alt === 'string') pictures.push(alt)
    })
    const text = [textOf(node), ...pictures].join(' ').replace(/\s+/g, ' ').trim()
    // A link that nobody sees says nothing.
    if (text) links.push({address: node.properties.href, text})
  })
  return links
}
