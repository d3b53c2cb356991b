import type {Element, Nodes, Properties, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'
import {h} from 'hastscript'
import {toHast as fromMdast} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Fill} from '../model/fill.js'
import type {World} from '../model/world.js'
import type {Words} from '../words/index.js'
import {audienceOf, liftAudiences} from './audience.js'
import type {Citables} from './citable.js'
import {type ReadData, readingTables} from './data-tables.js'
import {figuresOfTitles} from './exhibits.js'
import {withIncludes} from './include.js'
import {Made} from './made.js'
import {markFormulas} from './math.js'
import {alignNumbers} from './numeric-columns.js'
import {refuseDepth, sayTooDeep} from './refuse-depth.js'

export interface HastOptions {
  readonly words: Words
  readonly language: string
  readonly hasFrontMatter: boolean
  readonly world: World
  readonly fill: Fill
  readonly readData: ReadData
  readonly citables: Citables
}

/**
 * The author’s file, and those it includes, as a safe tree: CommonMark, GFM, bullet lines, directives and formulas.
 * Raw HTML is read as HTML and loses what could run, load or pose as ours; its text stays. Every node keeps its
 * place.
 */
export async function toHast(file: VFile, options: HastOptions): Promise<Root> {
  const {words, language, hasFrontMatter, world, citables} = options
  const made = new Made()
  const read = readingTables(file, made, options)
  const tree = await withIncludes(file, {made, language, hasFrontMatter, world, read, citables})
  const rough = fromMdast(tree, {
    allowDangerousHtml: true,
    file,
    footnoteLabel: words.notes,
    footnoteLabelTagName: 'h2',
    footnoteBackLabel: words.backToText
  })
  const html = withHtml(rough, file)
  const safe = bare(sanitize(html, schema))
  made.settle(safe)
  liftAudiences(safe)
  figuresOfTitles(safe)
  alignNumbers(safe)
  markFormulas(safe)
  return withoutInnerHeadings(safe)
}

/** A heading in a quote, a list, a box or a speaker’s notes heads nothing of the review’s: it is a line in bold. */
function withoutInnerHeadings(tree: Root): Root {
  for (const block of tree.children) {
    visit(block, 'element', (node) => {
      const heads = node === block && audienceOf(node) !== 'notes'
      if (heads || !/^h[1-6]$/.test(node.tagName) || node.properties.id) return
      node.tagName = 'p'
      node.children = [h('strong', node.children)]
    })
  }
  return tree
}

/** How deep HTML may be nested: far less than overflows our stack. */
const deepest = 200

/** Raw HTML as the elements that it is. */
function withHtml(tree: Nodes, file: VFile): Nodes {
  const first = firstRaw(tree)
  if (!first) return tree
  try {
    const html = raw(tree, {file})
    refuseDepth(html, file, deepest)
    return html
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    sayTooDeep(file, deepest, first.position)
    return tree
  }
}

function firstRaw(tree: Nodes): Nodes | undefined {
  let found: Nodes | undefined
  visit(tree, 'raw', (node) => {
    found = node
    return false
  })
  return found
}

/** How many places of a table one cell may take. */
const mostSpanned = 400
const footnoteId = /^(?:user-content-fn|footnote-label)/

const schema: Schema = {
  ...defaultSchema,
  // Names that the author’s HTML gives could pose as ours; they are dropped below, footnotes’ own are kept.
  clobber: [],
  strip: ['script', 'style', 'template', 'noscript', 'title', 'xmp'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source'].includes(name)),
    ...['u', 'mark', 'small', 'abbr', 'cite', 'figure', 'figcaption', 'caption'],
    ...['lectern-directive', 'lectern-label']
  ],
  attributes: {
    ...defaultSchema.attributes,
    img: ['src', 'alt', 'title', 'width', 'height'],
    abbr: ['title'],
    'lectern-directive': ['name', 'key']
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
    clip(node.properties)
  })
  if (tree.type !== 'root') throw new Error('Unexpected node, expected a root')
  return tree
}

/** Cells that reach over each other by the hundred keep a browser busy without end; columns are what gives way. */
function clip(properties: Properties): void {
  const rows = Math.max(1, Math.min(Number(properties.rowSpan ?? 1) || 1, mostSpanned))
  const columns = Math.min(Number(properties.colSpan ?? 1) || 1, Math.floor(mostSpanned / rows))
  if (properties.rowSpan !== undefined) properties.rowSpan = rows
  if (properties.colSpan !== undefined) properties.colSpan = Math.max(1, columns)
}
