import {type Tag, tagsOf} from './tag-tree.js'

/** Headings that skip no level: below an `H2` an `H4` becomes an `H3`, and all its neighbours with it. */
export function mendHeadings(top: Tag): void {
  const open: number[] = []
  for (const tag of tagsOf(top)) {
    const level = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0)
    if (level === 0) continue
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    tag.type = `H${open.length}`
  }
}
