import type {Nodes as Hast} from 'hast'
import type {Nodes as Mdast} from 'mdast'
import type {VFile} from 'vfile'

/** How deep text may be nested. */
export const deepest = 60

/** Lists and quotes nested deeper than any reader follows are cut off where they overflow our stack. */
export function refuseDepth(tree: Mdast | Hast, file: VFile, levels = deepest): void {
  let level: (Mdast | Hast)[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (depth > levels && first && 'children' in first) {
      sayTooDeep(file, levels, first.position)
      for (const node of level) if ('children' in node) node.children = []
      return
    }
    level = level.flatMap((node): (Mdast | Hast)[] => ('children' in node ? node.children : []))
  }
}

/** Says that something is nested deeper than is read. */
export function sayTooDeep(file: VFile, levels: number, place: Mdast['position']): void {
  file.message(
    `Unexpected nesting of more than ${levels} levels, expected less: what is deeper is left out`,
    {
      place,
      source: 'transform',
      ruleId: 'too-deep'
    }
  ).fatal = true
}
