import {toString as textOf} from 'hast-util-to-string'
import type {Slide} from '../model/deck.js'

/** In half a slide’s width, a longer item takes more than two lines. */
const longestItem = 64
const fewest = 6

/** Whether a slide’s one list may stand in two columns: of enough items, each of them short. */
export function isPairable({blocks, beside}: Slide): boolean {
  const lists = blocks.filter(({kind}) => kind === 'list')
  const [list] = lists
  return (
    !beside &&
    list !== undefined &&
    lists.length === 1 &&
    blocks.every(({kind}) => kind !== 'table') &&
    list.units.length >= fewest &&
    list.units.every(({content}) => textOf(content).length <= longestItem)
  )
}
