import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {Block, Slide} from '../model/deck.js'

/** Slides and what they show with each id once: slides that ask for the same are numbered, pieces shown again have none. */
export function withFreeIds(slides: readonly Slide[]): Slide[] {
  const taken = new Set<unknown>()
  const counts = new Map<string, number>()
  const named = slides.map((slide) => {
    let id = slide.id
    // Untitled slides are numbered from the first, so that none changes its address when another is added after it.
    let count = counts.get(slide.id) ?? (slide.id === 'slide' ? 0 : 1)
    while (taken.has(id) || id === 'slide') id = `${slide.id}-${++count}`
    counts.set(slide.id, count)
    taken.add(id)
    return {...slide, id}
  })
  return named.map((slide) => ({
    ...slide,
    blocks: slide.blocks.map(freed),
    ...(slide.beside ? {beside: slide.beside.map(freed)} : {})
  }))

  function freed(block: Block): Block {
    return {...block, units: block.units.map((unit) => ({...unit, content: withoutTaken(unit.content)}))}
  }

  function withoutTaken(content: Element): Element {
    const copy = structuredClone(content)
    visit(copy, 'element', (node) => {
      const {id} = node.properties
      if (id === undefined) return
      if (taken.has(id)) node.properties.id = undefined
      taken.add(id)
    })
    return copy
  }
}
