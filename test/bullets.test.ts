import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, it} from 'vitest'
import {bullets} from '../src/transform/bullets.js'
import {remarkNestedDashes} from '../src/transform/nested-dashes.js'

// Each: what it shows, the author’s text, the lists and paragraphs it becomes, `line:column` first.
const cases: [name: string, source: string, expected: string[]][] = [
  ['a list directly under a paragraph line', 'A:\n• b\n• c', ['1:1 p A:', '2:1 ul', '2:3  - b', '3:3  - c']],
  [
    'dashes nested below, indented',
    '• a  \n  – b  \n  – c\n• d',
    ['1:1 ul', '1:3  - a', '2:3  ul', '2:5   - b', '3:5   - c', '4:3  - d']
  ],
  [
    'dashes nested below, not indented',
    '• a\n– b\n– c\n• d',
    ['1:1 ul', '1:3  - a', '2:1  ul', '2:3   - b', '3:3   - c', '4:3  - d']
  ],
  ['dashes below after an empty line', '• a\n\n– b', ['1:1 ul', '1:3  - a', '3:1  ul', '3:3   - b']],
  [
    'a bullet without a space, or with one that does not break',
    '•a\n•\u00A0b',
    ['1:1 ul', '1:2  - a', '2:3  - b']
  ],
  ['dashes elsewhere as prose', '– said he\n\ntext\n– more', ['1:1 p – said he', '3:1 p text\n– more']],
  [
    'a dash below a bullet without a space as prose: a minus five',
    '• a\n–5 °C',
    ['1:1 ul', '1:3  - a\n–5 °C']
  ],
  [
    'bullets in quotes and numbered lists',
    '> • a\n\n1. b\n   • c',
    ['1:3 ul', '1:5  - a', '3:1 ol', '3:4  - b', '4:4  ul', '4:6   - c']
  ],
  ['no list in code', '```\n• a\n```', []],
  ['items that go on after an empty line', '• a\n\n  b\n• c', ['1:1 ul', '1:3  - a', '3:3  - b', '4:3  - c']],
  ['a sign inside a line as prose', 'a • b', ['1:1 p a • b']]
]

describe('bullet lines', () => {
  it.each(cases)('read %s', (_, source, expected) => {
    const tree = fromMarkdown(source, {extensions: [bullets()]})
    remarkNestedDashes(source)(tree)
    expect(outline(tree, -1, false)).toEqual(expected)
  })
})

function outline(node: Nodes, depth: number, inItem: boolean): string[] {
  const place = `${node.position?.start.line}:${node.position?.start.column}`
  const indent = ' '.repeat(Math.max(depth, 0))
  if (node.type === 'paragraph') {
    const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
    return [inItem ? `${place} ${indent}- ${text}` : `${place} ${indent}p ${text}`]
  }
  const own = node.type === 'list' ? [`${place} ${indent}${node.ordered ? 'ol' : 'ul'}`] : []
  const inner = node.type === 'list' ? Math.max(depth, 0) + 1 : depth
  const children = 'children' in node ? node.children : []
  return [...own, ...children.flatMap((child) => outline(child, inner, node.type === 'listItem'))]
}
