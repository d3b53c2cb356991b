import type {ElementContent, Root, RootContent} from 'hast'
import {h} from 'hastscript'
import type {Root as MarkdownRoot} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** Longer runs without a space may break, every so many characters. */
const longestRun = 22
const run = new RegExp(`(\\S{${longestRun - 6}})(?=\\S{6})`, 'gu')

/** Cells beyond those of a table’s head are dropped by GFM without a word; here they stay, in columns of their own. */
export function keepSurplusCells(tree: MarkdownRoot, file: VFile): void {
  visit(tree, 'table', (table) => {
    const columns = table.align?.length ?? 0
    for (const row of table.children) {
      const surplus = row.children.length - columns
      if (surplus <= 0) continue
      file.message(
        `Unexpected row of ${row.children.length} cells, expected ${columns} as in the table’s head`,
        {
          place: row.position,
          source: 'transform',
          ruleId: 'surplus-cells'
        }
      )
    }
    const widest = Math.max(columns, ...table.children.map((row) => row.children.length))
    table.align = [...(table.align ?? []), ...Array.from({length: widest - columns}, () => null)]
  })
}

/** Long words in table cells (sequences, addresses) get places to break, so that no column widens the page. */
export function withBreaks(tree: Root): Root {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'td' || node.tagName === 'th') breakLongWords(node)
  })
  return tree
}

function breakLongWords(cell: RootContent): void {
  visit(cell, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !/\S{22}/u.test(node.value)) return
    const pieces = node.value.replace(run, '$1\u0000').split('\u0000')
    const broken = pieces.flatMap((value, at): ElementContent[] => {
      const text = {type: 'text' as const, value, ...(node.position ? {position: node.position} : {})}
      return at === 0 ? [text] : [h('wbr'), text]
    })
    parent.children.splice(index, 1, ...broken)
    return [SKIP, index + broken.length]
  })
}
