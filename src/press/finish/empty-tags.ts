import {isTag, type Tag, tagsOf} from './tag-tree.js'

/** Drops elements that hold nothing any more; cells stay, for a row is as wide as its table. */
export function dropEmpty(top: Tag): void {
  for (const tag of tagsOf(top).toReversed())
    tag.kids = tag.kids.filter((kid) => !isTag(kid) || kid.kids.length > 0 || cells.has(kid.type))
}

const cells: ReadonlySet<string> = new Set(['TH', 'TD'])
