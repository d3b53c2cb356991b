import type {DrawnElement} from '../model/drawn-deck.js'
import type {PictureShape} from './shape.js'

/** A picture where it is seen: without the empty parts of its box, and without what its box cuts off. */
export function toPictureShape(element: DrawnElement, isBehind: boolean): PictureShape {
  const {attributes, natural, svg, photograph, box, look} = element
  const alternative = attributes.alt ?? attributes['aria-label'] ?? attributes.alttext ?? ''
  const source = photograph === undefined ? attributes.src : undefined
  const whole: PictureShape = {
    kind: 'picture',
    box,
    alternative,
    isBehind,
    cut: [0, 0, 0, 0],
    ...(source ? {source} : {}),
    ...(svg ? {svg} : {}),
    ...(photograph === undefined ? {} : {photograph})
  }
  if (!natural?.width || !natural.height || !source) return whole
  const [across, down] = [box.width / natural.width, box.height / natural.height]
  if (look.objectFit === 'contain' || look.objectFit === 'scale-down') {
    const scale = Math.min(across, down, look.objectFit === 'contain' ? Number.POSITIVE_INFINITY : 1)
    const [width, height] = [natural.width * scale, natural.height * scale]
    return {
      ...whole,
      box: {x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height}
    }
  }
  if (look.objectFit !== 'cover') return whole
  const scale = Math.max(across, down)
  const beside = (1 - box.width / (natural.width * scale)) / 2
  const above = (1 - box.height / (natural.height * scale)) / 2
  return {...whole, cut: [above, beside, above, beside]}
}
