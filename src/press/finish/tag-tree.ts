import type {Pdf} from '../pdf/pdf.js'
import type {Dict, Ref} from '../pdf/values.js'

/** A structure element: what a part of the page is, for those who do not see it. */
export interface Tag {
  readonly kind: 'tag'
  readonly dict: Dict
  readonly ref: Ref
  /** `P`, `H1`, `LI`, `NonStruct`. */
  type: string
  parent: Tag | undefined
  kids: Kid[]
}

/** A piece of a page’s content that bears a mark. */
export interface Piece {
  readonly kind: 'piece'
  readonly page: Ref
  readonly mark: number
  /** The form in whose stream the mark stands, where it is not the page’s own. */
  form?: Ref
  /** Whether it was met in the content and is to be read. */
  met?: boolean
}

/** An annotation: a link. */
export interface Annotation {
  readonly kind: 'annotation'
  readonly page: Ref
  readonly dict: Dict
  readonly ref: Ref
}

export type Kid = Tag | Piece | Annotation

/** Whether a kid is an element. */
export function isTag(kid: Kid | undefined): kid is Tag {
  return kid?.kind === 'tag'
}

/** An element and every one below it, in reading order. */
export function tagsOf(top: Tag): Tag[] {
  const found: Tag[] = []
  const rest = [top]
  for (let tag = rest.pop(); tag; tag = rest.pop()) {
    found.push(tag)
    for (let index = tag.kids.length - 1; index >= 0; index--) {
      const kid = tag.kids[index]
      if (kid?.kind === 'tag') rest.push(kid)
    }
  }
  return found
}

/** A new element that takes the place of some kids of another. */
export function newTag(pdf: Pdf, type: string, parent: Tag, kids: readonly Kid[]): Tag {
  const dict: Dict = new Map([['Type', 'StructElem']])
  const tag: Tag = {kind: 'tag', dict, ref: pdf.add(dict), type, parent, kids: []}
  adopt(tag, kids)
  return tag
}

/** Gives an element its kids. */
export function adopt(tag: Tag, kids: readonly Kid[]): void {
  tag.kids = [...kids]
  for (const kid of kids) if (kid.kind === 'tag') kid.parent = tag
}

/** Whether an element or one above it is of one of these types. */
export function isWithin(tag: Tag | undefined, types: ReadonlySet<string>): boolean {
  for (let each = tag; each; each = each.parent) if (types.has(each.type)) return true
  return false
}
