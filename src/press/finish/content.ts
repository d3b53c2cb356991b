import {deflate} from '../flate/deflate.js'
import {edited, editedCopies} from '../flate/edits.js'
import {type Copies, inflate} from '../flate/inflate.js'
import type {Pdf, PdfPage} from '../pdf/pdf.js'
import {type Dict, Ref, Stream} from '../pdf/values.js'
import {markStream} from './mark-stream.js'
import {dictionary, items} from './objects.js'
import {repeatedPieces} from './repeated-heads.js'
import {isWithin, type Kid, type Piece, type Tag, tagsOf} from './tag-tree.js'

/**
 * Goes through all that is painted: each mark learns in which stream it stands, and what nobody is to read
 * (margin boxes, generated signs, rules, backgrounds, pictures without a description, a table’s head on its later
 * pages) becomes an artifact.
 */
export function markContent(pdf: Pdf, pages: readonly PdfPage[], top: Tag): void {
  const claims = claimsOf(top)
  const repeated = repeatedPieces(top)
  // A form is one stream however often it is drawn; its marks are those of the page that drew it first.
  const done = new Set<number>()
  for (const {ref, dict, height} of pages) {
    const content = ownStream(pdf, dict)
    if (content)
      mark(content, undefined, claims.get(ref.number) ?? new Map(), inherited(pdf, dict), false, height)
  }
  for (const tag of tagsOf(top))
    if (tag.kids.some(isUnmet)) tag.kids = tag.kids.filter((kid) => !isUnmet(kid))

  function mark(
    ref: Ref,
    form: Ref | undefined,
    marks: ReadonlyMap<number, Claim>,
    resources: Dict | undefined,
    covered: boolean,
    height?: number
  ): void {
    const stream = pdf.resolve(ref)
    if (!(stream instanceof Stream)) return
    const {bytes, copies} = unpacked(stream)
    const edits = markStream(bytes, {
      covered,
      ...(height === undefined ? {} : {height}),
      keeps(id, read) {
        const claim = marks.get(id)
        if (!claim || claim.piece.met || repeated.has(claim.piece) || !isMeant(claim.owner, read))
          return false
        claim.piece.met = true
        if (form) claim.piece.form = form
        return true
      },
      draws(name, within) {
        const at = dictionary(pdf, resources?.get('XObject'))?.get(name)
        const drawn = dictionary(pdf, at)
        if (!(at instanceof Ref) || drawn?.get('Subtype') !== 'Form') return 'image'
        if (!done.has(at.number)) {
          done.add(at.number)
          mark(at, at, marks, dictionary(pdf, drawn.get('Resources')) ?? resources, within)
        }
        return 'form'
      }
    })
    if (edits.length === 0) return
    const marked = edited(bytes, edits)
    pdf.replace(ref, new Stream(stream.dict, copies ? deflate(marked, editedCopies(copies, edits)) : marked))
  }
}

function isUnmet(kid: Kid): boolean {
  return kid.kind === 'piece' && !kid.met
}

interface Claim {
  readonly piece: Piece
  readonly owner: Tag
}

/** Lines and areas are content where they are a picture, a sign of a formula, a field or a bullet. */
const drawings: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Form', 'Lbl'])

function isMeant(owner: Tag, read: boolean): boolean {
  if (owner.type === 'Figure' && !owner.dict.has('Alt') && owner.kids.every(({kind}) => kind === 'piece'))
    return false
  return read || isWithin(owner, drawings)
}

function claimsOf(top: Tag): ReadonlyMap<number, ReadonlyMap<number, Claim>> {
  const claims = new Map<number, Map<number, Claim>>()
  for (const owner of tagsOf(top)) {
    for (const piece of owner.kids) {
      if (piece.kind !== 'piece') continue
      const marks = claims.get(piece.page.number) ?? new Map<number, Claim>()
      if (!marks.has(piece.mark)) marks.set(piece.mark, {piece, owner})
      claims.set(piece.page.number, marks)
    }
  }
  return claims
}

/** Where a page’s content stands as one stream. */
function ownStream(pdf: Pdf, page: Dict): Ref | undefined {
  const refs = items(pdf, page.get('Contents')).filter((item) => item instanceof Ref)
  if (refs.length < 2) return refs[0]
  const streams = refs.map((ref) => pdf.resolve(ref)).filter((stream) => stream instanceof Stream)
  const whole = pdf.add(
    new Stream(new Map(), Buffer.concat(streams.flatMap((stream) => [unpacked(stream).bytes, newline])))
  )
  page.set('Contents', whole)
  return whole
}

const newline = Buffer.from('\n')

/** A stream’s bytes and, where it is compressed, what repeats itself in them. */
function unpacked({dict, data}: Stream): {bytes: Uint8Array; copies?: Copies} {
  const filter = dict.get('Filter')
  if (filter === undefined) return {bytes: data}
  if (filter === 'FlateDecode' && !dict.has('DecodeParms')) return inflate(data)
  throw new Error(`Unexpected filter of a page’s content, expected \`FlateDecode\``)
}

function inherited(pdf: Pdf, page: Dict): Dict | undefined {
  let node: Dict | undefined = page
  for (let depth = 0; node && depth < 32; depth++) {
    const found = dictionary(pdf, node.get('Resources'))
    if (found) return found
    node = dictionary(pdf, node.get('Parent'))
  }
  return undefined
}
