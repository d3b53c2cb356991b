import type {Root} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import type {VFile} from 'vfile'
import {withoutBracketRuns} from './bracket-runs.js'
import {remarkBrokenDirectives} from './broken-directives.js'
import {bullets} from './bullets.js'
import type {Citables} from './citable.js'
import {citations, citationsFromMarkdown} from './citation-syntax.js'
import {remarkCitations} from './citations.js'
import {withoutDeepLists} from './deep-lists.js'
import {directives} from './directive-syntax.js'
import {type Reading, remarkDirectives} from './directives.js'
import type {Made} from './made.js'
import {withFewerLooks} from './mail-addresses.js'
import {remarkMath} from './math.js'
import {math, mathFromMarkdown} from './math-syntax.js'
import {remarkAlternatives} from './missing-alternative.js'
import {remarkNestedDashes} from './nested-dashes.js'
import {parseMarkdown} from './parse-markdown.js'
import {remarkRawHtml} from './raw-html.js'
import {refuseDepth} from './refuse-depth.js'
import type {Source} from './sources.js'
import {keepSurplusCells} from './table-cells.js'
import {isTalk} from './talk-directives.js'
import {waivers} from './waiver-syntax.js'
import {markWaivers} from './waivers.js'

/** One file’s Markdown with what its syntax means settled, and the directives that are yet to be read from files. */
export function readMarkdown(
  file: VFile,
  text: string,
  {made, hasFrontMatter, language, source, citables}: ReadOptions
): {tree: Root; readings: Reading[]} {
  const unknown = new Map<number, string>()
  let start = 0
  const shared = [
    bullets(),
    directives(),
    ...(isTalk(file) ? [rulesOnly] : []),
    math(),
    waivers(),
    citations({
      isKnown: (key) => citables.find(key) !== undefined,
      unknown: (at, written) => {
        unknown.set(start + at, written)
      }
    })
  ]
  const readable = withoutDeepLists(withoutBracketRuns(text, file, source), file, source)
  const tree = parseMarkdown(readable, {
    extensions(part, offset) {
      start = offset
      return [
        ...(hasFrontMatter ? [frontmatter()] : []),
        withFewerLooks(gfm({singleTilde: false}), part),
        ...shared
      ]
    },
    mdastExtensions: [
      frontmatterFromMarkdown(),
      gfmFromMarkdown(),
      directiveFromMarkdown(),
      mathFromMarkdown(),
      citationsFromMarkdown()
    ],
    hasFrontMatter,
    isWhole: isTalk(file),
    line: (source?.firstLine ?? 1) - 1,
    offset: source?.offset ?? 0
  })
  refuseDepth(tree, file)
  remarkNestedDashes(String(file))(tree)
  remarkBrokenDirectives(file)(tree)
  const readings = remarkDirectives(file, made)(tree)
  remarkMath(file, made, language)(tree)
  remarkCitations(
    file,
    made,
    citables
  )(
    tree,
    [...unknown].map(([offset, written]) => ({offset: offset + (source?.offset ?? 0), text: written}))
  )
  remarkAlternatives(file)(tree)
  markWaivers(tree, file, text.length, source)
  remarkRawHtml(file)(tree)
  keepSurplusCells(tree, file)
  return {tree, readings}
}

export interface ReadOptions {
  readonly made: Made
  readonly hasFrontMatter: boolean
  readonly language: string
  readonly citables: Citables
  /** Where the text stands in the whole, if it is not its beginning. */
  readonly source?: Source
}

/** In a deck, dashes below a line of text are a slide’s end, and do not make a heading of it. */
const rulesOnly = {disable: {null: ['setextUnderline']}}
