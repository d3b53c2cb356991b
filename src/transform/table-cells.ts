import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import type {Root as MarkdownRoot} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** A run without a space of this length or more may break anywhere. */
const longRun = /(\S{22,})/u

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

/** Long words in table cells (sequences, addresses) may break, so that no column widens the page. */
export function withBreaks(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'td' || node.tagName === 'th') breakLongWords(node)
  })
}

function breakLongWords(cell: Element): void {
  visit(cell, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !longRun.test(node.value)) return
    const pieces = node.value.split(longRun).filter(Boolean)
    const broken = pieces.map((value): ElementContent => {
      const text = {type: 'text' as const, value, ...(node.position ? {position: node.position} : {})}
      return longRun.test(value) ? h('span', {className: ['long-word']}, [text]) : text
    })
    parent.children.splice(index, 1, ...broken)
    return [SKIP, index + broken.length]
  })
}
