import type {Root} from 'mdast'
import {type Extension as FromMarkdown, fromMarkdown} from 'mdast-util-from-markdown'
import {parse, preprocess} from 'micromark'
import type {Construct, Extension, ParseContext} from 'micromark-util-types'
import {visit} from 'unist-util-visit'
import {partsOf} from './text-parts.js'

export interface Syntax {
  /** Extensions for a part of the text that begins at an offset of the whole. */
  extensions(text: string, offset: number): Extension[]
  readonly mdastExtensions: (FromMarkdown | FromMarkdown[])[]
  readonly hasFrontMatter: boolean
  /** It is not to be taken apart: in a deck, lines of dashes and directives have a say over what follows. */
  readonly isWhole: boolean
  /** Where the text begins in a longer one. */
  readonly line: number
  readonly offset: number
}

/**
 * Markdown as a tree. A long text is read in parts, as its reading takes more than twice as long where it is twice as
 * long; the tree is the same. No part is shorter than `shortest`, as each costs a little to begin with.
 */
export function parseMarkdown(text: string, syntax: Syntax, shortest = 8000): Root {
  const {mdastExtensions} = syntax
  const parts = partsIn(text, syntax, shortest)
  const defined = parts.length > 1 ? definedIn(parts, syntax) : undefined
  let [line, offset] = [0, 0]
  const trees = parts.map((part, index) => {
    const known = defined ? [knowing(defined, offset === 0 ? 'null' : part.charCodeAt(0))] : []
    const extensions = [...syntax.extensions(part, offset), ...known]
    const isLast = index === parts.length - 1
    // What is open ends where the next heading begins, not where the text does.
    const tree = fromMarkdown(isLast ? part : `${part}#`, {extensions, mdastExtensions})
    if (!isLast) tree.children.pop()
    move(tree, syntax.line + line, syntax.offset + offset)
    line += (part.match(/\r\n?|\n/g) ?? []).length
    offset += part.length
    return tree
  })
  const [first, last] = [trees[0], trees.at(-1)]
  if (!first || !last) throw new Error('Unexpected text without parts')
  if (first === last) return first
  const tree: Root = {type: 'root', children: trees.flatMap(({children}) => children)}
  if (first.position && last.position) tree.position = {start: first.position.start, end: last.position.end}
  return tree
}

/** Parts, where what one defines for others is found before any is read: what a container defines is not. */
function partsIn(text: string, {hasFrontMatter, isWhole}: Syntax, shortest: number): string[] {
  if (isWhole || text.length < shortest) return [text]
  const parts = partsOf(text, hasFrontMatter, shortest)
  return parts.some((part) => defines(part) && /^.*:::/m.test(part)) ? [text] : parts
}

function defines(part: string): boolean {
  return part.includes(']:')
}

/** The names of links and notes that a text defines: a link of one part may lead where another says. */
interface Defined {
  readonly links: readonly string[]
  readonly notes: readonly string[]
}

type WithNotes = ParseContext & {gfmFootnotes?: string[]}

function definedIn(parts: readonly string[], {extensions}: Syntax): Defined {
  const all = parts.filter(defines).map((part): Defined => {
    const context: WithNotes = parse({extensions: extensions(part, 0)})
    context.document().write(preprocess()(part, undefined, true))
    return {links: context.defined, notes: context.gfmFootnotes ?? []}
  })
  return {links: all.flatMap(({links}) => links), notes: all.flatMap(({notes}) => notes)}
}

/** Tells these names to the reading of a part, as its first sign is read. */
function knowing({links, notes}: Defined, code: number | 'null'): Extension {
  let isTold = links.length + notes.length === 0
  const construct: Construct = {
    name: 'knownDefinitions',
    tokenize(_effects, _ok, nok) {
      const context: WithNotes = this.parser
      if (!isTold) {
        isTold = true
        context.defined.push(...links)
        context.gfmFootnotes = [...(context.gfmFootnotes ?? []), ...notes]
      }
      return nok
    }
  }
  return isTold ? {} : {document: {[code]: construct}}
}

function move(tree: Root, lines: number, offset: number): void {
  if (lines === 0 && offset === 0) return
  visit(tree, ({position}) => {
    for (const point of position ? [position.start, position.end] : []) {
      point.line += lines
      if (point.offset !== undefined) point.offset += offset
    }
  })
}
