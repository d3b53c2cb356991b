import {isTag, type Piece, type Tag, tagsOf} from './tag-tree.js'

/** What stands in the heads that Chromium repeats where a table goes on on another page: it was read once already. */
export function repeatedPieces(top: Tag): ReadonlySet<Piece> {
  const found = new Set<Piece>()
  for (const row of tagsOf(top)) {
    const cells = row.kids.filter(isTag)
    if (row.type !== 'TR' || cells.length === 0 || cells.some(({type}) => type !== 'TH')) continue
    const byPage = new Map<number, Piece[]>()
    for (const {kids} of tagsOf(row))
      for (const kid of kids) {
        if (kid.kind !== 'piece') continue
        const pieces = byPage.get(kid.page.number)
        if (pieces) pieces.push(kid)
        else byPage.set(kid.page.number, [kid])
      }
    const [first, ...later] = byPage.values()
    // A row that was parted is not all there on each page.
    for (const pieces of later)
      if (pieces.length === first?.length) for (const piece of pieces) found.add(piece)
  }
  return found
}
