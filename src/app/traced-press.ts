import type {OpenPress} from '../press/press.js'
import {awaited} from './trace.js'

/** A press whose work is noted in the trace. */
export function tracedPress(press: OpenPress): OpenPress {
  return {
    ...press,
    print: (html, description) =>
      awaited(`print “${description.title}”`, () => press.print(html, description)),
    tryOut: (html) => awaited('trial print', () => press.tryOut(html)),
    landingOf: (bytes) => awaited('where things landed', () => press.landingOf(bytes)),
    measure: (...asked) => awaited('measuring', () => press.measure(...asked)),
    draw: (...asked) => awaited('drawing of slides', () => press.draw(...asked)),
    picture: (...asked) => awaited('pictures of slides', () => press.picture(...asked))
  }
}
