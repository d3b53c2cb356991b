import type {Element, Nodes, Properties, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'
import type {Root as MarkdownRoot} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {toHast as fromMdast} from 'mdast-util-to-hast'
import {directive} from 'micromark-extension-directive'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Words} from '../words/index.js'
import {bullets} from './bullets.js'
import {remarkDirectives} from './directives.js'
import {remarkNestedDashes} from './nested-dashes.js'
import {keepSurplusCells} from './table-cells.js'

/**
 * The author’s file as a safe tree: CommonMark, GFM, bullet lines and leaf directives. Raw HTML is read as HTML
 * and loses what could run, load or pose as ours; its text stays. Every node keeps its place in the file.
 */
export function toHast(file: VFile, {words, hasFrontMatter}: {words: Words; hasFrontMatter: boolean}): Root {
  const source = String(file)
  const tree = fromMarkdown(source, {
    extensions: [
      ...(hasFrontMatter ? [frontmatter()] : []),
      gfm({singleTilde: false}),
      bullets(),
      blockDirectives()
    ],
    mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown(), directiveFromMarkdown()]
  })
  remarkNestedDashes(source)(tree)
  remarkDirectives(file)(tree)
  keepSurplusCells(tree, file)
  const rough = fromMdast(withoutComments(tree), {
    allowDangerousHtml: true,
    file,
    footnoteLabel: words.notes,
    footnoteLabelTagName: 'h2',
    footnoteBackLabel: words.backToText
  })
  const html = hasRaw(rough) ? raw(rough, {file}) : rough
  return bare(sanitize(html, schema))
}

/** Clinical prose is full of colons (`HR:0.85`, `10:30`): only directives on lines of their own are known. */
function blockDirectives(): ReturnType<typeof directive> {
  const {flow} = directive()
  return flow ? {flow} : {}
}

function withoutComments(tree: MarkdownRoot): MarkdownRoot {
  visit(tree, 'html', (node) => {
    node.value = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  })
  return tree
}

function hasRaw(tree: Nodes): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return false
  })
  return found
}

const footnoteId = /^(?:user-content-fn|footnote-label)/

const schema: Schema = {
  ...defaultSchema,
  // Names that the author’s HTML gives could pose as ours; they are dropped below, footnotes’ own are kept.
  clobber: [],
  strip: ['script', 'style', 'template', 'noscript', 'title', 'xmp'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source'].includes(name)),
    ...['u', 'mark', 'small', 'abbr', 'cite', 'figure', 'figcaption', 'caption', 'lectern-directive']
  ],
  attributes: {
    ...defaultSchema.attributes,
    img: ['src', 'alt', 'title', 'width', 'height'],
    abbr: ['title'],
    'lectern-directive': ['name']
  },
  protocols: {
    href: ['http', 'https', 'mailto'],
    cite: ['http', 'https'],
    src: ['http', 'https']
  }
}

function bare(tree: Nodes): Root {
  visit(tree, 'element', (node: Element) => {
    const {id, name, className, ...rest} = node.properties
    const kept: Properties = node.tagName === 'lectern-directive' ? {...rest, ...(name ? {name} : {})} : rest
    if (typeof id === 'string' && footnoteId.test(id)) kept.id = id
    if (Array.isArray(className)) kept.className = className
    node.properties = kept
    if (node.tagName === 'details') node.properties.open = true
  })
  if (tree.type !== 'root') throw new Error('Unexpected node, expected a root')
  return tree
}
