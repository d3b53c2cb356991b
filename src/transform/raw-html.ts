import {htmlTagNames} from 'html-tag-names'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

const known = new Set<string>([...htmlTagNames, 'svg', 'math'])

/** What swallows all text below it when its end is missing. */
const swallowing: readonly (readonly [open: RegExp, close: RegExp, end: string])[] = [
  [/<!--/g, /-->/g, '-->'],
  [/<\?/g, /\?>/g, '?>'],
  [/<!\[CDATA\[/g, /\]\]>/g, ']]>'],
  ...[
    'script',
    'style',
    'template',
    'title',
    'textarea',
    'noscript',
    'xmp',
    'iframe',
    'noembed',
    'noframes'
  ].map((name) => [new RegExp(`<${name}[\\s/>]`, 'gi'), new RegExp(`</${name}`, 'gi'), `</${name}>`] as const)
]

/**
 * Readies the author’s raw HTML: comments go, what looks like an element but is none (`<placebo>`, `<LLOQ>`) stays
 * text, and an element whose missing end would swallow the text below is an error.
 */
export function remarkRawHtml(file: VFile): (tree: Root) => void {
  return (tree) => {
    for (const block of tree.children) {
      const pieces: string[] = []
      visit(block, 'html', (node) => {
        pieces.push(node.value)
      })
      const html = pieces.join(' ')
      for (const [open, close, end] of swallowing) {
        if (count(html, open) <= count(html, close)) continue
        file.message(`Unexpected HTML without its end, expected \`${end}\`: the text below would be lost`, {
          place: block.position,
          source: 'transform',
          ruleId: 'unclosed-html'
        }).fatal = true
      }
    }
    visit(tree, 'html', (node) => {
      node.value = node.value
        .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
        .replace(/<(\/?)([a-z][^\s/>]*)/gi, (tag, slash, name) =>
          known.has(name.toLowerCase()) ? tag : `&lt;${slash}${name}`
        )
    })
  }
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}
