import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {fitDeck} from '../src/fit/fit-deck.js'
import {fitTable} from '../src/fit/fit-tables.js'
import type {Slide, SlideMeasure} from '../src/model/deck.js'

describe('fitting a deck', () => {
  it('leaves a slide that fits as it is', () => {
    const slide = listOf(3)
    expect(fitDeck({slides: [slide]}, [measureOf([100, 100, 100], 300)])).toEqual({
      deck: {slides: [slide]},
      settled: true,
      misfits: []
    })
  })

  it('parts a list evenly over as few slides as hold it, with the title repeated', () => {
    const {deck, settled} = fitDeck({slides: [listOf(7)]}, [measureOf(Array(7).fill(100), 450)])
    expect(settled).toBe(false)
    expect(deck.slides.map(({id, part, blocks}) => [id, part, blocks[0]?.units.length])).toEqual([
      ['s', {index: 1, of: 2}, 4],
      ['s~2', {index: 2, of: 2}, 3]
    ])
  })

  it('leaves no item alone where another split avoids it', () => {
    const {deck} = fitDeck({slides: [listOf(5)]}, [measureOf([100, 100, 100, 100, 100], 400)])
    expect(deck.slides.map(({blocks}) => blocks[0]?.units.length)).toEqual([3, 2])
  })

  it('does not part an announcement from what it announces', () => {
    const lead = {...unit('p'), announces: true}
    const slide: Slide = {
      ...listOf(0),
      blocks: [
        {kind: 'flow', units: [unit('p'), lead]},
        {kind: 'list', ordered: false, start: 1, units: [unit(), unit()]}
      ]
    }
    const {deck} = fitDeck({slides: [slide]}, [measureOf([150, 100, 100, 100], 320)])
    expect(deck.slides.map(({blocks}) => blocks.map((block) => block.units.length))).toEqual([[1], [1, 2]])
  })

  it('goes on counting an ordered list, past items that only go on', () => {
    const units = [unit(), unit('li', {className: ['continued']}), unit(), unit()]
    const slide: Slide = {...listOf(0), blocks: [{kind: 'list', ordered: true, start: 3, units}]}
    const {deck} = fitDeck({slides: [slide]}, [measureOf([100, 100, 100, 100], 200)])
    expect(
      deck.slides.map(({blocks}) => blocks.map((block) => block.kind === 'list' && block.start))
    ).toEqual([[3], [4]])
  })

  it('pays for a table’s head again on each slide', () => {
    const units = Array.from({length: 4}, () => unit('tr'))
    const slide: Slide = {
      ...listOf(0),
      blocks: [{kind: 'table', classes: [], caption: h('caption'), head: h('thead'), units}]
    }
    const measure = {
      room: 250,
      beyond: 0,
      units: [50, 150, 250, 350].map((top) => ({top, bottom: top + 100, head: 50}))
    }
    const {deck} = fitDeck({slides: [slide]}, [measure])
    expect(
      deck.slides.map(({blocks}) => [
        blocks[0]?.units.length,
        blocks[0]?.kind === 'table' && blocks[0].head?.tagName
      ])
    ).toEqual([
      [2, 'thead'],
      [2, 'thead']
    ])
  })

  it('sets one unit that is too large denser, then says so', () => {
    const first = fitDeck({slides: [listOf(1)]}, [measureOf([500], 400)])
    expect([first.settled, first.deck.slides[0]?.setting, first.misfits]).toEqual([false, 'dense', []])
    const second = fitDeck(first.deck, [measureOf([440], 400)])
    expect([second.settled, second.misfits.map(({excess}) => excess)]).toEqual([true, [40]])
  })

  it('loses and doubles no unit, for any heights', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const heights = Array.from(
        {length: 2 + (seed % 23)},
        (_, index) => 20 + ((seed * 7919 + index * 104_729) % 181)
      )
      const slide = listOf(heights.length)
      const {deck} = fitDeck({slides: [slide]}, [measureOf(heights, 300)])
      const units = deck.slides.flatMap(({blocks}) => blocks.flatMap((block) => block.units))
      expect(units).toEqual(slide.blocks.flatMap((block) => block.units))
    }
  })
})

function unit(name = 'li', properties: Record<string, string[]> = {}) {
  return {content: h(name, properties, String(++made)), notes: []}
}
let made = 0

function listOf(items: number): Slide {
  const units = Array.from({length: items}, () => unit())
  return {
    id: 's',
    kind: 'content',
    title: 'S',
    blocks: [{kind: 'list', ordered: false, start: 1, units}],
    notes: []
  }
}

function measureOf(heights: readonly number[], room: number): SlideMeasure {
  let top = 0
  const units = heights.map((height) => {
    top += height
    return {top: top - height, bottom: top, head: 0}
  })
  return {room, beyond: 0, units}
}

describe('a table', () => {
  const widths = {upright: 600, turned: 900}

  it.each([
    ['upright', {comfortable: 600, least: 300, broken: 100}],
    ['turned', {comfortable: 601, least: 300, broken: 100}],
    ['turned', {comfortable: 2000, least: 900, broken: 100}],
    ['turned-small', {comfortable: 2000, least: 1000, broken: 100}],
    ['turned-broken', {comfortable: 2000, least: 1100, broken: 1000}],
    [undefined, {comfortable: 4000, least: 3000, broken: 1100}]
  ])('is set %s', (setting, measure) => {
    expect(fitTable(measure, widths)).toBe(setting)
  })
})
