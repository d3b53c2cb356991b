import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {directivesFor} from './talk-directives.js'

const known = (names: Readonly<Record<string, {readonly written: string}>>, marker: string) =>
  Object.entries(names).map(([name, {written}]) => ({
    start: new RegExp(`^${marker}${name}(?![\\w-])`),
    written
  }))

/** A line that begins as a directive of ours and is none, for a quote or a bracket, is an error: it would print as text. */
export function remarkBrokenDirectives(file: VFile): (tree: Root) => void {
  const {containers, leaves} = directivesFor(file)
  const starts = [...known(containers, ':::+'), ...known(leaves, '::')]
  return (tree) => {
    visit(tree, 'paragraph', ({children, position}) => {
      const [first] = children
      if (first?.type !== 'text' || !position) return
      for (const [index, line] of first.value.split('\n').entries()) {
        const directive = starts.find(({start}) => start.test(line))
        if (!directive) continue
        file.message(`Unexpected line \`${line.slice(0, 60)}\`, expected \`${directive.written}\``, {
          place: {line: position.start.line + index, column: index === 0 ? position.start.column : 1},
          source: 'transform',
          ruleId: 'unknown-directive'
        }).fatal = true
      }
    })
  }
}
