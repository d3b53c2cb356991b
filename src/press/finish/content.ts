import {inflateSync} from 'node:zlib'
import {type PDF, type PdfDict, type PdfRef, PdfStream} from '@libpdf/core'
import {markStream} from './mark-stream.js'
import {dictionary, items} from './objects.js'
import {repeatedPieces} from './repeated-heads.js'
import {isWithin, type Piece, type Tag, tagsOf} from './tag-tree.js'

/**
 * Goes through all that is painted: each mark learns in which stream it stands, and what nobody is to read
 * (margin boxes, generated signs, rules, backgrounds, pictures without a description, a table’s head on its later
 * pages) becomes an artifact.
 */
export function markContent(pdf: PDF, top: Tag): void {
  const claims = claimsOf(top)
  const repeated = repeatedPieces(top)
  // A form is one stream however often it is drawn; its marks are those of the page that drew it first.
  const done = new Set<number>()
  for (const {ref, dict, height} of pdf.getPages()) {
    const stream = ownStream(pdf, dict)
    if (stream)
      mark(stream, undefined, claims.get(ref.objectNumber) ?? new Map(), inherited(pdf, dict), false, height)
  }
  for (const tag of tagsOf(top)) tag.kids = tag.kids.filter((kid) => kid.kind !== 'piece' || kid.met)

  function mark(
    stream: PdfStream,
    form: PdfRef | undefined,
    marks: ReadonlyMap<number, Claim>,
    resources: PdfDict | undefined,
    covered: boolean,
    height?: number
  ): void {
    const content = decoded(stream)
    const marked = markStream(content, {
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
        const ref = dictionary(pdf, resources?.get('XObject'))?.getRef(name)
        const drawn = dictionary(pdf, ref)
        if (!ref || !(drawn instanceof PdfStream) || drawn.getName('Subtype')?.value !== 'Form')
          return 'image'
        if (!done.has(ref.objectNumber)) {
          done.add(ref.objectNumber)
          mark(drawn, ref, marks, dictionary(pdf, drawn.get('Resources')) ?? resources, within)
        }
        return 'form'
      }
    })
    if (marked !== content) stream.setData(marked)
  }
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
      const marks = claims.get(piece.page.objectNumber) ?? new Map<number, Claim>()
      if (!marks.has(piece.mark)) marks.set(piece.mark, {piece, owner})
      claims.set(piece.page.objectNumber, marks)
    }
  }
  return claims
}

/** A page’s content as one stream. */
function ownStream(pdf: PDF, page: PdfDict): PdfStream | undefined {
  const streams = items(pdf, page.get('Contents'))
    .map((item) => dictionary(pdf, item))
    .filter((stream) => stream instanceof PdfStream)
  if (streams.length < 2) return streams[0]
  const whole = new PdfStream([], Buffer.concat(streams.flatMap((each) => [decoded(each), newline])))
  page.set('Contents', pdf.context.register(whole))
  return whole
}

/** The library inflates in JavaScript, which takes a tenth of a finish; it deflates so, for the same bytes everywhere. */
function decoded(stream: PdfStream): Uint8Array {
  return stream.getName('Filter')?.value === 'FlateDecode' && !stream.has('DecodeParms')
    ? inflateSync(stream.data)
    : stream.getDecodedData()
}

const newline = Buffer.from('\n')

function inherited(pdf: PDF, page: PdfDict): PdfDict | undefined {
  let node: PdfDict | undefined = page
  for (let depth = 0; node && depth < 32; depth++) {
    const found = dictionary(pdf, node.get('Resources'))
    if (found) return found
    node = dictionary(pdf, node.get('Parent'))
  }
  return undefined
}
