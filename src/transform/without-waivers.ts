import type {Html, Parents, RootContent} from 'mdast'
import {areOneList, isBareRow} from './waiver-cover.js'

/** Takes a waiver out of its tree, as if its comment had never stood there. */
export function removeWaiver(node: Html, ancestors: readonly Parents[], source: string): void {
  const parent = ancestors.at(-1)
  const [table, row] = ancestors.slice(-3)
  if (!parent || node.value.trim() !== '') return
  if (table?.type === 'table' && row?.type === 'tableRow' && isBareRow(row, source)) {
    take(row, table)
    return
  }
  const index = take(node, parent)
  if (index === undefined) return
  const [before, after] = [parent.children[index - 1], parent.children[index]]
  if (before?.type === 'list' && after?.type === 'list' && areOneList(before, after, source)) {
    before.children.push(...after.children)
    // Parted by empty lines, or the comment would have been in its line.
    before.spread = true
    if (before.position && after.position) before.position.end = after.position.end
    take(after, parent)
  }
  if (index === parent.children.length) trimEnd(parent)
}

function take(node: Parents | Html, parent: Parents): number | undefined {
  const siblings: unknown[] = parent.children
  const index = siblings.indexOf(node)
  if (index < 0) return undefined
  siblings.splice(index, 1)
  return index
}

/** No space and no line break is left at the end of a line of prose. */
function trimEnd(parent: Parents): void {
  const last: RootContent | undefined = parent.children.at(-1)
  if (last?.type === 'break') parent.children.pop()
  else if (last?.type !== 'text') return
  else {
    last.value = last.value.trimEnd()
    if (last.value !== '') return
    parent.children.pop()
  }
  trimEnd(parent)
}
