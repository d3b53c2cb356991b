import type {Box} from '../model/drawn-deck.js'
import type {LayoutName, LayoutOptions} from './pptx-layout.js'

/** A place of a layout that slides fill. */
export interface Holder {
  readonly name: string
  readonly type?: string
  readonly idx?: number
  readonly sz?: string
  readonly box: Box
  /** Type in points, and how it stands. */
  readonly size?: number
  readonly align?: 'l' | 'r'
  readonly anchor?: 't' | 'ctr' | 'b'
  readonly colour?: string
  readonly text: string
}

/** Where what a slide shows stands. */
export const room = {x: 72, y: 150, width: 1136, height: 494}

/** The number of a slide counts with its slides. */
export const numberField = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

/** What a layout has places for. */
export function holdersOf(name: LayoutName, {words}: LayoutOptions): Holder[] {
  const {layouts: said} = words
  const title = {name: said.title, type: 'title', text: said.prompt}
  const kicker: Holder = {
    ...{name: said.section, type: 'body', idx: 13, sz: 'quarter', text: said.prompt},
    box: {x: 72, y: 40, width: 1136, height: 24},
    ...{size: 14, colour: 'accent1'}
  }
  const head = [kicker, {...title, box: {x: 72, y: 68, width: 1136, height: 60}}]
  const column = (idx: number, x: number): Holder => ({
    ...{name: said.content, idx, sz: 'half', text: said.prompt},
    box: {...room, x, width: 548}
  })
  switch (name) {
    case 'title':
      return [
        {
          ...title,
          type: 'ctrTitle',
          box: {x: 104, y: 250, width: 1072, height: 150},
          size: 51,
          anchor: 'b',
          colour: 'bg1'
        },
        {
          name: said.content,
          type: 'subTitle',
          idx: 1,
          box: {x: 104, y: 410, width: 1072, height: 150},
          size: 21,
          colour: 'bg1',
          text: said.prompt
        }
      ]
    case 'section':
      return [
        {...title, box: {x: 72, y: 190, width: 1136, height: 76}, size: 40},
        {name: said.content, type: 'body', idx: 1, box: {...room, y: 280, height: 360}, text: said.prompt}
      ]
    case 'content':
      return [...head, {name: said.content, idx: 1, box: room, text: said.prompt}]
    case 'columns':
      return [...head, column(1, 72), column(2, 660)]
    case 'picture':
      return [...head, {name: said.picture, type: 'pic', idx: 1, box: room, text: said.prompt}]
    case 'table':
      return [...head, {name: said.table, type: 'tbl', idx: 1, box: room, text: said.prompt}]
    case 'blank':
      return [{...title, box: {x: 72, y: 68, width: 1136, height: 60}}]
  }
}

/** Footer, date and number: on every slide but the first. */
export function footers({words, footer, date, isLeftward}: LayoutOptions): Holder[] {
  const from = (x: number, width: number) => ({
    x: isLeftward ? 1280 - x - width : x,
    y: 670,
    width,
    height: 24
  })
  const [start, end] = isLeftward ? (['r', 'l'] as const) : (['l', 'r'] as const)
  const small = {sz: 'quarter', size: 11, anchor: 'ctr', colour: 'accent2'} as const
  return [
    {
      ...small,
      name: words.layouts.footer,
      type: 'ftr',
      idx: 11,
      box: from(72, 680),
      align: start,
      text: footer
    },
    {...small, name: words.layouts.date, type: 'dt', idx: 10, box: from(760, 250), align: end, text: date},
    {
      ...small,
      name: words.layouts.number,
      type: 'sldNum',
      idx: 12,
      box: from(1128, 80),
      align: end,
      text: '‹#›'
    }
  ]
}
