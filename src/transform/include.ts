import type {Nodes, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {World} from '../model/world.js'
import {asWritten, type Reading} from './directives.js'
import {type ReadOptions, readMarkdown} from './read-markdown.js'
import {refuseDepth} from './refuse-depth.js'
import {addSource, pathOf, resolvePath, type Source} from './sources.js'
import {settleWaivers} from './waivers.js'

const deepest = 8
const mostFiles = 200
const mostText = 4_000_000

export interface IncludeOptions extends Omit<ReadOptions, 'source'> {
  readonly world: World
  /** What becomes of a directive that reads something else than text. */
  read(reading: Reading): Promise<void>
}

/**
 * The review’s Markdown with the files it includes in the places of their directives, and theirs in turn. What
 * belongs to a file stays its own: its reference links, its footnotes’ names, the paths of its pictures.
 */
export async function withIncludes(file: VFile, options: IncludeOptions): Promise<Root> {
  let files = 0
  let size = 0
  const {tree, readings} = readMarkdown(file, String(file), options)
  await readAll(readings, [file.path])
  // Parts that are sound by themselves may be too deep in one another.
  if (files > 0) refuseDepth(tree, file)
  settleWaivers(tree, file)
  return tree

  async function readAll(readings: readonly Reading[], chain: readonly string[]): Promise<void> {
    for (const reading of readings) {
      if (reading.node.name !== 'include') await options.read(reading)
      else replace(reading, await include(reading, chain))
    }
  }

  async function include(reading: Reading, chain: readonly string[]): Promise<RootContent[] | undefined> {
    const src = reading.attributes.src ?? ''
    const path = resolvePath(pathOf(file, reading.node), src)
    const complain = (message: string, ruleId = 'missing-include') => {
      file.message(message, {place: reading.node.position, source: 'transform', ruleId}).fatal = true
      return undefined
    }
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || !/\.(?:md|markdown)$/i.test(path))
      return complain(`Unexpected \`${src}\` to include, expected a Markdown file of the project`)
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].map((each) => `\`${each}\``).join(' → ')
      return complain(`Unexpected circle of included files ${circle}, expected an end`, 'include-loop')
    }
    if (chain.length > deepest)
      return complain(
        `Unexpected file included through ${chain.length - 1} others, expected at most ${deepest - 1}`,
        'include-limit'
      )
    if (files >= mostFiles || size > mostText) {
      // Said once: ten thousand directives would say it ten thousand times.
      if (options.made.isFirst('include-limit'))
        complain(
          `Unexpected amount of included text, expected at most ${mostFiles} files of ${mostText / 1e6} MB together`,
          'include-limit'
        )
      return undefined
    }
    files++
    const bytes = await options.world.read(path).catch(() => undefined)
    if (!bytes) return complain(`Unexpected missing file \`${src}\`, expected one at \`${path}\``)
    size += bytes.length
    if (size > mostText) return include(reading, chain)

    const text = new TextDecoder().decode(bytes)
    const source = addSource(file, path, text)
    refuseBytes(bytes, text, source)
    const hasFrontMatter = /^---[ \t]*\r?\n(?:[ \t]*\r?\n|#.*\r?\n)*[A-Za-z]\w*[ \t]*:(?:\s|$)/.test(text)
    const part = readMarkdown(file, text, {...options, hasFrontMatter, source})
    dropFrontMatter(part.tree)
    resolveReferences(part.tree)
    nameFootnotes(part.tree, files)
    await readAll(part.readings, [...chain, path])
    return part.tree.children
  }

  function replace({node, parent}: Reading, content: RootContent[] | undefined): void {
    const siblings: Nodes[] = parent.children
    siblings.splice(siblings.indexOf(node), 1, ...(content ?? [asWritten(node, String(file))]))
  }

  function refuseBytes(bytes: Uint8Array, text: string, {firstLine}: Source): void {
    if (isUtf8(bytes)) return
    const line = text.split(/\r\n?|\n/).findIndex((each) => each.includes('\uFFFD'))
    file.message('Unexpected bytes, expected text in UTF-8', {
      place: {line: firstLine + Math.max(line, 0), column: 1},
      source: 'transform',
      ruleId: 'not-utf8'
    }).fatal = true
  }

  function dropFrontMatter(tree: Root): void {
    const [first] = tree.children
    if (first?.type !== 'yaml') return
    tree.children.shift()
    file.message(
      'Unexpected front matter of an included file, expected it in the review: it counts for nothing',
      {
        place: first.position,
        source: 'transform',
        ruleId: 'included-front-matter'
      }
    )
  }
}

/** A file’s reference links lead where that file says, whatever the review and other files call the same. */
function resolveReferences(tree: Root): void {
  const definitions = new Map<string, {url: string; title: string | null | undefined}>()
  visit(tree, 'definition', ({identifier, url, title}) => {
    const key = identifier.toUpperCase()
    if (!definitions.has(key)) definitions.set(key, {url, title})
  })
  if (definitions.size === 0) return
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = definitions.get(node.identifier.toUpperCase())
      if (!definition) return
      const place = node.position ? {position: node.position} : {}
      const siblings: Nodes[] = parent.children
      siblings[index] =
        node.type === 'linkReference'
          ? {type: 'link', ...definition, children: node.children, ...place}
          : {type: 'image', ...definition, alt: node.alt, ...place}
    }
  })
  visit(tree, 'definition', (_, index, parent) => {
    if (!parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
}

/** `[^1]` of an included file is not `[^1]` of the review. */
function nameFootnotes(tree: Root, number: number): void {
  visit(tree, (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return
    node.identifier = `included-${number}-${node.identifier}`
    node.label = node.identifier
  })
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}
