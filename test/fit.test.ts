import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {fitDeck, joined} from '../src/fit/fit-deck.js'
import {fitTable} from '../src/fit/fit-tables.js'
import type {Deck, Slide, SlideMeasure} from '../src/model/deck.js'
import {worked} from './worked.js'

describe('fitting a deck', () => {
  it('leaves a slide that fits as it is', () => {
    const slide = listOf(3)
    const {series, misfits} = fitDeck({slides: [slide]}, [[measureOf([100, 100, 100], 300)]])
    expect(series[0]?.[0]).toBe(slide)
    expect([series.flat().length, misfits]).toEqual([1, []])
  })

  it('parts a list evenly over as few slides as hold it, with the title repeated', () => {
    const {slides} = shown(listOf(7), [measureOf(Array(7).fill(100), 450)])
    expect(slides.map(({id, part, blocks}) => [id, part, blocks[0]?.units.length])).toEqual([
      ['s', {index: 1, of: 2}, 4],
      ['s~2', {index: 2, of: 2}, 3]
    ])
  })

  it.each([
    [5, 400, [3, 2]],
    [4, 320, [2, 2]],
    [7, 320, [3, 2, 2]],
    [3, 220, [2, 1]]
  ])('leaves no item of %i alone in a room of %i where another split avoids it', (count, room, expected) => {
    const {slides} = shown(listOf(count), [measureOf(Array(count).fill(100), room)])
    expect(slides.map(({blocks}) => blocks[0]?.units.length)).toEqual(expected)
  })

  it('does not part an announcement from what it announces, nor leave a title alone', () => {
    const bold = {content: h('p', h('strong', 'Bold')), notes: []}
    for (const lead of [{...unit('p'), announces: true}, bold, unit('h3')]) {
      const slide: Slide = {
        ...listOf(0),
        blocks: [
          {kind: 'flow', units: [unit('p'), lead]},
          {kind: 'list', ordered: false, start: 1, units: [unit(), unit()]}
        ]
      }
      const {slides} = shown(slide, [measureOf([150, 100, 100, 100], 320)])
      expect(slides.map(({blocks}) => blocks.map((block) => block.units.length))).toEqual([[1], [1, 2]])
    }
  })

  it('keeps an item with the first below it', () => {
    const below = () => unit('li', {className: ['continued']})
    const units = [unit(), unit(), unit(), below(), below(), unit()]
    const slide: Slide = {...listOf(0), blocks: [{kind: 'list', ordered: false, start: 1, units}]}
    const {slides} = shown(slide, [measureOf(Array(6).fill(100), 400)])
    expect(slides.map(({blocks}) => blocks[0]?.units.length)).toEqual([2, 4])
  })

  it('goes on with a cell that reaches over rows, and parts a table between such groups if it can', () => {
    const row = (...cells: string[]) =>
      h(
        'tr',
        cells.map((cell) => h('td', cell))
      )
    const units = [0, 1, 2].flatMap((group) => [
      {content: h('tr', [h('td', {rowSpan: 3}, `${group}`), h('td', 'a')]), notes: []},
      {content: row('b'), resumed: h('tr', [h('td', {rowSpan: 2}, `${group}`), h('td', 'b')]), notes: []},
      {content: row('c'), resumed: row(`${group}`, 'c'), notes: []}
    ])
    const table = {kind: 'table', classes: [], caption: undefined, head: undefined, units} as const
    const partsIn = (room: number) =>
      shown({...listOf(0), blocks: [table]}, [measureOf(Array(9).fill(100), room)]).slides.map(({blocks}) =>
        blocks.flatMap((block) =>
          block.units.map(({content: {children}}) =>
            children.flatMap((cell) => (cell.type === 'element' ? [cell.properties.rowSpan ?? 1] : []))
          )
        )
      )
    const group = [[3, 1], [1], [1]]
    expect(partsIn(320)).toEqual([group, group, group])
    expect(partsIn(220).slice(0, 2)).toEqual([
      [[2, 1], [1]],
      [
        [1, 1],
        [1, 1]
      ]
    ])
  })

  it('goes on counting an ordered list, past items that only go on', () => {
    const units = [unit(), unit('li', {className: ['continued']}), unit(), unit()]
    const slide: Slide = {...listOf(0), blocks: [{kind: 'list', ordered: true, start: 3, units}]}
    const {slides} = shown(slide, [measureOf([100, 100, 100, 100], 200)])
    expect(slides.map(({blocks}) => blocks.map((block) => block.kind === 'list' && block.start))).toEqual([
      [3],
      [4]
    ])
  })

  it('pays for a table’s head again on each slide, and keeps its columns', () => {
    const units = Array.from({length: 4}, () => unit('tr'))
    const slide: Slide = {
      ...listOf(0),
      blocks: [{kind: 'table', classes: [], caption: h('caption'), head: h('thead'), units}]
    }
    const measure = {
      ...measureOf([], 250),
      units: [50, 150, 250, 350].map((top) => ({top, bottom: top + 100, head: 50})),
      widths: [[0.25, 0.75]]
    }
    const {slides} = shown(slide, [measure])
    const [one, two] = slides.map(({blocks}) => blocks[0])
    expect([one?.units.length, two?.units.length]).toEqual([2, 2])
    for (const table of [one, two])
      expect(table).toMatchObject({head: {tagName: 'thead'}, caption: {}, widths: [0.25, 0.75]})
  })

  it('sets a slide closer before it is parted, and parted ones closer for fewer slides', () => {
    const close = (heights: number[], room: number) => ({
      ...measureOf(heights, room),
      setting: 'close' as const
    })
    const whole = shown(listOf(4), [measureOf(Array(4).fill(110), 400), close(Array(4).fill(99), 400)])
    expect(whole.slides.map(({setting, part}) => [setting, part])).toEqual([['close', undefined]])
    const parted = shown(listOf(9), [measureOf(Array(9).fill(110), 400), close(Array(9).fill(80), 400)])
    expect(parted.slides.map(({setting, blocks}) => [setting, blocks[0]?.units.length])).toEqual([
      ['close', 5],
      ['close', 4]
    ])
    const vain = shown(listOf(6), [measureOf(Array(6).fill(110), 400), close(Array(6).fill(100), 400)])
    expect(vain.slides.map(({setting}) => setting)).toEqual([undefined, undefined])
  })

  it('sets a list of short items in two columns, no longer ones', () => {
    const paired = {...measureOf(Array(10).fill(60), 400), setting: 'paired' as const}
    const printed = measureOf(Array(10).fill(60), 400)
    const {slides} = shown(listOf(10), [printed, paired])
    expect(slides.map(({setting, blocks}) => [setting, blocks[0]?.units.length])).toEqual([['paired', 10]])
    const long = {...unit(), content: h('li', 'word '.repeat(30))}
    const wordy: Slide = {
      ...listOf(0),
      blocks: [{kind: 'list', ordered: false, start: 1, units: Array(10).fill(long)}]
    }
    expect(shown(wordy, [printed, paired]).slides.map(({setting}) => setting)).toEqual([undefined, undefined])
  })

  it('keeps a mark of parts from costing a line that was not reckoned with', () => {
    const marked = {lines: 2, room: 300}
    const {slides} = shown(listOf(7), [{...measureOf(Array(7).fill(100), 400), marked}])
    expect(slides.map(({blocks}) => blocks[0]?.units.length)).toEqual([3, 2, 2])
  })

  it('lowers pictures to the room left, no lower than is legible', () => {
    const slide: Slide = {...listOf(0), blocks: [{kind: 'flow', units: [unit('p'), unit('figure')]}]}
    const measure = (least: number) => ({
      ...measureOf([100, 400], 400),
      units: [
        {top: 0, bottom: 100, head: 0},
        {top: 100, bottom: 500, head: 0, pictures: [{height: 380, least}]}
      ]
    })
    const lowered = shown(slide, [measure(200)])
    expect(lowered.slides.map(({pictures, part}) => [pictures, part])).toEqual([[279, undefined]])
    const parted = shown(slide, [measure(300)])
    expect(parted.slides.map(({pictures}) => pictures)).toEqual([undefined, undefined])
  })

  it('parts each of two columns by itself, over as many slides as the longer needs', () => {
    const slide: Slide = {...listOf(5), kind: 'columns', beside: listOf(2).blocks}
    const units = [...measureOf(Array(5).fill(100), 0).units, ...measureOf([100, 100], 0).units]
    const {slides} = shown(slide, [{...measureOf([], 320), below: 180, units}])
    expect(slides.map(({blocks, beside = []}) => [blocks[0]?.units.length, beside[0]?.units.length])).toEqual(
      [
        [3, 2],
        [2, undefined]
      ]
    )
  })

  it('sets one unit that is too large denser, else says by how much, and which it is', () => {
    const slide = listOf(2)
    const dense = {...measureOf([100, 390], 400), setting: 'dense' as const}
    expect(shown(slide, [measureOf([100, 500], 400), dense]).slides.map(({setting}) => setting)).toEqual([
      'dense',
      'dense'
    ])
    const {misfits} = fitDeck({slides: [slide]}, [
      [measureOf([100, 500], 400), {...measureOf([100, 440], 400), setting: 'dense'}]
    ])
    expect(misfits).toMatchObject([{cause: 'height', excess: 40, unit: slide.blocks[0]?.units[1]}])
  })

  it.each([
    ['width', {beyond: 20}, 20],
    ['type', {smallest: 12}, 4],
    ['title', {alone: {lines: 5, room: 400, titleSize: 'smallest'}}, 2]
  ] as const)('says that a %s is beyond help', (cause, given, excess) => {
    const {misfits} = fitDeck({slides: [listOf(1)]}, [[{...measureOf([100], 400), ...given}]])
    expect(misfits).toMatchObject([{cause, excess}])
  })

  it('loses and doubles no unit, for any heights', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const heights = Array.from(
        {length: 2 + (seed % 23)},
        (_, index) => 20 + ((seed * 7919 + index * 104_729) % 181)
      )
      const slide = listOf(heights.length)
      const {slides} = shown(slide, [measureOf(heights, 300)])
      const units = slides.flatMap(({blocks}) => blocks.flatMap((block) => block.units))
      expect(units).toEqual(slide.blocks.flatMap((block) => block.units))
    }
  })

  it('parts ten thousand units without delay', () => {
    const began = worked()
    const {slides} = shown(listOf(10_000), [measureOf(Array(10_000).fill(30), 500)])
    expect(slides.length).toBe(625)
    expect(worked() - began).toBeLessThan(3000)
  })
})

function shown(slide: Slide, measures: readonly SlideMeasure[]): Deck {
  const {series, misfits} = fitDeck({slides: [slide]}, [measures])
  expect(misfits).toEqual([])
  return joined(series)
}

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
  const title = {lines: 1, room}
  return {
    alone: title,
    marked: title,
    beyond: 0,
    below: 0,
    units,
    widths: [],
    broken: 0,
    smallest: 22,
    least: 16
  }
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
