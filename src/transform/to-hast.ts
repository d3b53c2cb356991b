import type {Element, Nodes, Properties, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'
import {h} from 'hastscript'
import type {Nodes as MarkdownNodes} from 'mdast'
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
import {remarkRawHtml} from './raw-html.js'
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
  refuseDepth(tree, file)
  remarkNestedDashes(source)(tree)
  remarkDirectives(file)(tree)
  remarkRawHtml(file)(tree)
  keepSurplusCells(tree, file)
  const rough = fromMdast(tree, {
    allowDangerousHtml: true,
    file,
    footnoteLabel: words.notes,
    footnoteLabelTagName: 'h2',
    footnoteBackLabel: words.backToText
  })
  const html = hasRaw(rough) ? raw(rough, {file}) : rough
  return withoutInnerHeadings(bare(sanitize(html, schema)))
}

/** Lists and quotes nested deeper than any reader follows are cut off where they overflow our stack. */
function refuseDepth(tree: MarkdownNodes, file: VFile): void {
  let level: MarkdownNodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (depth > deepest && first && 'children' in first) {
      file.message(
        `Unexpected nesting of more than ${deepest} levels, expected less: what is deeper is left out`,
        {
          place: first.position,
          source: 'transform',
          ruleId: 'too-deep'
        }
      ).fatal = true
      for (const node of level) if ('children' in node) node.children = []
      return
    }
    level = level.flatMap((node): MarkdownNodes[] => ('children' in node ? node.children : []))
  }
}

/** Clinical prose is full of colons (`HR:0.85`, `10:30`): only directives on lines of their own are known. */
function blockDirectives(): ReturnType<typeof directive> {
  const {flow} = directive()
  return flow ? {flow} : {}
}

/** A heading in a quote, a list or a box heads nothing of the review’s: it is a line in bold. */
function withoutInnerHeadings(tree: Root): Root {
  for (const block of tree.children) {
    visit(block, 'element', (node) => {
      if (node === block || !/^h[1-6]$/.test(node.tagName) || node.properties.id) return
      node.tagName = 'p'
      node.children = [h('strong', node.children)]
    })
  }
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

const deepest = 60
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
