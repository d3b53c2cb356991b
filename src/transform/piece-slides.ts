import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Say} from './talk-layout.js'
import {nearestPieces, type Piece, settleUnits} from './talk-pieces.js'

export interface PieceOptions {
  readonly review: Document | undefined
  readonly find: ((name: string) => Piece | undefined) | undefined
  readonly say: Say
}

/** What a slide that holds nothing but a piece says of itself. */
interface Own {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly section: string | undefined
  readonly notes: readonly ElementContent[]
}

/** The slides of a section that stands alone on a slide, as the automatic deck has them; undefined for all else. */
export function slidesOfPiece(
  place: Element,
  {review, find}: PieceOptions,
  {id, title, section, notes}: Own
): Slide[] | undefined {
  const piece =
    place.properties.dataPiece === undefined ? undefined : find?.(String(place.properties.dataPiece))
  if (piece?.kind !== 'section' || !review) return undefined
  const [first] = piece.slides
  return piece.slides.map((slide, index) => {
    const {kicker: above, ...rest} = slide
    const kicker = section ?? above
    return {
      ...rest,
      ...(index === 0 && id ? {id} : {}),
      ...(title && slide.title === first?.title ? {title} : {}),
      ...(kicker ? {kicker} : {}),
      blocks: slide.blocks.map((block) => settleUnits(block, place, review)),
      ...(slide.beside ? {beside: slide.beside.map((block) => settleUnits(block, place, review))} : {}),
      notes: index === 0 ? [...slide.notes, ...notes] : slide.notes
    }
  })
}

/** The blocks of a piece among other blocks; one that is none is said, with those that are near. */
export function inlinePiece(
  place: Element,
  {review, find, say}: PieceOptions,
  toBlocks: (nodes: readonly ElementContent[]) => readonly Block[]
): Block[] {
  const name = String(place.properties.dataPiece)
  const piece = find?.(name)
  if (!review) {
    say(
      `Unexpected \`::review{#${name}}\` in a talk without a review, expected \`review: NAME\` in its front matter`,
      place.position,
      'unknown-piece'
    )
    return []
  }
  if (!piece) {
    const near = nearestPieces(review, name).map((each) => `\`#${each}\``)
    const expected = near.length > 0 ? near.join(' or ') : 'a section, table, figure or box of it'
    say(
      `Unexpected piece \`#${name}\` of \`${review.path}\`, expected one that is in it: ${expected}`,
      place.position,
      'unknown-piece'
    )
    return []
  }
  if (piece.kind === 'exhibit')
    return toBlocks([structuredClone(piece.node)]).map((block) => settleUnits(block, place, review))
  const [first] = piece.slides
  return piece.slides.flatMap(({title, blocks, beside = []}): Block[] => [
    ...(title === first?.title ? [] : [headed(title)]),
    ...[...blocks, ...beside].map((block) => settleUnits(block, place, review))
  ])
}

function headed(title: string): Block {
  return {kind: 'flow', units: [{content: h('p', [h('strong', title)]), notes: [], announces: true}]}
}
