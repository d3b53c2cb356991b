import type {SlideMeasure} from '../../model/deck.js'
import {questionOfSlides} from '../../press/measure-slides.js'
import type {Press} from '../../press/press.js'
import {digestOf} from '../digest.js'
import {toBlocks} from './blocks.js'

/** How many slides’ measures are remembered. */
const most = 4000

/**
 * A press that measures only the slides of a deck that it has not measured before: no slide’s layout asks for another’s.
 * The first is always among them, as it tells what holds for all.
 */
export function freshSlidesPress(press: Press): Press {
  const known = new Map<string, SlideMeasure[]>()
  return {
    ...press,
    async measure(html, size, question, ...given) {
      const whole = () => press.measure(html, size, question, ...given)
      if (String(question) !== String(questionOfSlides)) return await whole()
      const {html: marked, lists, blocks} = toBlocks(html)
      const slides = slidesIn(lists, blocks)
      if (!slides) return await whole()
      const around = digestOf(JSON.stringify([lists.slice(0, -1), size, given.map(String)]))
      const names = slides.map((digest) => `${around} ${digest}`)
      const wanted = new Set(slides.filter((_, index) => index === 0 || !known.has(names[index] ?? '')))
      const part = withOnly(marked, slides, wanted, blocks)
      const measures = (await press.measure(part, size, question, ...given)) as SlideMeasure[][]
      for (const [index, digest] of [...wanted].entries())
        known.set(`${around} ${digest}`, measures[index] ?? [])
      const all = names.map((name) => structuredClone(known.get(name)))
      for (const name of [...known.keys()].slice(0, Math.max(0, known.size - most))) known.delete(name)
      return all as ReturnType<typeof question>
    }
  }
}

/** The slides of a deck’s page: all that is in its last container, where nothing else is. */
function slidesIn(
  lists: readonly (readonly string[])[],
  blocks: ReadonlyMap<string, string>
): readonly string[] | undefined {
  const slides = lists.at(-1) ?? []
  const isDeck = slides.length > 1 && slides.every((digest) => blocks.get(digest)?.startsWith('<section'))
  return isDeck ? slides : undefined
}

function withOnly(
  html: string,
  slides: readonly string[],
  wanted: ReadonlySet<string>,
  blocks: ReadonlyMap<string, string>
): string {
  const [first = '', last = ''] = [blocks.get(slides[0] ?? ''), blocks.get(slides.at(-1) ?? '')]
  const start = html.indexOf(first)
  const end = html.lastIndexOf(last) + last.length
  const those = [...wanted].map((digest) => blocks.get(digest) ?? '')
  return html.slice(0, start) + those.join('\n') + html.slice(end)
}
